/** Long short-term memory, with the forget gate of Gers, Schmidhuber & Cummins (2000). */
import { candidate, cellState, expose, hidden, keep, write } from '../cell.ts'
import { defineCell } from '../defineCell.ts'
import { add, affine, multiply, previous, sigmoid, tanh, x } from '../expression.ts'

const hPrev = previous('h')
const cPrev = previous('c')

export const lstm = defineCell({
  id: 'lstm',
  name: 'LSTM',
  words: { en: 'long short-term memory', es: 'memoria larga a corto plazo' },
  source: {
    authors: 'Hochreiter & Schmidhuber; Gers, Schmidhuber & Cummins',
    year: 2000,
    title: 'Learning to forget: continual prediction with LSTM',
    equations: '3–7',
    convention: 'as torch.nn.LSTM: no peepholes, tanh for candidate and output',
  },
  carry: ['h', 'c'],
  output: 'h',
  equations: {
    f: keep(sigmoid(affine(x, hPrev)), { en: 'forget gate', es: 'compuerta de olvido' }),
    i: write(sigmoid(affine(x, hPrev)), { en: 'input gate', es: 'compuerta de entrada' }),
    g: candidate(tanh(affine(x, hPrev)), { en: 'candidate', es: 'candidato' }),
    o: expose(sigmoid(affine(x, hPrev)), { en: 'output gate', es: 'compuerta de salida' }),
    c: cellState(add(multiply('f', cPrev), multiply('i', 'g')), {
      en: 'cell state',
      es: 'estado de celda',
    }),
    h: hidden(multiply('o', tanh('c')), { en: 'hidden state', es: 'estado oculto' }),
  },
  stacked: {
    pytorch: ['i', 'f', 'g', 'o'],
    keras: ['i', 'f', 'g', 'o'],
    onnx: ['i', 'o', 'f', 'g'],
  },
})
