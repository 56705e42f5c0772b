/**
 * The loops of kernel.ts, parameterGradients.ts and weights.ts once more, two rows at a time. Every number goes
 * through the same operations in the same order as in JavaScript, so that it comes out with the same bits.
 * Addresses are in bytes; an array may start anywhere.
 */
import {
  add,
  add64,
  and,
  call,
  func,
  get,
  int,
  load,
  load32,
  load64,
  loadTwice,
  loop,
  mul,
  narrowed,
  narrowed64,
  plus,
  set,
  shifted,
  step,
  store,
  store32,
  store64,
  storeLow,
  times,
  when,
  type Code,
  type Func,
} from './assembler.ts'

/** w[p]·b0 + w[p + 1]·b1 + w[p + 2]·b2 + w[p + 3]·b3 of two rows. */
const four = (w: Code, inputs: readonly number[], first: number): Code =>
  inputs
    .map((input, k) => mul(load(w, 16 * (first + k)), get(input)))
    .reduce((sum, product) => add(sum, product))

/**
 * z[r] += Σ_k w[r, k] · v[k] for pairs of rows and blocks of eight columns. The matrix is packed as
 * [columns / 8][rows / 2][8][2], the last dimension being the two rows.
 */
const multiplyAdd: Func = func(
  {
    params: ['w', 'rowPairs', 'blocks', 'v', 'z'],
    ints: ['rows', 'at'],
    pairs: ['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7'],
  },
  (l) => {
    const inputs = [l.b0, l.b1, l.b2, l.b3, l.b4, l.b5, l.b6, l.b7]
    const [at, w] = [get(l.at), get(l.w)]
    return [
      loop(
        l.blocks,
        ...inputs.map((input, k) => set(input, loadTwice(get(l.v), 8 * k))),
        set(l.at, get(l.z)),
        set(l.rows, get(l.rowPairs)),
        loop(
          l.rows,
          store(at, add(load(at), add(four(w, inputs.slice(0, 4), 0), four(w, inputs.slice(4), 4)))),
          step(l.at, 16),
          step(l.w, 128),
        ),
        step(l.v, 64),
      ),
    ]
  },
)

/** Two elements a turn and the last one alone: nothing beyond n elements is touched. */
const overElements = (two: (at: Code, from: Code) => Code, one: (at: Code, from: Code) => Code): Func =>
  func({ params: ['at', 'from', 'n'], ints: ['pairs'] }, (l) => {
    const [at, from] = [get(l.at), get(l.from)]
    return [
      set(l.pairs, shifted(get(l.n), 1)),
      loop(l.pairs, two(at, from), step(l.at, 16), step(l.from, 16)),
      when(and(get(l.n), int(1)), one(at, from)),
    ]
  })

/** The kernels by name; `multiplyAdd` has to come first because `addOuter` calls it by its number. */
export const kernels = {
  multiplyAdd,

  /** at[k] = from[k] */
  copy: overElements(
    (at, from) => store(at, load(from)),
    (at, from) => store64(at, load64(from)),
  ),

  /** at[k] = from[k] in single precision, rounded as JavaScript rounds it; both may start at the same place. */
  narrow: func({ params: ['at', 'from', 'n'], ints: ['pairs'] }, (l) => {
    const [at, from] = [get(l.at), get(l.from)]
    return [
      set(l.pairs, shifted(get(l.n), 1)),
      loop(l.pairs, storeLow(at, narrowed(load(from))), step(l.at, 8), step(l.from, 16)),
      when(and(get(l.n), int(1)), store32(at, narrowed64(load64(from)))),
    ]
  }),

  /** at[k] += from[k] */
  accumulate: overElements(
    (at, from) => store(at, add(load(at), load(from))),
    (at, from) => store64(at, add64(load64(at), load64(from))),
  ),

  /** at[k] = base[table[k]], the table in bytes. */
  gather: func({ params: ['at', 'base', 'table', 'n'] }, (l) => [
    loop(
      l.n,
      store64(get(l.at), load64(plus(get(l.base), load32(get(l.table))))),
      step(l.at, 8),
      step(l.table, 4),
    ),
  ]),

  /** Pairs of rows of one step, put where `addOuter` reads them: [rows / 2][8 steps][2]. */
  collectPairs: func({ params: ['at', 'from', 'pairs'] }, (l) => [
    loop(l.pairs, store(get(l.at), load(get(l.from))), step(l.at, 128), step(l.from, 16)),
  ]),

  /** Inputs of one step, put where `addOuter` reads them: [columns][8 steps]. */
  collect: func({ params: ['at', 'from', 'n'] }, (l) => [
    loop(l.n, store64(get(l.at), load64(get(l.from))), step(l.at, 64), step(l.from, 8)),
  ]),

  /** dW[column][row] += Σ_step dZ[row, step] · inputs[column, step] of eight collected steps. */
  addOuter: func({ params: ['dZ', 'rowPairs', 'inputs', 'columns', 'dW'] }, (l) => [
    loop(
      l.columns,
      call(0, get(l.dZ), get(l.rowPairs), int(1), get(l.inputs), get(l.dW)),
      step(l.inputs, 64),
      set(l.dW, plus(get(l.dW), times(get(l.rowPairs), int(16)))),
    ),
  ]),
} satisfies Readonly<Record<string, Func>>
