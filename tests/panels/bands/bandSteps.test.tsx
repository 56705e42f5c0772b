// @vitest-environment jsdom
/** The numbers above the bands of a narrow screen: in their columns, apart from each other, the open step's always. */
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { BandSteps } from '../../../src/panels/bands/BandSteps.tsx'
import { endOf, evenForm, scaleBetween } from '../../../src/ui/timeScale.ts'

afterEach(cleanup)

const FIGURE = 7
/** Room at the right of the columns on a narrow screen, px. */
const RIGHT = 12

test.each([
  [1, 0],
  [24, 0],
  [24, 9],
  [24, 23],
  [60, 59],
  [300, 151],
  [10_000, 5003],
  [10_000, 9999],
])('of %i steps, at step %i', (T, t) => {
  const form = evenForm({ T, start: 30, width: 348, minimum: 6 })
  const scale = scaleBetween(form, form, 1, t)
  const { container } = render(<BandSteps scale={scale} t={t} />)
  const texts = [...container.querySelectorAll('text')]
  const steps = texts.map((text) => Number(text.textContent))
  expect(steps.filter((_, k) => texts[k]!.classList.contains('bands-own'))).toEqual([t])
  for (const [k, text] of texts.entries()) {
    const step = steps[k]!
    expect(step).toBeGreaterThanOrEqual(scale.first)
    expect(step).toBeLessThanOrEqual(scale.last)
    expect(Number(text.getAttribute('x'))).toBe(scale.middle(step))
    expect(scale.middle(step) + (String(step).length * FIGURE) / 2).toBeLessThanOrEqual(endOf(scale) + RIGHT)
    if (k > 0) {
      const gap = scale.middle(step) - scale.middle(steps[k - 1]!)
      expect(gap).toBeGreaterThan(String(step).length * FIGURE)
    }
  }
})
