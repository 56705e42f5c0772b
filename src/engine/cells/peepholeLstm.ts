/** LSTM whose gates also look at the cell state through a learned diagonal. */
import { candidate, cellState, expose, hidden, keep, write } from '../cell.ts'
import { defineCell } from '../defineCell.ts'
import { add, affine, diagonal, multiply, previous, sigmoid, tanh, x } from '../expression.ts'

const hPrev = previous('h')
const cPrev = previous('c')

export const peepholeLstm = defineCell({
  id: 'peephole-lstm',
  name: 'Peephole LSTM',
  words: { en: 'LSTM with peepholes', es: 'LSTM con mirillas' },
  source: {
    authors: 'Gers, Schraudolph & Schmidhuber',
    year: 2002,
    title: 'Learning precise timing with LSTM recurrent networks',
    equations: '3–10',
    convention:
      'diagonal peepholes; the output gate sees the new cell state; tanh for candidate and output, as in ONNX',
  },
  carry: ['h', 'c'],
  output: 'h',
  equations: {
    f: keep(sigmoid(add(affine(x, hPrev), diagonal(cPrev))), {
      en: 'forget gate',
      es: 'compuerta de olvido',
    }),
    i: write(sigmoid(add(affine(x, hPrev), diagonal(cPrev))), {
      en: 'input gate',
      es: 'compuerta de entrada',
    }),
    g: candidate(tanh(affine(x, hPrev)), { en: 'candidate', es: 'candidato' }),
    c: cellState(add(multiply('f', cPrev), multiply('i', 'g')), {
      en: 'cell state',
      es: 'estado de celda',
    }),
    o: expose(sigmoid(add(affine(x, hPrev), diagonal('c'))), {
      en: 'output gate',
      es: 'compuerta de salida',
    }),
    h: hidden(multiply('o', tanh('c')), { en: 'hidden state', es: 'estado oculto' }),
  },
  stacked: { onnx: ['i', 'o', 'f', 'g'] },
})
