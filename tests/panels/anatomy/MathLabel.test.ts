import { expect, test } from 'vitest'
import { piecesOf } from '../../../src/panels/anatomy/MathLabel.tsx'

test('symbols are set with what belongs below the line', () => {
  const said = (...given: Parameters<typeof piecesOf>): string =>
    piecesOf(...given)
      .map(({ text, sub }) => (sub === null ? text : `${text}[${sub}]`))
      .join('')
  expect(said('f', '9')).toBe('f[9]')
  expect(said('f*c_prev')).toBe('f·c[t−1]')
  expect(said('c_prev', null, '8')).toBe('c[8]')
  expect(said('(1-z)*n')).toBe('(1−z)·n')
  expect(said('a_f')).toBe('a[f]')
  expect(said('a_n.h')).toBe('a[n, h]')
  expect(said('r*a_n.h')).toBe('r·a[n, h]')
})
