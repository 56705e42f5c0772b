/**
 * Operations of ops.ts and elementary.ts, two units at a time, with the same bits. Forward they write `out` from
 * `a` and `b`; back they add to the gradients of `a` and `b`. Gradients lie `apart` bytes behind their values.
 */
import { elementary } from '../elementary.ts'
import type { OpName } from '../expression.ts'
import {
  add,
  and,
  butNot,
  choose,
  div,
  func,
  get,
  int,
  isAbove,
  isAtMost,
  lane,
  least,
  load,
  loadLane,
  loop,
  most,
  mul,
  pair,
  plus,
  set,
  shifted,
  step,
  store,
  sub,
  times,
  truncate,
  type Code,
  type Func,
} from './assembler.ts'

/** Where the tables of elementary.ts start in memory, in bytes. */
export interface Tables {
  readonly roots: number
  readonly rests: number
  readonly halves: number
  readonly tanhs: number
}

const PARAMS = ['out', 'a', 'b', 'pairs'] as const

/** One turn a pair of units; `body` gets the addresses. */
const elementwise = <V extends string = never>(
  pairs: readonly V[],
  body: (out: Code, a: Code, b: Code, local: Readonly<Record<V, number>>) => readonly Code[],
): Func =>
  func({ params: PARAMS, pairs }, (l) => [
    loop(l.pairs, ...body(get(l.out), get(l.a), get(l.b), l), step(l.out, 16), step(l.a, 16), step(l.b, 16)),
  ])

/** Both entries that two whole numbers in `n` point to; `index` makes an index of one of them. */
const lookUp = (table: number, n: number, index: (n: Code) => Code): Code => {
  const address = (k: number): Code => plus(int(table), times(index(lane(get(n), k)), int(8)))
  return loadLane(address(1), loadLane(address(0), pair(0), 0), 1)
}

const clamped = (a: Code, end: number): Code => most(least(a, pair(end)), pair(-end))

/** To the nearest whole numbers. */
const rounded = (a: Code): Code => sub(add(a, pair(elementary.ROUNDER)), pair(elementary.ROUNDER))

/** σ, as expOfMinus and sigmoidOf. */
const sigmoid = (tables: Tables): Func => {
  const { EXP_END, STEPS_OF_EXP, STEP_HEAD, STEP_REST, GREATEST } = elementary
  return elementwise(['x', 'steps', 'r', 'n', 'less1', 'root'], (out, a, _b, l) => {
    const [x, steps, r, root, less1] = [l.x, l.steps, l.r, l.root, l.less1].map(get) as [
      Code,
      Code,
      Code,
      Code,
      Code,
    ]
    const inner = add(pair(1 / 6), mul(r, add(pair(1 / 24), mul(r, pair(1 / 120)))))
    const low = (n: Code): Code => and(n, int(63))
    return [
      set(l.x, clamped(load(a), EXP_END)),
      set(l.steps, rounded(mul(x, pair(STEPS_OF_EXP)))),
      set(l.r, add(sub(mul(steps, pair(STEP_HEAD)), x), mul(steps, pair(STEP_REST)))),
      set(l.less1, add(r, mul(mul(r, r), add(pair(0.5), mul(r, inner))))),
      set(l.n, truncate(steps)),
      set(l.root, lookUp(tables.roots, l.n, low)),
      store(
        out,
        div(
          pair(1),
          add(
            pair(1),
            mul(
              add(root, add(mul(root, less1), lookUp(tables.rests, l.n, low))),
              lookUp(tables.halves + 8 * GREATEST, l.n, (n) => shifted(n, 6)),
            ),
          ),
        ),
      ),
    ]
  })
}

/** tanh, as tanhOf. */
const tanh = (tables: Tables): Func => {
  const { TANH_END, MIDDLE } = elementary
  return elementwise(['x', 'n', 'r', 's', 't', 'T'], (out, a, _b, l) => {
    const [x, n, r, s, t, T] = [l.x, l.n, l.r, l.s, l.t, l.T].map(get) as [Code, Code, Code, Code, Code, Code]
    const inner = sub(pair(1 / 3), mul(s, sub(pair(2 / 15), mul(s, pair(17 / 315)))))
    return [
      set(l.x, clamped(load(a), TANH_END)),
      set(l.n, rounded(mul(x, pair(64)))),
      set(l.r, sub(x, mul(n, pair(1 / 64)))),
      set(l.s, mul(r, r)),
      set(l.t, mul(r, sub(pair(1), mul(s, inner)))),
      set(l.n, truncate(n)),
      set(
        l.T,
        lookUp(tables.tanhs + 8 * MIDDLE, l.n, (whole) => whole),
      ),
      store(out, add(T, div(mul(t, sub(pair(1), mul(T, T))), add(pair(1), mul(T, t))))),
    ]
  })
}

type Elementwise = Exclude<OpName, 'affine' | 'diagonal'>

/** Forward loops by operation: (out, a, b, pairs). */
export const forwardOps = (tables: Tables): Readonly<Record<Elementwise, Func>> => ({
  sigmoid: sigmoid(tables),
  tanh: tanh(tables),
  relu: elementwise([], (out, a) => [store(out, butNot(load(a), isAtMost(load(a), pair(0))))]),
  add: elementwise([], (out, a, b) => [store(out, add(load(a), load(b)))]),
  multiply: elementwise([], (out, a, b) => [store(out, mul(load(a), load(b)))]),
  complement: elementwise([], (out, a) => [store(out, sub(pair(1), load(a)))]),
})

/** Loops back by operation: (out, a, b, pairs), and `addProduct`: out += a · b. */
export const backwardOps = (apart: number): Readonly<Record<Elementwise | 'addProduct', Func>> => {
  const d = (out: Code): Code => load(out, apart)
  const change = (at: Code, by: (old: Code) => Code): Code => store(at, by(load(at, apart)), apart)
  const onto = (at: Code, value: Code): Code => change(at, (old) => add(old, value))
  return {
    sigmoid: elementwise([], (out, a) => [onto(a, mul(mul(d(out), load(out)), sub(pair(1), load(out))))]),
    tanh: elementwise([], (out, a) => [onto(a, mul(d(out), sub(pair(1), mul(load(out), load(out)))))]),
    relu: elementwise([], (out, a) => [
      change(a, (old) => choose(add(old, d(out)), old, isAbove(load(out), pair(0)))),
    ]),
    add: elementwise([], (out, a, b) => [onto(a, d(out)), onto(b, d(out))]),
    multiply: elementwise([], (out, a, b) => [onto(a, mul(d(out), load(b))), onto(b, mul(d(out), load(a)))]),
    complement: elementwise([], (out, a) => [change(a, (old) => sub(old, d(out)))]),
    addProduct: elementwise([], (out, a, b) => [store(out, add(load(out), mul(load(a), load(b))))]),
  }
}
