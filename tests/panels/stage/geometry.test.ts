import fc from '../../support/fc.ts'
import { describe, expect, test } from 'vitest'
import { geometries } from '../../../src/describe/geometry.ts'
import { cellOf, cells, compile } from '../../../src/engine/index.ts'
import { cellSizeOf } from '../../../src/panels/stage/cellSize.ts'
import { compareGeometries, laneTop, lensSpans } from '../../../src/panels/stage/compareGeometry.ts'
import { isBefore } from '../../../src/describe/order.ts'
import { curvePath, logY, splitAt } from '../../../src/panels/stage/curves.ts'
import {
  fittingMarks,
  fittingOf,
  marksFitBeside,
  numberEvery,
  opacityBetween,
} from '../../../src/panels/stage/fitting.ts'
import { meterRows } from '../../../src/panels/stage/meterRows.ts'
import { outputAxis } from '../../../src/panels/stage/OutputBar.tsx'
import { ribbonLanes } from '../../../src/panels/stage/ribbonLanes.ts'
import { meterFill, meterPlace, neighbourScale, stages } from '../../../src/panels/stage/stageGeometry.ts'
import { draggedTo } from '../../../src/panels/stage/useScrub.ts'
import { stepOfKey } from '../../../src/panels/stage/Steps.tsx'
import { scaleFor } from './scene.ts'

describe('meters', () => {
  test('stand in the rows of their jobs', () => {
    const rows = (id: string) => meterRows(cellOf(id)).map(({ label, row }) => `${row} ${label}`)
    expect(rows('lstm')).toEqual(['0 f', '1 i', '2 g', '3 o'])
    expect(rows('gru')).toEqual(['0 z', '1 1−z', '2 n', '3 r'])
    expect(rows('rnn')).toEqual(['2 h'])
  })

  test.each(cells.map(({ id }) => id))('of %s are one a row and known to the trace', (id) => {
    const rows = meterRows(cellOf(id))
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length)
    const slots = cellOf(id).flat.single.slots.map(({ name }) => name)
    for (const { slot } of rows) expect(slots).toContain(slot)
  })

  test('fill gates from the bottom and signed values from the middle, and stay in their box', () => {
    const place = { y: 100, height: 30 }
    expect(meterFill(place, 0.5, false)).toEqual({ y: 115, height: 15 })
    expect(meterFill(place, 0.5, true)).toEqual({ y: 107.5, height: 7.5 })
    expect(meterFill(place, -0.5, true)).toEqual({ y: 115, height: 7.5 })
    expect(meterFill(place, NaN, true).height).toBe(0)
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.boolean(), (value, signed) => {
        const { y, height } = meterFill(place, value, signed)
        expect(height).toBeGreaterThanOrEqual(0)
        expect(y).toBeGreaterThanOrEqual(100 - 1e-9)
        expect(y + height).toBeLessThanOrEqual(130 + 1e-9)
      }),
    )
  })

  test.each(Object.values(stages))('lie between the ribbons of $anatomy.name', ({ meters, anatomy }) => {
    const half = anatomy.ribbon / 2
    expect(meterPlace(meters, 0).y).toBeGreaterThan(anatomy.lanes.conveyor + half)
    const last = meterPlace(meters, 3)
    expect(last.y + last.height).toBeCloseTo(meters.bottom)
    expect(meters.bottom).toBeLessThan(anatomy.lanes.bus - half)
  })
})

describe('ribbons', () => {
  test('run where the cell carries', () => {
    const lanes = (id: string) =>
      ribbonLanes(cellOf(id), geometries.single).map(({ slot, lane }) => [slot, lane])
    expect(lanes('lstm')).toEqual([
      ['c', 'conveyor'],
      ['h', 'bus'],
    ])
    expect(lanes('gru')).toEqual([['h', 'conveyor']])
    expect(lanes('rnn')).toEqual([['h', 'bus']])
  })
})

describe('the narrow stage', () => {
  test('keeps the lens in the middle and a neighbour at each side', () => {
    const scale = neighbourScale(24, 9, 390, 302)
    expect([scale.first, scale.last, scale.left(8), scale.left(9), scale.left(10)]).toEqual([
      8, 10, 0, 44, 346,
    ])
    expect([scale.stepAt(10), scale.stepAt(100), scale.stepAt(380)]).toEqual([8, 9, 10])
    expect(neighbourScale(1, 0, 390, 302)).toMatchObject({ first: 0, last: 0 })
  })
})

describe('the lanes of Compare', () => {
  test.each(Object.values(compareGeometries))('hold their parts one below the other', (geometry) => {
    const { anatomy, meters, output, memory, lane } = geometry
    expect(meters.bottom).toBeLessThan(anatomy.lanes.bus)
    expect(anatomy.lanes.bus + anatomy.ribbon / 2).toBeLessThan(output.top)
    expect(output.top + output.height).toBeLessThanOrEqual(memory.top)
    expect(memory.top + memory.height).toBeLessThan(lane)
    const spans = lensSpans(geometry, 3)
    expect(spans.at(-1)?.[1]).toBe(laneTop(geometry, 3) + geometry.ruler)
    spans.slice(1).forEach(([from], k) => expect(from).toBeGreaterThanOrEqual(spans[k]![1]))
  })

  test('share one logarithmic scale from a thousandth to 3', () => {
    const y = logY(100, 24)
    expect(y(3)).toBe(76)
    expect(y(50)).toBe(76)
    expect(y(1e-3)).toBe(100)
    expect(y(0)).toBe(100)
    expect(y(NaN)).toBe(100)
    expect(y(1) - y(10 ** -1)).toBeCloseTo(y(0.1) - y(0.01), 9)
  })

  test('split the curves of a reversed layer with its future at the left', () => {
    const points = [0, 1, 2, 3].map((t) => ({ t, value: t / 10 }))
    const layer = { reversed: true }
    const { past, ahead } = splitAt(points, (t) => isBefore(layer, t, 1))
    expect(past.map(({ t }) => t)).toEqual([2, 3])
    expect(ahead.map(({ t }) => t)).toEqual([0, 1, 2])
    expect(splitAt(points, (t) => isBefore(layer, t, 3)).past).toEqual([])
    expect(splitAt(points, (t) => isBefore(layer, t, -1)).ahead).toEqual([])
  })

  test('split their curves at the playhead, so that both parts meet there', () => {
    const points = [0, 1, 2, 3].map((t) => ({ t, value: t / 10 }))
    const { past, ahead } = splitAt(points, (t) => t <= 1)
    expect(past.map(({ t }) => t)).toEqual([0, 1])
    expect(ahead.map(({ t }) => t)).toEqual([1, 2, 3])
    expect(splitAt(points, () => true).ahead).toEqual([])
    expect(splitAt(points, () => false).past).toEqual([])
    expect(
      curvePath(
        past,
        (t) => 10 * t,
        (v) => v,
      ),
    ).toBe('M0 0L10 0.1')
    expect(
      curvePath(
        [],
        (t) => t,
        (v) => v,
      ),
    ).toBe('')
  })
})

describe('words along the axis', () => {
  test('never run into each other', () => {
    const scale = scaleFor(24, 9)
    const short = Array.from({ length: 24 }, (_, t) => (t % 3 === 0 ? 'S' : null))
    // The open step says its input in full.
    expect([...fittingMarks(short, scale)]).toEqual([0, 3, 6, 12, 15, 18, 21])
    const long = Array.from({ length: 24 }, () => '1990-01')
    const shown = [...fittingMarks(long, scale)]
    expect(shown.length).toBeGreaterThan(4)
    shown.slice(1).forEach((t, k) => {
      expect(scale.middle(t) - scale.middle(shown[k]!)).toBeGreaterThanOrEqual(7 * 6.4)
    })
  })

  test('that can be read do not run into each other while the chain folds', () => {
    const marks = Array.from({ length: 24 }, (_, t) => `2010-${String((t % 12) + 1).padStart(2, '0')}`)
    const half = (7 * 6.4) / 2
    const T = 24
    for (let open = 0; open < T; open++) {
      const unrolled = scaleFor(T, open)
      const folded = { ...scaleFor(T, null), open: null }
      const fitting = fittingOf(marks, [unrolled, folded], 10)
      for (let fold = 0; fold <= 1; fold += 0.05) {
        const seen = marks.flatMap((_, t) => {
          const [one, other] = fitting(t).mark
          const middle = (1 - fold) * unrolled.middle(t) + fold * folded.middle(t)
          return opacityBetween(one, other, fold) > 0.25 ? [middle] : []
        })
        seen.slice(1).forEach((middle, k) => {
          expect(middle - seen[k]!, `open ${open}, folded by ${fold}`).toBeGreaterThan(2 * half)
        })
      }
    }
    expect(opacityBetween(false, false, 0.5)).toBe(0)
    expect(opacityBetween(true, false, 0)).toBe(1)
    expect(opacityBetween(false, true, 1)).toBe(1)
  })

  test('number every step, or every few where columns are narrow', () => {
    expect(numberEvery({ w: 21, last: 23 })).toBe(1)
    expect(numberEvery({ w: 14, last: 4999 })).toBe(5)
    expect(numberEvery({ w: 0, last: 0 })).toBeGreaterThanOrEqual(1)
  })
})

describe('marks of the folded axis', () => {
  test('stand beside their token only where all of them fit', () => {
    expect(marksFitBeside(['S', null, 'R'], 41, 10)).toBe(true)
    expect(marksFitBeside(['S', null, 'R'], 15, 8)).toBe(false)
    expect(marksFitBeside(['2010-01'], 41, 10)).toBe(false)
  })
})

describe('output bars', () => {
  test('grow to both sides of the middle, probabilities from the bottom up', () => {
    expect(outputAxis(28, 14, false)).toEqual({ zero: 28, full: 14 })
    const { zero, full } = outputAxis(28, 14, true)
    expect(zero - full).toBe(14)
    expect(zero).toBeGreaterThan(28)
  })
})

describe('the size of a cell', () => {
  test('is said as matrices and biases', () => {
    expect(cellSizeOf(compile(cellOf('lstm'), 3, 8))).toEqual({
      weights: 352,
      biases: 32,
      matrices: { count: 4, rows: 8, columns: 11 },
    })
    expect(cellSizeOf(compile(cellOf('gru'), 3, 8)).matrices).toEqual({ count: 3, rows: 8, columns: 11 })
    expect(cellSizeOf(compile(cellOf('rnn'), 3, 8)).biases).toBe(8)
    expect(cellSizeOf(compile(cellOf('feedforward'), 3, 8)).matrices).toEqual({
      count: 1,
      rows: 8,
      columns: 3,
    })
    expect(cellSizeOf(compile(cellOf('peephole-lstm'), 3, 8)).matrices).toBeNull()
  })
})

describe('scrubbing', () => {
  test('moves a column a step and stays within the sequence', () => {
    expect(draggedTo(9, 43, 21, 24)).toBe(11)
    expect(draggedTo(9, -1000, 21, 24)).toBe(0)
    expect(draggedTo(9, 1000, 21, 24)).toBe(23)
    expect(draggedTo(0, 100, 0, 1)).toBe(0)
  })

  test('by keys opens neighbours and ends, or chooses a unit', () => {
    expect(stepOfKey('ArrowRight', 9, 24)).toEqual({ t: 10 })
    expect(stepOfKey('ArrowRight', 23, 24)).toEqual({ t: 23 })
    expect(stepOfKey('Home', 9, 24)).toEqual({ t: 0 })
    expect(stepOfKey('End', 9, 24)).toEqual({ t: 23 })
    expect(stepOfKey('PageUp', 9, 24)).toEqual({ t: 0 })
    expect(stepOfKey('PageDown', 9, 24)).toEqual({ t: 19 })
    expect(stepOfKey('ArrowUp', 9, 24)).toEqual({ unitBy: -1 })
    expect(stepOfKey('x', 9, 24)).toBeNull()
  })
})
