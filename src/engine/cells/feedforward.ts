/** A layer without memory: the baseline that sees only its own step. */
import { candidate } from '../cell.ts'
import { defineCell } from '../defineCell.ts'
import { affine, tanh, x } from '../expression.ts'

export const feedforward = defineCell({
  id: 'feedforward',
  name: 'Feed-forward',
  words: { en: 'feed-forward layer', es: 'capa sin memoria (feed forward)' },
  source: {
    authors: 'Rumelhart, Hinton & Williams',
    year: 1986,
    title: 'Learning representations by back-propagating errors',
    equations: '1–2',
    convention: 'tanh in place of the logistic function; no value is carried between steps',
  },
  carry: [],
  output: 'h',
  equations: {
    h: candidate(tanh(affine(x)), { en: 'activation', es: 'activación' }),
  },
  stacked: { pytorch: ['h'], keras: ['h'] },
})
