/**
 * One record an operation: how many vectors it takes, how it runs forward and back, how it is written
 * and drawn. Affine terms are run by the packed kernel (kernel.ts), so theirs have no loops here.
 *
 * Loops work on one flat register file `r` (values) and `g` (gradients): `out`, `a` and `b` are offsets
 * of vectors of length `n`. Backward adds to the gradients of its arguments, with d = ∂L/∂out.
 */
import { sigmoidInto, tanhInto } from './activations.ts'
import type { OpName } from './expression.ts'

export type Registers = number[]

type Forward = (r: Registers, out: number, a: number, b: number, n: number) => void
type Backward = (r: Registers, g: Registers, out: number, a: number, b: number, n: number) => void

export interface Op {
  /** Number of arguments, or null for one or more. */
  readonly arity: number | null
  /** Squashes a pre-activation: its argument is the equation's `a_…`. */
  readonly activation: boolean
  /** Values that the backward loop reads: its own output, its arguments, or nothing. */
  readonly reads: 'output' | 'arguments' | 'nothing'
  readonly forward: Forward
  readonly backward: Backward
  /** TeX of the operation around its arguments' TeX. */
  readonly tex: (args: readonly string[]) => string
  /** What stands in the node of the picture. */
  readonly glyph: string
  readonly words: { readonly en: string; readonly es: string }
}

const byKernel = (): never => {
  throw new Error('An affine or diagonal term is run by its group, not by its own record.')
}

/** Every operation by its name in expressions. */
export const ops: Readonly<Record<OpName, Op>> = {
  affine: {
    arity: null,
    activation: false,
    reads: 'arguments',
    forward: byKernel,
    backward: byKernel,
    tex: (args) => args.join(' + '),
    glyph: 'W',
    words: { en: 'weighted sum', es: 'suma ponderada' },
  },
  diagonal: {
    arity: 1,
    activation: false,
    reads: 'arguments',
    forward: byKernel,
    backward: byKernel,
    tex: ([v]) => `p \\odot ${v}`,
    glyph: 'p',
    words: { en: 'peephole', es: 'mirilla' },
  },
  sigmoid: {
    arity: 1,
    activation: true,
    reads: 'output',
    forward: sigmoidInto,
    backward: (r, g, out, a, _b, n) => {
      for (let u = 0; u < n; u++) {
        const s = r[out + u]!
        g[a + u]! += g[out + u]! * s * (1 - s)
      }
    },
    tex: ([v]) => `\\sigma(${v})`,
    glyph: 'σ',
    words: { en: 'sigmoid', es: 'sigmoide' },
  },
  tanh: {
    arity: 1,
    activation: true,
    reads: 'output',
    forward: tanhInto,
    backward: (r, g, out, a, _b, n) => {
      for (let u = 0; u < n; u++) {
        const s = r[out + u]!
        g[a + u]! += g[out + u]! * (1 - s * s)
      }
    },
    tex: ([v]) => `\\tanh(${v})`,
    glyph: 'tanh',
    words: { en: 'hyperbolic tangent', es: 'tangente hiperbólica' },
  },
  relu: {
    arity: 1,
    activation: true,
    reads: 'output',
    forward: (r, out, a, _b, n) => {
      // Not Math.max: a NaN pre-activation has to stay NaN, as in PyTorch.
      for (let u = 0; u < n; u++) {
        const v = r[a + u]!
        r[out + u] = v <= 0 ? 0 : v
      }
    },
    backward: (r, g, out, a, _b, n) => {
      for (let u = 0; u < n; u++) if (r[out + u]! > 0) g[a + u]! += g[out + u]!
    },
    tex: ([v]) => `\\operatorname{relu}(${v})`,
    glyph: 'relu',
    words: { en: 'rectifier', es: 'rectificador' },
  },
  add: {
    arity: 2,
    activation: false,
    reads: 'nothing',
    forward: (r, out, a, b, n) => {
      for (let u = 0; u < n; u++) r[out + u] = r[a + u]! + r[b + u]!
    },
    backward: (_r, g, out, a, b, n) => {
      for (let u = 0; u < n; u++) {
        const d = g[out + u]!
        g[a + u]! += d
        g[b + u]! += d
      }
    },
    tex: ([v, w]) => `${v} + ${w}`,
    glyph: '+',
    words: { en: 'sum', es: 'suma' },
  },
  multiply: {
    arity: 2,
    activation: false,
    reads: 'arguments',
    forward: (r, out, a, b, n) => {
      for (let u = 0; u < n; u++) r[out + u] = r[a + u]! * r[b + u]!
    },
    backward: (r, g, out, a, b, n) => {
      for (let u = 0; u < n; u++) {
        const d = g[out + u]!
        g[a + u]! += d * r[b + u]!
        g[b + u]! += d * r[a + u]!
      }
    },
    tex: ([v, w]) => `${v} \\odot ${w}`,
    glyph: '×',
    words: { en: 'element-wise product', es: 'producto elemento a elemento' },
  },
  complement: {
    arity: 1,
    activation: false,
    reads: 'nothing',
    forward: (r, out, a, _b, n) => {
      for (let u = 0; u < n; u++) r[out + u] = 1 - r[a + u]!
    },
    backward: (_r, g, out, a, _b, n) => {
      for (let u = 0; u < n; u++) g[a + u]! -= g[out + u]!
    },
    tex: ([v]) => `1 - ${v}`,
    glyph: '1−',
    words: { en: 'complement', es: 'complemento' },
  },
}
