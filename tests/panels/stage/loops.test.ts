/** Loops of the folded cell: where they run, and what fits beside them. */
import { describe, expect, test } from 'vitest'
import { geometries } from '../../../src/describe/geometry.ts'
import { cellOf } from '../../../src/engine/index.ts'
import { foldedGeometries, loopOf, outputSide, paneLeft } from '../../../src/panels/stage/foldedGeometry.ts'
import { loopStrand, strandOffsets } from '../../../src/panels/stage/loops.ts'
import { inputWire } from '../../../src/panels/stage/FoldedParts.tsx'
import { shapeOf } from '../../../src/panels/stage/stageShape.ts'
import { stageFrame } from '../../../src/panels/stage/stageFrame.ts'
import { ribbonLanes } from '../../../src/panels/stage/ribbonLanes.ts'
import { formsFor, scaleFor } from './scene.ts'

describe('loops', () => {
  const numbers = (path: string) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)

  test.each([
    ['wide', 1104],
    ['wide', 700],
    ['narrow', 390],
  ] as const)('of the %s fold at %d px are nested semicircles without a jump', (name, width) => {
    const folded = foldedGeometries[name]
    const left = paneLeft(folded, width)
    for (const lane of ribbonLanes(cellOf('lstm'), folded.anatomy)) {
      const loop = loopOf(folded, lane, left)
      const radii = strandOffsets(8, folded.anatomy.ribbon).map((offset) => {
        const { y, back, radius, out } = loopStrand(loop, offset)
        expect(Math.abs(y - back)).toBeCloseTo(2 * radius, 9)
        expect(numbers(out).slice(0, 3)).toEqual([loop.right, y, loop.right + folded.lead])
        // The whole loop stays on the stage.
        expect(loop.right + folded.lead + radius).toBeLessThanOrEqual(width)
        expect(loop.left - folded.lead - radius).toBeGreaterThanOrEqual(0)
        expect(back).toBeGreaterThan(0)
        expect(back).toBeLessThan(folded.input - folded.token.height / 2)
        return radius
      })
      const steps = radii.slice(1).map((radius, k) => Math.abs(radius - radii[k]!))
      for (const step of steps) expect(step).toBeCloseTo(folded.anatomy.ribbon / 8, 9)
      expect(Math.min(...radii)).toBeGreaterThan(0)
    }
  })

  test('leave room for the letters beside them, and for the number of the output', () => {
    const { wide } = foldedGeometries
    for (let width = 700; width <= 1500; width += 10) {
      const left = paneLeft(wide, width)
      expect(left - wide.beside - 16).toBeGreaterThanOrEqual(0)
      expect(left + wide.anatomy.width + wide.beside + 24).toBeLessThanOrEqual(width)
    }
    expect(outputSide(wide, 700, 487)).toBe('end')
    expect(outputSide(wide, 1104, 487)).toBe('start')
    // The output of a reversed layer leaves at the left.
    expect(outputSide(wide, 700, 13)).toBe('start')
    expect(outputSide(foldedGeometries.narrow, 390, 292)).toBe('end')
    // With room, the pane keeps to the middle of the time axis.
    expect(paneLeft(wide, 1104)).toBe((98 + 1104 - 20 - 500) / 2)
  })

  test('start from the pane and end at its other side', () => {
    const loop = { left: 100, right: 600, y: 50, direction: -1, separation: 78, lead: 14, gate: 44 } as const
    const strand = loopStrand(loop, 14)
    expect(strand.out.startsWith('M600 64')).toBe(true)
    expect(strand.out.endsWith('H394')).toBe(true)
    expect(strand.in.startsWith(`M306 ${strand.back}`)).toBe(true)
    expect(strand.in.endsWith('64H100')).toBe(true)
  })

  test('of 1 to 16 strands fill the ribbon evenly', () => {
    expect(strandOffsets(1, 32)).toEqual([0])
    expect(strandOffsets(2, 32)).toEqual([-8, 8])
    expect(strandOffsets(8, 32)[0]).toBe(-14)
  })

  test('leave the input wire from the open token to the pane', () => {
    const shape = shapeOf(formsFor(24), 1104)
    const left = paneLeft(foldedGeometries.wide, 1104)
    const port = left + geometries.single.inputPort
    expect(inputWire(shape, stageFrame(shape, 1, 9), 9)).toBe(
      `M${shape.forms[1].origin(9) + 9.5 * shape.forms[1].w} 448.5V437.5H${port}V390`,
    )
    // Unrolled, the token stands where the open cell's own wire begins.
    const x = scaleFor(24, 9).left(9) + geometries.single.inputPort
    expect(inputWire(shape, stageFrame(shape, 0, 9), 9)).toBe(`M${x} 342V342H${x}V342`)
  })
})
