/** Steps to choose from: all when few, else those around the open one. */
import { expect, it } from 'vitest'
import { nearSteps } from '../../../src/panels/compareSide/nearSteps.ts'

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, t) => t)

it('gives all steps when they are few', () => {
  expect(nearSteps(upTo(24), 5)).toEqual(upTo(24))
  expect(nearSteps([], 0)).toEqual([])
})

it.each([0, 3, 100, 5000, 9990, 9999])('gives 200 of 10,000 around step %i, within the sequence', (open) => {
  const steps = nearSteps(upTo(10_000), open)
  expect(steps).toHaveLength(200)
  expect(steps).toContain(open)
})

it('centres on the open step where the sequence goes on at both sides', () => {
  expect(nearSteps(upTo(10_000), 5000)[0]).toBe(4901)
})
