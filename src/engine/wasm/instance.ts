/** A program's module with its memory: made at the program's first run, kept as long as the program. */
import type { Program } from '../program.ts'
import { scratchOf } from '../scratch.ts'
import type { Recording } from '../trace.ts'
import { emit, type Steps } from './emit.ts'
import { layOutProgram, writeTables, type Layout } from './layout.ts'

/** As much of WebAssembly's JavaScript interface as is used; the engine is compiled without the DOM's types. */
interface WasmMemory {
  readonly buffer: ArrayBuffer
  readonly grow: (pages: number) => number
}
type Exports = Readonly<Record<string, (...args: readonly number[]) => void>>
interface Wasm {
  readonly Memory: new (limits: { initial: number }) => WasmMemory
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => unknown
  readonly Instance: new (module: unknown, imports: unknown) => { readonly exports: Exports }
}

/** WebAssembly, or null where there is none. */
export const wasm = (globalThis as unknown as { readonly WebAssembly?: Wasm }).WebAssembly ?? null

const PAGE = 65_536

export interface Instance extends Steps {
  readonly layout: Layout
  readonly gather: (at: number, base: number, table: number, n: number) => void
  /** Makes n doubles from `at` n numbers of single precision, and gives a view of them. */
  readonly singles: (at: number, n: number) => Float32Array
  /** The memory, at least `bytes` long, as doubles: valid until it is asked to be longer. */
  readonly doubles: (bytes: number) => Float64Array
}

const instantiate = (program: Program): Instance => {
  const layout = layOutProgram(program)
  const memory = new wasm!.Memory({ initial: Math.ceil(layout.end / PAGE) })
  writeTables(layout, memory.buffer)
  const { exports } = new wasm!.Instance(new wasm!.Module(emit(layout)), { page: { memory } })
  let view = new Float64Array(memory.buffer)
  const recorder = (recording: Recording) => exports[`record.${recording}`]!
  return {
    layout,
    gather: exports['gather']!,
    singles: (at, n) => {
      exports['narrow']!(at, at, n)
      return new Float32Array(memory.buffer, at, n)
    },
    doubles: (bytes) => {
      const more = bytes - memory.buffer.byteLength
      if (more > 0) {
        memory.grow(Math.ceil(more / PAGE))
        view = new Float64Array(memory.buffer)
      }
      return view
    },
    forward: { all: recorder('all'), backward: recorder('backward'), display: recorder('display') },
    backward: exports['back']!,
    addCollected: exports['addCollected']!,
  }
}

export const instanceOf = scratchOf(instantiate)
