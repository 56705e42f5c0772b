/**
 * The second back end: layers run as WebAssembly, two units at a time. It gives the bits of runLayer.ts and
 * backwardLayer.ts, which remain the truth, and takes over what is done many times: plain runs, and the ways
 * back of training. Runs with interventions and gradients of every slot go to JavaScript.
 */
import { javascript, type LayerBackend } from '../backend.ts'
import { writeCarry, type Carry } from '../carry.ts'
import { backwardNeeds } from '../backwardStep.ts'
import { ofLength } from '../ofLength.ts'
import { expectParameters, parameterCount, parameterSpec } from '../parameters.ts'
import { planesOf, valuesFor } from '../runLayer.ts'
import { recordedSlots, rowOf } from '../trace.ts'
import { assemble, func, int, pair, store } from './assembler.ts'
import { instanceOf, wasm, type Instance } from './instance.ts'
import { BYTES, type Layout } from './layout.ts'

/** Steps that are collected before their gradients are added to the sums. */
const BLOCK = 8

const packPeepholes = ({ program, peepholes }: Layout, memory: Float64Array, given: Float64Array): void => {
  for (const [name, { p }] of peepholes) {
    const { offset } = parameterSpec(program.parameters, name)
    memory.set(given.subarray(offset, offset + program.H), p / BYTES)
  }
}

const packForward = ({ layout, gather, doubles }: Instance, given: Float64Array): void => {
  const { program, groups, parameters, matrixTables, H } = layout
  expectParameters(program.parameters, given)
  const memory = doubles(0)
  memory.set(given, parameters / BYTES)
  groups.forEach(({ group, matrix, bias, rows }, index) => {
    const { at, length } = matrixTables[index]!
    gather(matrix, parameters, at, length)
    memory.fill(0, bias / BYTES, bias / BYTES + rows)
    group.members.forEach(({ biases }, rank) => {
      const first = bias / BYTES + rank * H
      for (const name of biases) {
        const { offset } = parameterSpec(program.parameters, name)
        for (let u = 0; u < program.H; u++) memory[first + u]! += given[offset + u]!
      }
    })
  })
  packPeepholes(layout, memory, given)
}

const packBackward = ({ layout, gather, doubles }: Instance, given: Float64Array): void => {
  const { program, groups, parameters, transposedTables } = layout
  expectParameters(program.parameters, given)
  const memory = doubles(0)
  memory.set(given, parameters / BYTES)
  groups.forEach(({ transposed }, index) => {
    const { at, length } = transposedTables[index]!
    gather(transposed, parameters, at, length)
  })
  packPeepholes(layout, memory, given)
}

/** Writes a carry at `at`, vectors H (made even) apart. */
const placeCarry = ({ layout, doubles }: Instance, given: Carry, what: string, at: number): void => {
  const { program, H } = layout
  const numbers: number[] = []
  writeCarry(program, given, what, numbers, 0)
  const memory = doubles(0)
  numbers.forEach((value, k) => {
    memory[at / BYTES + Math.floor(k / program.H) * H + (k % program.H)] = value
  })
}

const runLayer: LayerBackend['runLayer'] = (program, parameters, inputs, options) => {
  // The packed weights of JavaScript may be older than those here.
  if (options.holds?.length)
    return javascript.runLayer(program, parameters, inputs, { ...options, unchanged: false })
  const { I, H, carry } = program
  const { reversed = false, recording = 'all', precision = 'f64', reuse = null } = options
  const T = inputs.length / I
  const instance = instanceOf(program)
  const { layout } = instance
  const recorded = recordedSlots(program, recording)
  const planes = planesOf(program, recorded)
  const stride = BYTES * (T + 1) * H
  const x = layout.end
  const rows = x + BYTES * T * I
  const memory = instance.doubles(rows + recorded.length * stride)

  if (!options.unchanged) packForward(instance, parameters)
  memory.set(inputs, x / BYTES)
  placeCarry(instance, options.initial ?? {}, 'an initial', layout.carries)
  // Every plane has a row for the initial carry; it stays zero where the slot is not carried.
  const initialRow = (plane: number): number => (rows + plane * stride) / BYTES + (reversed ? T : 0) * H
  recorded.forEach((_, plane) => memory.fill(0, initialRow(plane), initialRow(plane) + H))
  carry.forEach(({ slot }, rank) => {
    const from = layout.carries / BYTES + rank * layout.H
    memory.copyWithin(initialRow(planes[slot]!), from, from + H)
  })
  const step = instance.forward[recording]
  for (let k = 0; k < T; k++) {
    const t = reversed ? T - 1 - k : k
    step(x + BYTES * t * I, rows + BYTES * rowOf({ reversed }, t) * H, stride)
  }
  const length = recorded.length * (T + 1) * H
  const values = valuesFor(precision, length, reuse)
  // From kind to kind, `set` would convert one number after another, which took as long as the run.
  values.set(
    precision === 'f32'
      ? instance.singles(rows, length)
      : memory.subarray(rows / BYTES, rows / BYTES + length),
  )
  return { program, T, reversed, inputs, recording, planes, values, grads: null, inputGrads: null }
}

const backwardLayer: LayerBackend['backwardLayer'] = (trace, parameters, dOutput, gradient, options) => {
  if (options.holds?.length || options.slots !== false)
    return javascript.backwardLayer(trace, parameters, dOutput, gradient, { ...options, unchanged: false })
  const { program, T, reversed, inputs, values, planes } = trace
  const { I, H, carry, slots } = program
  const needed = backwardNeeds(trace)
  const instance = instanceOf(program)
  const { layout } = instance
  const stride = BYTES * (T + 1) * H
  const x = layout.end
  const rows = x + BYTES * T * I
  const dOut = rows + needed.length * stride
  const dX = dOut + BYTES * T * H
  const memory = instance.doubles(dX + BYTES * T * I)

  if (!options.unchanged) packBackward(instance, parameters)
  memory.set(inputs, x / BYTES)
  memory.set(dOutput, dOut / BYTES)
  const size = (T + 1) * H
  needed.forEach((slot, k) => {
    const from = planes[slot]! * size
    memory.set(values.subarray(from, from + size), rows / BYTES + k * size)
  })
  memory.fill(0, layout.sums / BYTES, layout.sumsEnd / BYTES)
  placeCarry(instance, options.final ?? {}, '∂L/∂ a final', layout.dCarry)
  for (let k = 0; k < T; k++) {
    const t = reversed ? k : T - 1 - k
    const row = rowOf(trace, t)
    instance.backward(
      x + BYTES * t * I,
      rows + BYTES * row * H,
      rows + BYTES * (reversed ? row + 1 : row - 1) * H,
      stride,
      dOut + BYTES * t * H,
      dX + BYTES * t * I,
      k % BLOCK,
    )
    if (k % BLOCK === BLOCK - 1 || k === T - 1) instance.addCollected()
  }
  const count = parameterCount(program.parameters)
  instance.gather(layout.gradient, layout.sums, layout.gradientTable, count)
  gradient.set(memory.subarray(layout.gradient / BYTES, layout.gradient / BYTES + count))
  const { reuse } = options
  const dInputs = ofLength(T * I, reuse?.inputs)
  dInputs.set(memory.subarray(dX / BYTES, dX / BYTES + T * I))
  const initial: Record<string, Float64Array> = {}
  carry.forEach(({ slot }, rank) => {
    const { name } = slots[slot]!
    const own = ofLength(H, reuse?.initial?.[name])
    const from = layout.dCarry / BYTES + rank * layout.H
    for (let u = 0; u < H; u++) own[u] = memory[from + u]!
    initial[name] = own
  })
  return { trace, inputs: dInputs, initial }
}

/** Whether a module of one vector instruction compiles: old machines lack them, and a page's policy may forbid. */
const isAllowed = (): boolean => {
  if (wasm === null) return false
  try {
    return Boolean(new wasm.Module(assemble({ probe: func({ params: [] }, () => [store(int(0), pair(0))]) })))
  } catch {
    return false
  }
}

/**
 * The WebAssembly back end, or null where it may not run. Compiles a program at its first run, in the calling
 * thread: for workers and Node.
 */
export const createWasmBackend = (): LayerBackend | null =>
  isAllowed() ? { name: 'webassembly', runLayer, backwardLayer } : null
