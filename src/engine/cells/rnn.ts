/** The simple (Elman) recurrent network: the whole state is written anew at every step. */
import { hidden, type Words } from '../cell.ts'
import { defineCell } from '../defineCell.ts'
import { affine, previous, relu, tanh, x } from '../expression.ts'

const words: Words = { en: 'new hidden state', es: 'nuevo estado oculto' }

const source = {
  authors: 'Elman',
  year: 1990,
  title: 'Finding structure in time',
  equations: 'as torch.nn.RNN',
}

export const rnn = defineCell({
  id: 'rnn',
  name: 'RNN',
  words: { en: 'simple recurrent network', es: 'red recurrente simple' },
  source: { ...source, convention: 'tanh' },
  carry: ['h'],
  output: 'h',
  equations: { h: hidden(tanh(affine(x, previous('h'))), words) },
  stacked: { pytorch: ['h'], keras: ['h'], onnx: ['h'] },
})

export const rnnRelu = defineCell({
  id: 'rnn-relu',
  name: 'RNN, ReLU',
  words: { en: 'simple recurrent network with ReLU', es: 'red recurrente simple con ReLU' },
  source: { ...source, convention: 'rectifier in place of tanh' },
  carry: ['h'],
  output: 'h',
  equations: { h: hidden(relu(affine(x, previous('h'))), words) },
  stacked: { pytorch: ['h'], keras: ['h'], onnx: ['h'] },
})
