import { expect, test } from 'vitest'
import { linesOf } from '../../../src/panels/bands/GutterName.tsx'

test.each([
  ['forget gate', ['forget gate']],
  ['hidden state', ['hidden', 'state']],
  ['compuerta de olvido', ['compuerta', 'de olvido']],
  ['compuerta de actualización', ['compuerta', 'de', 'actualización']],
  ['salida', ['salida']],
])('%s is broken at its spaces', (name, lines) => {
  expect(linesOf(name)).toEqual(lines)
})
