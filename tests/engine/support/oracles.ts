/**
 * One step of each cell, written by hand from its paper with scalar loops: the independent witness.
 * Nothing of the engine is imported here. Only the parameters' names are shared: W_k (input, [H, I]), U_k
 * (recurrent, [H, H]), b_k, p_k ([H]), all row by row; the GRU's candidate has a bias a product, bi_n and bh_n.
 */

export type Weights = Readonly<Record<string, ArrayLike<number>>>
export type Vectors = Record<string, number[]>
type Step = (w: Weights, x: number[], previous: Vectors) => Vectors

const get = (record: Readonly<Record<string, ArrayLike<number>>>, name: string): ArrayLike<number> => {
  const value = record[name]
  if (value === undefined)
    throw new Error(`The oracle needs "${name}", got ${Object.keys(record).join(', ')}.`)
  return value
}

/** (M v)_j for one row j of a row-major matrix. */
const row = (matrix: ArrayLike<number>, v: ArrayLike<number>, j: number): number => {
  let sum = 0
  for (let k = 0; k < v.length; k += 1) sum += (matrix[j * v.length + k] ?? NaN) * (v[k] ?? NaN)
  return sum
}

const logistic = (a: number): number => 1 / (1 + Math.exp(-a))
const at = (v: ArrayLike<number> | undefined, j: number): number => v?.[j] ?? NaN

/** W_k x + U_k h + b_k, unit j. */
const affine = (w: Weights, k: string, x: number[], h: ArrayLike<number>, j: number): number =>
  row(get(w, `W_${k}`), x, j) + row(get(w, `U_${k}`), h, j) + at(get(w, `b_${k}`), j)

const inputOnly = (w: Weights, k: string, x: number[], j: number): number =>
  row(get(w, `W_${k}`), x, j) + at(get(w, `b_${k}`), j)

const vectors = (...names: string[]): Vectors => Object.fromEntries(names.map((n) => [n, []]))

/** Pushes unit j of each named vector. */
const push = (out: Vectors, values: Readonly<Record<string, number>>): void => {
  for (const [name, value] of Object.entries(values)) out[name]?.push(value)
}

/** Rumelhart, Hinton & Williams 1986, eqs. 1–2, with tanh: h = tanh(W x + b). */
const feedforward: Step = (w, x) => ({
  h: Array.from(get(w, 'b_h'), (_, j) => Math.tanh(inputOnly(w, 'h', x, j))),
})

/** Elman 1990: h = φ(W x + U h₋ + b). */
const elman =
  (squash: (a: number) => number): Step =>
  (w, x, { h = [] }) => ({ h: h.map((_, j) => squash(affine(w, 'h', x, h, j))) })

/** Gers, Schmidhuber & Cummins 2000 with tanh squashing, as torch.nn.LSTM. */
const lstm: Step = (w, x, { h = [], c = [] }) => {
  const out = vectors('i', 'f', 'g', 'o', 'c', 'h')
  for (let j = 0; j < h.length; j += 1) {
    const i = logistic(affine(w, 'i', x, h, j))
    const f = logistic(affine(w, 'f', x, h, j))
    const g = Math.tanh(affine(w, 'g', x, h, j))
    const o = logistic(affine(w, 'o', x, h, j))
    const cNew = f * at(c, j) + i * g
    push(out, { i, f, g, o, c: cNew, h: o * Math.tanh(cNew) })
  }
  return out
}

/**
 * Gers, Schraudolph & Schmidhuber 2002, peephole connections, diagonal: input and forget gates see c₋, the
 * output gate sees the new c (as in Graves 2013, eqs. 7–11).
 */
const peepholeLstm: Step = (w, x, { h = [], c = [] }) => {
  const out = vectors('i', 'f', 'g', 'o', 'c', 'h')
  for (let j = 0; j < h.length; j += 1) {
    const i = logistic(affine(w, 'i', x, h, j) + at(get(w, 'p_i'), j) * at(c, j))
    const f = logistic(affine(w, 'f', x, h, j) + at(get(w, 'p_f'), j) * at(c, j))
    const g = Math.tanh(affine(w, 'g', x, h, j))
    const cNew = f * at(c, j) + i * g
    const o = logistic(affine(w, 'o', x, h, j) + at(get(w, 'p_o'), j) * cNew)
    push(out, { i, f, g, o, c: cNew, h: o * Math.tanh(cNew) })
  }
  return out
}

/** Greff et al. 2017, CIFG: the input gate is what the forget gate leaves, i = 1 − f. */
const coupledLstm: Step = (w, x, { h = [], c = [] }) => {
  const out = vectors('i', 'f', 'g', 'o', 'c', 'h')
  for (let j = 0; j < h.length; j += 1) {
    const f = logistic(affine(w, 'f', x, h, j))
    const g = Math.tanh(affine(w, 'g', x, h, j))
    const o = logistic(affine(w, 'o', x, h, j))
    const cNew = f * at(c, j) + (1 - f) * g
    push(out, { i: 1 - f, f, g, o, c: cNew, h: o * Math.tanh(cNew) })
  }
  return out
}

/** torch.nn.GRU: the reset gate multiplies the product U_n h₋ + b_hn. */
const gru: Step = (w, x, { h = [] }) => {
  const out = vectors('r', 'z', 'n', 'h')
  for (let j = 0; j < h.length; j += 1) {
    const r = logistic(affine(w, 'r', x, h, j))
    const z = logistic(affine(w, 'z', x, h, j))
    const fromH = row(get(w, 'U_n'), h, j) + at(get(w, 'bh_n'), j)
    const n = Math.tanh(row(get(w, 'W_n'), x, j) + at(get(w, 'bi_n'), j) + r * fromH)
    push(out, { r, z, n, h: (1 - z) * n + z * at(h, j) })
  }
  return out
}

/** Cho et al. 2014, version 3, eqs. 5–8: the reset gate multiplies h₋ before the product; z keeps. */
const gruResetBefore: Step = (w, x, { h = [] }) => {
  const r = h.map((_, j) => logistic(affine(w, 'r', x, h, j)))
  const z = h.map((_, j) => logistic(affine(w, 'z', x, h, j)))
  const seen = h.map((value, j) => at(r, j) * value)
  const n = h.map((_, j) => Math.tanh(affine(w, 'n', x, seen, j)))
  return { r, z, n, h: h.map((value, j) => at(z, j) * value + (1 - at(z, j)) * at(n, j)) }
}

/** Collins, Sohl-Dickstein & Sussillo 2017, UGRNN: c = tanh(…), g = σ(…), h = g ⊙ h₋ + (1 − g) ⊙ c. */
const ugrnn: Step = (w, x, { h = [] }) => {
  const out = vectors('n', 'g', 'h')
  for (let j = 0; j < h.length; j += 1) {
    const n = Math.tanh(affine(w, 'n', x, h, j))
    const g = logistic(affine(w, 'g', x, h, j))
    push(out, { n, g, h: g * at(h, j) + (1 - g) * n })
  }
  return out
}

/** Feng et al. 2024, section 3.1: z = σ(W_z x + b_z), h̃ = W_h x + b_h, h = (1 − z) ⊙ h₋ + z ⊙ h̃. */
const minGru: Step = (w, x, { h = [] }) => {
  const out = vectors('z', 'n', 'h')
  for (let j = 0; j < h.length; j += 1) {
    const z = logistic(inputOnly(w, 'z', x, j))
    const n = inputOnly(w, 'n', x, j)
    push(out, { z, n, h: (1 - z) * at(h, j) + z * n })
  }
  return out
}

export const oracles: Readonly<Record<string, Step>> = {
  feedforward,
  rnn: elman(Math.tanh),
  'rnn-relu': elman((a) => Math.max(0, a)),
  lstm,
  'peephole-lstm': peepholeLstm,
  'coupled-lstm': coupledLstm,
  gru,
  'gru-reset-before': gruResetBefore,
  ugrnn,
  mingru: minGru,
}

/** Runs an oracle over a sequence from the given carry: every named value at every step. */
export const runOracle = (
  id: string,
  weights: Weights,
  xs: readonly number[][],
  carry: Vectors,
): Vectors[] => {
  const step = oracles[id]
  if (!step) throw new Error(`No oracle for the cell "${id}": write one from its paper.`)
  let previous = carry
  return xs.map((x) => (previous = step(weights, x, previous)))
}
