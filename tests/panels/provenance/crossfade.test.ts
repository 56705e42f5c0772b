import { expect, test } from 'vitest'
import { seenAt } from '../../../src/panels/provenance/Crossfade.tsx'

test('each form is whole at its own end, and neither is seen at one half of the way', () => {
  expect([0, 0.25, 0.5, 0.75, 1].map((fold) => seenAt(fold, false))).toEqual([1, 0.5, 0, 0, 0])
  expect([0, 0.25, 0.5, 0.75, 1].map((fold) => seenAt(fold, true))).toEqual([0, 0, 0, 0.5, 1])
})
