/**
 * A small assembler for WebAssembly: code is a flat list of bytes, built by functions that nest as expressions
 * do. It knows i32 addresses, pairs of doubles (v128 as f64x2), loops and calls; that is all the kernels need.
 * Opcodes: https://webassembly.github.io/spec/core/binary/instructions.html
 */

export type Code = readonly number[]

/** Unsigned and signed LEB128. */
const unsigned = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)])
const signed = (n: number): number[] =>
  n >= -64 && n < 64 ? [n & 127] : [(n & 127) | 128, ...signed(n >> 7)]

const bytesOf = (value: number): Code => [...new Uint8Array(Float64Array.of(value).buffer)]

// i32: addresses and counters.
export const int = (n: number): Code => [0x41, ...signed(n)]
export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)]
export const plus = (a: Code, b: Code): Code => [...a, ...b, 0x6a]
export const times = (a: Code, b: Code): Code => [...a, ...b, 0x6c]
export const and = (a: Code, b: Code): Code => [...a, ...b, 0x71]
export const shifted = (a: Code, right: number): Code => [...a, ...int(right), 0x75]
export const step = (local: number, by: number): Code => set(local, plus(get(local), int(by)))
export const load32 = (address: Code): Code => [...address, 0x28, 2, 0]

// f64, one number.
export const load64 = (address: Code): Code => [...address, 0x2b, 3, 0]
export const store64 = (address: Code, value: Code): Code => [...address, ...value, 0x39, 3, 0]
export const store32 = (address: Code, value: Code): Code => [...address, ...value, 0x38, 2, 0]
/** To single precision. */
export const narrowed64 = (a: Code): Code => [...a, 0xb6]
export const add64 = (a: Code, b: Code): Code => [...a, ...b, 0xa0]

// f64x2, two numbers side by side. Addresses need no alignment; offsets are in bytes.
const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)]
const binary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [...a, ...b, ...simd(opcode)]
export const load = (address: Code, offset = 0): Code => [...address, ...simd(0x00), 3, ...unsigned(offset)]
/** One number, twice. */
export const loadTwice = (address: Code, offset = 0): Code => [
  ...address,
  ...simd(0x0a),
  3,
  ...unsigned(offset),
]
/** Replaces lane 0 or 1 of `pair` by the number at an address. */
export const loadLane = (address: Code, pair: Code, lane: number): Code => [
  ...address,
  ...pair,
  ...simd(0x57),
  3,
  0,
  lane,
]
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  ...simd(0x0b),
  3,
  ...unsigned(offset),
]
/** Two numbers to single precision, in the lower half. */
export const narrowed = (a: Code): Code => [...a, ...simd(0x5e)]
/** Stores the lower half of a v128. */
export const storeLow = (address: Code, value: Code): Code => [...address, ...value, ...simd(0x5b), 3, 0, 0]
/** A constant in both lanes. */
export const pair = (value: number): Code => [...simd(0x0c), ...bytesOf(value), ...bytesOf(value)]
export const add = binary(0xf0)
export const sub = binary(0xf1)
export const mul = binary(0xf2)
export const div = binary(0xf3)
/** b < a ? b : a, and a < b ? b : a: a NaN in `a` stays. */
export const least = binary(0xf6)
export const most = binary(0xf7)
export const isAtMost = binary(0x4b)
export const isAbove = binary(0x4a)
/** a where the mask is unset, else zeros. */
export const butNot = binary(0x4f)
export const choose = (yes: Code, no: Code, mask: Code): Code => [...yes, ...no, ...mask, ...simd(0x52)]
/** Truncates to two i32 (0 for NaN); `lane` reads one of them. */
export const truncate = (a: Code): Code => [...a, ...simd(0xfc)]
export const lane = (a: Code, k: number): Code => [...a, ...simd(0x1b), k]

// Control: blocks without a result; `branch…` leaves a block or starts a loop again, counted outwards.
const BLOCK: Code = [0x02, 0x40]
const LOOP: Code = [0x03, 0x40]
const IF: Code = [0x04, 0x40]
const END: Code = [0x0b]
const branchIf = (condition: Code, outwards: number): Code => [...condition, 0x0d, outwards]
const isZero = (a: Code): Code => [...a, 0x45]

/** Runs the body as long as the counter, which goes down by one a turn, is not zero. */
export const loop = (counter: number, ...body: readonly Code[]): Code => [
  ...BLOCK,
  ...branchIf(isZero(get(counter)), 0),
  ...LOOP,
  ...body.flat(),
  ...step(counter, -1),
  ...branchIf(get(counter), 0),
  ...END,
  ...END,
]
export const when = (condition: Code, ...body: readonly Code[]): Code => [
  ...condition,
  ...IF,
  ...body.flat(),
  ...END,
]

/** Calls a function by its number in the module. */
export const call = (index: number, ...args: readonly Code[]): Code => [
  ...args.flat(),
  0x10,
  ...unsigned(index),
]
/** memory.fill */
const FILL: Code = [0xfc, 0x0b, 0]

/** Sets `bytes` bytes to zero. */
export const clear = (address: number, bytes: number): Code => [
  ...int(address),
  ...int(0),
  ...int(bytes),
  ...FILL,
]

/** A function of i32 parameters without a result. */
export interface Func {
  readonly params: number
  readonly ints: number
  readonly pairs: number
  readonly body: Code
}

type Locals<Name extends string> = Readonly<Record<Name, number>>

/** Locals by name: parameters and further integers (i32), then pairs (v128). */
export const func = <P extends string, I extends string = never, V extends string = never>(
  names: { readonly params: readonly P[]; readonly ints?: readonly I[]; readonly pairs?: readonly V[] },
  body: (local: Locals<P | I | V>) => readonly Code[],
): Func => {
  const { params, ints = [], pairs = [] } = names
  const local = Object.fromEntries([...params, ...ints, ...pairs].map((name, k) => [name, k]))
  return {
    params: params.length,
    ints: ints.length,
    pairs: pairs.length,
    body: body(local as Locals<P | I | V>).flat(),
  }
}

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content]
const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()]
const text = (s: string): Code => vector([...new TextEncoder().encode(s)].map((byte) => [byte]))

/** '\0asm' and the version. */
const HEADER: Code = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const I32 = 0x7f
const V128 = 0x7b

/**
 * The bytes of a module that imports `memory` from 'page' and exports all functions by their names, which are
 * numbered in the order of the record.
 */
export const assemble = (functions: Readonly<Record<string, Func>>): Uint8Array<ArrayBuffer> => {
  const all = Object.values(functions)
  const types = all.map(({ params }) => [0x60, ...vector(Array.from({ length: params }, () => [I32])), 0])
  const bodies = all.map(({ ints, pairs, body }) => {
    const locals = [
      [...unsigned(ints), I32],
      [...unsigned(pairs), V128],
    ]
    const code = [...vector(locals), ...body, 0x0b]
    return [...unsigned(code.length), ...code]
  })
  return Uint8Array.from([
    ...HEADER,
    ...section(1, vector(types)),
    ...section(2, vector([[...text('page'), ...text('memory'), 2, 0, 1]])),
    ...section(3, vector(all.map((_, k) => unsigned(k)))),
    ...section(7, vector(Object.keys(functions).map((name, k) => [...text(name), 0, ...unsigned(k)]))),
    ...section(10, vector(bodies)),
  ])
}
