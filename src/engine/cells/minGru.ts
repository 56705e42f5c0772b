/** Minimal GRU: gate and candidate read only the input, so that training can run in parallel over time. */
import { candidate, hidden, write } from '../cell.ts'
import { defineCell } from '../defineCell.ts'
import { add, affine, complement, multiply, previous, sigmoid, x } from '../expression.ts'

export const minGru = defineCell({
  id: 'mingru',
  name: 'minGRU',
  words: { en: 'minimal gated recurrent unit', es: 'unidad recurrente mínima con compuerta' },
  source: {
    authors: 'Feng, Tung, Ahmed, Bengio & Hajimirsadeghi',
    year: 2024,
    title: 'Were RNNs all we needed?',
    equations: 'section 3.1',
    convention: 'z writes: h = (1 − z) ⊙ h₋ + z ⊙ n, with n linear',
  },
  carry: ['h'],
  output: 'h',
  equations: {
    z: write(sigmoid(affine(x)), { en: 'update gate', es: 'compuerta de actualización' }),
    n: candidate(affine(x), { en: 'candidate', es: 'candidato' }),
    h: hidden(add(multiply(complement('z'), previous('h')), multiply('z', 'n')), {
      en: 'hidden state',
      es: 'estado oculto',
    }),
  },
})
