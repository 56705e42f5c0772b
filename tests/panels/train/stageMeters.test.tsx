// @vitest-environment jsdom
/** The meters of the Train page's stage show the layer they are given, also one that reads another layer. */
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { at, cells } from '../../../src/engine/index.ts'
import { paletteOf } from '../../../src/panels/stage/palette.ts'
import { StageMeters } from '../../../src/panels/train/StageMeters.tsx'
import { stageRows } from '../../../src/panels/train/stageRows.ts'
import { networkOf, randomCase, traceOf } from '../../engine/support/networks.ts'

afterEach(cleanup)

const T = 4
const UNIT = 1

describe.each(cells.map((cell) => [cell.id, cell] as const))('of the second layer of %s', (id, cell) => {
  const readout = { size: 1, activation: 'identity' } as const
  const network = networkOf(id, { I: 2, H: 3, layers: 2, direction: 'bidirectional', readout })
  const trained = traceOf(randomCase(network, T, 7))
  const untrained = traceOf(randomCase(network, T, 8))
  const { meters: lines } = stageRows(cell)
  const slots = lines.flatMap(({ meters }) => meters.map(({ slot }) => slot))

  // Parts in order: both directions of the first layer, both of the second.
  test.each([2, 3])('part %d shows its own values, and a tick a meter where it began', (part) => {
    const [layer, before] = [trained.traces[part]!, untrained.traces[part]!]
    for (let t = 0; t < T; t++) {
      const { container } = render(
        <svg>
          <StageMeters
            {...{ lines, t, trace: layer, untrained: before, unit: UNIT, left: 10, width: 40 }}
            palette={paletteOf('light')}
          />
        </svg>,
      )
      const bars = [...container.querySelectorAll<SVGRectElement>('[data-slot]')]
      expect(bars.map((bar) => bar.getAttribute('data-slot'))).toEqual(slots)
      bars.forEach((bar, k) => {
        expect(Number(bar.getAttribute('data-value'))).toBe(at(layer, t, slots[k]!)[UNIT])
        expect(bar.getAttribute('data-t')).toBe(String(t))
      })
      const ticks = [...container.querySelectorAll('.train-untrained')]
      expect(ticks).toHaveLength(slots.length)
      lines.forEach(({ top, height, meters }) => {
        for (const { slot, signed } of meters) {
          const tick = ticks[slots.indexOf(slot)]!.getAttribute('d')!
          const share = Math.min(1, Math.max(signed ? -1 : 0, at(before, t, slot)[UNIT]!))
          const y = signed ? top + (height / 2) * (1 - share) : top + height * (1 - share)
          expect(Number(/ ([\d.]+)h/.exec(tick)![1])).toBeCloseTo(y, 9)
        }
      })
      cleanup()
    }
  })

  test('no tick stands where the run was not seen untrained', () => {
    const { container } = render(
      <svg>
        <StageMeters
          {...{ lines, t: 0, trace: trained.traces[2]!, untrained: null, unit: UNIT, left: 10, width: 40 }}
          palette={paletteOf('light')}
        />
      </svg>,
    )
    expect(container.querySelectorAll('.train-untrained')).toHaveLength(0)
  })
})
