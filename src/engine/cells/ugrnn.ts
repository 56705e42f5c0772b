/** Update-gate RNN: one gate that mixes the old state with a candidate. */
import { candidate, hidden, keep } from '../cell.ts'
import { defineCell } from '../defineCell.ts'
import { add, affine, complement, multiply, previous, sigmoid, tanh, x } from '../expression.ts'

const hPrev = previous('h')

export const ugrnn = defineCell({
  id: 'ugrnn',
  name: 'UGRNN',
  words: { en: 'update-gate RNN', es: 'RNN con compuerta de actualización' },
  source: {
    authors: 'Collins, Sohl-Dickstein & Sussillo',
    year: 2017,
    title: 'Capacity and trainability in recurrent neural networks',
    equations: 'appendix, UGRNN',
    convention: 'g keeps: h = g ⊙ h₋ + (1 − g) ⊙ n; the paper calls n "c"',
  },
  carry: ['h'],
  output: 'h',
  equations: {
    n: candidate(tanh(affine(x, hPrev)), { en: 'candidate', es: 'candidato' }),
    g: keep(sigmoid(affine(x, hPrev)), { en: 'update gate', es: 'compuerta de actualización' }),
    h: hidden(add(multiply('g', hPrev), multiply(complement('g'), 'n')), {
      en: 'hidden state',
      es: 'estado oculto',
    }),
  },
})
