/** Gated recurrent unit, in both conventions of where the reset gate acts. */
import { candidate, hidden, keep, read, type Words } from '../cell.ts'
import { defineCell } from '../defineCell.ts'
import { add, affine, complement, multiply, previous, sigmoid, tanh, x } from '../expression.ts'

const hPrev = previous('h')

const words: Readonly<Record<'r' | 'z' | 'n' | 'h', Words>> = {
  r: { en: 'reset gate', es: 'compuerta de reinicio' },
  z: { en: 'update gate', es: 'compuerta de actualización' },
  n: { en: 'candidate', es: 'candidato' },
  h: { en: 'hidden state', es: 'estado oculto' },
}

const source = {
  authors: 'Cho, van Merriënboer, Gulcehre, Bahdanau, Bougares, Schwenk & Bengio',
  year: 2014,
  title: 'Learning phrase representations using RNN encoder–decoder',
}

/** Fresh expressions each time: an expression with weights belongs to one equation. */
const gates = () => ({
  r: read(sigmoid(affine(x, hPrev)), words.r),
  z: keep(sigmoid(affine(x, hPrev)), words.z),
})

const mix = () => ({
  h: hidden(add(multiply(complement('z'), 'n'), multiply('z', hPrev)), words.h),
})

export const gru = defineCell({
  id: 'gru',
  name: 'GRU',
  words: { en: 'gated recurrent unit', es: 'unidad recurrente con compuertas' },
  source: {
    ...source,
    equations: 'as torch.nn.GRU',
    convention: 'reset after the product U·h (PyTorch, Keras reset_after, cuDNN); z keeps',
  },
  carry: ['h'],
  output: 'h',
  equations: {
    ...gates(),
    n: candidate(tanh(add(affine(x), multiply('r', affine(hPrev)))), words.n),
    ...mix(),
  },
  stacked: { pytorch: ['r', 'z', 'n'], keras: ['z', 'r', 'n'], onnx: ['z', 'r', 'n'] },
})

export const gruResetBefore = defineCell({
  id: 'gru-reset-before',
  name: 'GRU, reset before',
  words: {
    en: 'gated recurrent unit, reset before the product',
    es: 'unidad recurrente con compuertas, reinicio antes del producto',
  },
  source: {
    ...source,
    equations: '5–8 of version 3',
    convention: 'reset before the product U·(r ⊙ h) (Cho et al. v3, ONNX default); z keeps',
  },
  carry: ['h'],
  output: 'h',
  equations: {
    ...gates(),
    n: candidate(tanh(affine(x, multiply('r', hPrev))), words.n),
    ...mix(),
  },
  stacked: { keras: ['z', 'r', 'n'], onnx: ['z', 'r', 'n'] },
})
