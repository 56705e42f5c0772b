/** LSTM with coupled input and forget gates (CIFG): what is not kept is written. */
import { candidate, cellState, expose, hidden, keep, write } from '../cell.ts'
import { defineCell } from '../defineCell.ts'
import { add, affine, complement, multiply, previous, sigmoid, tanh, x } from '../expression.ts'

const hPrev = previous('h')

export const coupledLstm = defineCell({
  id: 'coupled-lstm',
  name: 'Coupled LSTM',
  words: { en: 'LSTM with coupled gates', es: 'LSTM con compuertas acopladas' },
  source: {
    authors: 'Greff, Srivastava, Koutník, Steunebrink & Schmidhuber',
    year: 2017,
    title: 'LSTM: a search space odyssey',
    equations: 'CIFG, appendix A',
    convention: 'i = 1 − f; no peepholes',
  },
  carry: ['h', 'c'],
  output: 'h',
  equations: {
    f: keep(sigmoid(affine(x, hPrev)), { en: 'forget gate', es: 'compuerta de olvido' }),
    i: write(complement('f'), { en: 'input gate', es: 'compuerta de entrada' }),
    g: candidate(tanh(affine(x, hPrev)), { en: 'candidate', es: 'candidato' }),
    o: expose(sigmoid(affine(x, hPrev)), { en: 'output gate', es: 'compuerta de salida' }),
    c: cellState(add(multiply('f', previous('c')), multiply('i', 'g')), {
      en: 'cell state',
      es: 'estado de celda',
    }),
    h: hidden(multiply('o', tanh('c')), { en: 'hidden state', es: 'estado oculto' }),
  },
})
