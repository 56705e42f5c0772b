/**
 * Every number in the open cell, in each of the six phases, for each of the three cells: what the page says
 * is what the engine computes, to the last bit.
 */
import type { Page } from '@playwright/test'
import { at, parameterView, run } from '../../src/engine/index.ts'
import { formatNumber } from '../../src/i18n/number.ts'
import { loadScene, sequenceOf } from '../../src/scenes/load.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'
import { expect, test } from './page.ts'

const STEP = 9
const UNIT = 7

const runOf = async (cell: string) => {
  const { scene, networks } = await loadScene(fetchText, fetchBytes, 'recall')
  const { network, parameters } = networks[cell]!
  return { network, parameters, trace: run(network, parameters, sequenceOf(scene.examples[0]!)) }
}

/** A mark of the picture as its attributes say. */
interface Mark {
  readonly slot: string
  readonly unit: number
  readonly t: number
  readonly value: number
}

const marksOf = (page: Page): Promise<readonly Mark[]> =>
  page.locator('.anatomy [data-slot][data-unit][data-value]').evaluateAll((marks) =>
    marks.map((mark) => ({
      slot: mark.getAttribute('data-slot') ?? '',
      unit: Number(mark.getAttribute('data-unit')),
      t: Number(mark.getAttribute('data-t')),
      value: Number(mark.getAttribute('data-value')),
    })),
  )

const weightsOf = (page: Page) =>
  page.locator('.anatomy [data-weight][data-value]').evaluateAll((marks) =>
    marks.map((mark) => ({
      name: mark.getAttribute('data-weight') ?? '',
      row: Number(mark.getAttribute('data-row')),
      column: Number(mark.getAttribute('data-column')),
      value: Number(mark.getAttribute('data-value')),
    })),
  )

for (const cell of ['rnn', 'lstm', 'gru'])
  test(`every number of the opened ${cell}, in every phase`, async ({ page }) => {
    const { network, parameters, trace } = await runOf(cell)
    const layer = trace.traces[0]!
    // One layer, whose parameters come first.
    const { H, parameters: specs } = layer.program
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`./#scene=recall&cell=${cell}&t=${STEP}&phase=1&slot=h&unit=${UNIT}`)
    const pane = page.locator('.anatomy').first()
    await expect(pane).toBeVisible()

    const weights = await weightsOf(page)
    expect(weights.length).toBeGreaterThan(0)
    for (const { name, row, column, value } of weights) {
      const matrix = parameterView(specs, parameters, name)
      expect(value, `${name}[${row}, ${column}]`).toBe(matrix[(row * matrix.length) / H + column])
    }

    const seen = new Set<string>()
    for (let phase = 1; phase <= 6; phase++) {
      await page.keyboard.press(String(phase))
      await expect(page).toHaveURL(new RegExp(`phase=${phase}`))
      const marks = await marksOf(page)
      expect(marks.length).toBeGreaterThan(H)
      for (const mark of marks) {
        expect(mark.value, `phase ${phase}: ${mark.slot} of unit ${mark.unit} at t = ${mark.t}`).toBe(
          at(layer, mark.t, mark.slot)[mark.unit],
        )
        if (mark.t === STEP) seen.add(`${mark.slot} ${mark.unit}`)
      }
      // In words: every value of the unit that is computed by now, as the page writes numbers.
      const said = (await pane.locator('desc').first().textContent()) ?? ''
      const parts = said.replace(/^[^:]*: /, '').split('; ')
      const told = layer.program.slots.map(
        ({ name }) =>
          `${name.replace('_prev', 'ₜ₋₁').replaceAll('*', ' · ')} ${formatNumber(at(layer, STEP, name)[UNIT] ?? NaN, 'en')}`,
      )
      for (const part of parts.filter((text) => text !== '')) expect(told, `phase ${phase}`).toContain(part)
      if (phase === 6) expect(parts).toEqual(told)
    }
    // Nothing that an equation names was left out, of no unit.
    for (const name of Object.keys(network.parts[0]!.program.cell.equations))
      for (let unit = 0; unit < H; unit++)
        expect(seen, `${name} of unit ${unit}`).toContain(`${name} ${unit}`)
  })
