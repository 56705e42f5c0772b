import { expect, test } from 'vitest'
import { seenAt } from '../../../src/panels/provenance/Crossfade.tsx'

test('each form is whole at its own end, and neither is seen at one half of the way', () => {
  const seen = (isFolded: boolean) =>
    [0, 0.25, 0.5, 0.75, 1].map((fold) => seenAt({ fold, isMoving: true }, isFolded))
  expect(seen(false)).toEqual([1, 0.5, 0, 0, 0])
  expect(seen(true)).toEqual([0, 0, 0, 0.5, 1])
})

test('where nothing moves, what is drawn is whole', () => {
  for (const fold of [0, 0.3, 0.5, 0.7, 1])
    for (const isFolded of [false, true]) expect(seenAt({ fold, isMoving: false }, isFolded)).toBe(1)
})
