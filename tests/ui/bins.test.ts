import fc from '../support/fc.ts'
import { describe, expect, test } from 'vitest'
import { firstUnit, rowOfUnit, shownUnits } from '../../src/ui/canvas/bins.ts'

describe('units in fewer rows', () => {
  test('every unit has the row whose bin holds it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1024 }), fc.integer({ min: 1, max: 64 }), (H, wanted) => {
        const rows = Math.min(H, wanted)
        const strayed = Array.from({ length: H }, (_, unit) => unit).filter((unit) => {
          const row = rowOfUnit(unit, rows, H)
          return !(firstUnit(row, rows, H) <= unit && unit < firstUnit(row + 1, rows, H))
        })
        expect(strayed).toEqual([])
      }),
    )
  })

  test('a bin shows its signed extreme', () => {
    const values = [0.1, -0.9, 0.3, 0.2, 0.5, -0.4]
    expect(shownUnits(values, 6, 0, 2)).toEqual([1, 4])
    expect(shownUnits(values, 3, 1, 8)).toEqual([0, 1, 2])
  })
})
