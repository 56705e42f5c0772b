/**
 * Down to the arithmetic: a gate opened by pointer and by keys, every printed number against the engine,
 * one datum lit in all its pictures, and the fourth lane of Compare.
 */
import type { Page } from '@playwright/test'
import { at, parameterView, run } from '../../src/engine/index.ts'
import { loadScene, sequenceOf } from '../../src/scenes/load.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'
import { expect, test } from './page.ts'
import { serve, serveSized } from './scene.ts'
import { expectAccessible } from './support/accessible.ts'

const T = 9

interface Said {
  readonly text: string
  readonly value: number
  readonly data: Record<string, string>
}

const cellsOf = (page: Page, css: string): Promise<readonly Said[]> =>
  page.locator(css).evaluateAll((cells) =>
    cells.map((cell) => ({
      text: cell.textContent ?? '',
      value: Number(cell.getAttribute('data-value')),
      data: Object.fromEntries(
        cell
          .getAttributeNames()
          .flatMap((name) =>
            name.startsWith('data-') ? [[name.slice(5), cell.getAttribute(name) ?? '']] : [],
          ),
      ) as Record<string, string>,
    })),
  )

const number = (text: string): number => Number(text.replaceAll('\u2212', '-'))

test('every printed number of every opened equation is the engine’s, and adds up', async ({ page }) => {
  const loaded = await loadScene(fetchText, fetchBytes, 'recall')
  for (const [cell, equations] of [
    ['lstm', ['f', 'i', 'g', 'o', 'c', 'h']],
    ['gru', ['r', 'z', 'n', 'h']],
    ['rnn', ['h']],
  ] as const) {
    const { network, parameters } = loaded.networks[cell]!
    const trace = run(network, parameters, sequenceOf(loaded.scene.examples[0]!))
    const layer = trace.traces[0]!
    const tensor = (name: string) => parameterView(network.parameters, parameters, `layers.0.forward.${name}`)
    await page.goto(`./#scene=recall&cell=${cell}&t=${T}&phase=6&unit=3&open=${equations[0]}`)
    // Until then the sheet is of the cell before.
    await expect(page.getByRole('radio', { name: cell.toUpperCase(), exact: true })).toBeChecked()
    for (const equation of equations) {
      await page
        .getByRole('button', { name: new RegExp(`^${equation}, `) })
        .first()
        .click()
      await expect(page.locator('.arithmetic h2 i')).toHaveText(equation)
      const cells = await cellsOf(page, '.arithmetic tbody td[data-value]')
      expect(cells.length).toBeGreaterThanOrEqual(16)
      for (const { text, value, data } of cells) {
        const { weight, row, column, slot = '', unit, t } = data
        const expected =
          weight === undefined
            ? /^(b|bi|bh)_/.test(slot)
              ? tensor(slot)[Number(unit)]
              : at(layer, Number(t), slot)[Number(unit)]
            : tensor(weight)[(Number(row) * tensor(weight).length) / 8 + Number(column)]
        expect(value, `${cell} ${equation} ${slot}${weight}`).toBe(expected)
        expect(Math.abs(number(text) - value)).toBeLessThanOrEqual(Math.max(0.005, 0.005 * Math.abs(value)))
      }
      for (const { data, text, value } of await cellsOf(page, '.arithmetic [data-sum]')) {
        const slot = data['sum']!
        expect(value).toBe(at(layer, T, slot)[3])
        const addends = await cellsOf(page, `.arithmetic [data-addend="${slot}"]`)
        expect(Math.abs(addends.reduce((sum, own) => sum + own.value, 0) - value)).toBeLessThan(1e-12)
        const left = await cellsOf(page, `.arithmetic [data-rounding="${slot}"]`)
        const printed = [...addends.map((own) => number(own.text)), ...left.map((own) => own.value)]
        const digits = text.split('.')[1]?.length ?? 0
        expect(Math.abs(printed.reduce((a, b) => a + b, 0) - number(text))).toBeLessThanOrEqual(
          0.5 * 10 ** -digits + 1e-9,
        )
      }
    }
  }
})

test('three levels by keys and by pointer, each reversible, with the focus where it was', async ({
  page,
}) => {
  await page.goto(`./#scene=recall&cell=lstm&t=${T}&phase=4&slot=f&unit=7`)
  const stop = page.locator('[data-stop="f"]')
  const sheet = page.getByRole('dialog', { name: /Arithmetic of the forget gate/ })
  await stop.focus()
  await stop.press('Enter')
  await expect(sheet).toBeFocused()
  await expect(page).toHaveURL(/open=f/)
  await page.keyboard.press('Tab')
  const cell = sheet.locator('td[tabindex="0"]')
  await cell.focus()
  await cell.press('ArrowRight')
  await cell.press('ArrowDown')
  await expect(cell).toHaveAttribute('data-column', '1')
  await cell.press('ArrowUp')
  await cell.press('Enter')
  await expect(page).toHaveURL(/term=U_f\.1/)
  await expect(sheet.locator('.arithmetic-gives dd')).toHaveText(/^−?0\.\d{6,}/)
  await page.keyboard.press('Escape')
  await expect(sheet.locator('.arithmetic-detail')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(stop).toBeFocused()
  // The clock goes on below the open sheet, which shows what is computed so far.
  await stop.press('Enter')
  await page.getByRole('radio', { name: 'phase 1: concat' }).click()
  await expect(sheet.locator('[data-sum="a_f"]')).toHaveText('?')
  await sheet.getByRole('button', { name: 'Close the arithmetic' }).click()
  await expect(sheet).toHaveCount(0)
  // A press on the thumbnail of the weights opens the row that was pressed.
  await page
    .locator('[data-stop="i"] [data-weight="U_i"][data-row="2"][data-column="3"]')
    .click({ force: true })
  await expect(page).toHaveURL(/unit=2.*open=i/)
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('one number lights up in at least five pictures, by pointer and by focus', async ({ page }) => {
  await page.goto(`./#scene=recall&cell=lstm&t=${T}&phase=6&slot=f&unit=7&open=f`)
  const mark = page.locator('.arithmetic-own td[data-slot="f"][data-unit="7"]')
  const lit = (css: string, property: string) =>
    page
      .locator(css)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
  const places = [
    ['.anatomy rect[data-slot="f"][data-unit="7"][data-t="9"]', 'stroke'],
    ['.bands-lens [data-slot="f"][data-unit="7"] > circle', 'stroke'],
    ['.inspector-symbols .math-term[data-slot="f"]', 'background-color'],
    ['.inspector-numbers .math-term[data-slot="f"]', 'background-color'],
    ['.inspector-big', 'outline-style'],
    ['.arithmetic-own td[data-slot="f"]', 'outline-style'],
    ['[data-carries~="f@9"] > .anatomy-wire', 'stroke-width'],
  ] as const
  // Letters that come later move what is pointed at.
  await expect(mark).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  const before = await Promise.all(places.map(([css, property]) => lit(css, property)))
  await mark.hover()
  for (const [k, [css, property]] of places.entries())
    await expect.poll(() => lit(css, property), { message: css }).not.toBe(before[k])
  await expect(page.locator('.bands-hover-own')).toHaveCount(1)
  await page.getByRole('heading', { level: 1 }).hover()
  for (const [k, [css, property]] of places.entries())
    await expect.poll(() => lit(css, property), { message: css }).toBe(before[k])
  // The band of f stands for the same number when it has the focus.
  await page.locator('[data-band="x"]').focus()
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-band="f"]')).toBeFocused()
  await expect.poll(() => lit(places[0][0], 'stroke')).not.toBe(before[0])
})

test('a large layer is windowed and stays reachable', async ({ page }) => {
  await serveSized(page, { T: 6, H: 300 })
  await page.goto('./#scene=recall&cell=lstm&t=3&phase=6&slot=f&unit=150&open=f')
  const sheet = page.getByRole('dialog')
  await expect(sheet.locator('tbody tr')).toHaveCount(8)
  const map = sheet.getByRole('slider', { name: 'All weights' })
  await map.press('PageDown')
  await expect(sheet.getByLabel('Unit', { exact: true })).toHaveValue('166')
  await expect(page).toHaveURL(/unit=166/)
  await expect(sheet.locator('.arithmetic-detail')).toBeVisible()
  await expect(page.locator('#scene-about-title')).toBeAttached()
  await expect(page.locator('.provenance')).toBeAttached()
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3000)
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme, locale: colorScheme === 'dark' ? 'es-ES' : 'en-GB', reducedMotion: 'reduce' })

    test('the open arithmetic is accessible and fits, wide and narrow', async ({ page }) => {
      // Eight pages, two of them read by axe.
      test.slow()
      for (const [width, height] of [
        [1440, 900],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height })
        for (const hash of ['cell=lstm&open=f&term=U_f.5', 'cell=gru&open=n', 'cell=lstm&open=c']) {
          await page.goto(`./#scene=recall&t=${T}&phase=6&unit=7&${hash}`)
          await expect(page.getByRole('dialog')).toBeVisible()
          await expect(page.locator('.arithmetic h2 i')).toHaveText(/open=(\w)/.exec(hash)![1]!)
          await expect
            .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
            .toBeLessThanOrEqual(width)
        }
        await page.goto(`./#scene=recall&t=${T}&phase=6&unit=7&cell=lstm&open=f&term=U_f.5`)
        await expect(page.locator('.arithmetic-detail')).toBeVisible()
        await page.evaluate(() => document.fonts.ready)
        await expectAccessible(page)
        await page.screenshot({ path: `test-results/views/arithmetic-${width}-${colorScheme}.png` })
      }
    })

    test('what is not computed yet does not make the page wider', async ({ page }) => {
      await page.setViewportSize({ width: 700, height: 900 })
      for (const hash of ['cell=lstm&phase=1&open=f', 'cell=rnn&phase=1&open=h', 'cell=gru&phase=2&open=h']) {
        await page.goto(`./#scene=recall&t=15&unit=2&${hash}`)
        await expect(page.locator('.arithmetic-scroll')).toContainText('?')
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
          .toBeLessThanOrEqual(700)
      }
    })

    test('Compare has a fourth lane, also where its weights failed', async ({ page }) => {
      await page.goto(`./#scene=recall&cell=lstm&t=${T}&phase=6&compare=1`)
      const lane = page.locator('.stage-lane-body[data-lane="feedforward"]')
      const toggle = page.getByRole('switch')
      await expect(lane).toHaveCount(0)
      await toggle.check()
      await expect(lane).toHaveCount(1)
      await expect(page).toHaveURL(/feedforward=1/)
      await expect(page.locator('td[data-cell="feedforward"][data-measure="parameters-pytorch"]')).toHaveText(
        '41',
      )
      const loaded = await loadScene(fetchText, fetchBytes, 'recall')
      const { network, parameters } = loaded.networks['feedforward']!
      const trace = run(network, parameters, sequenceOf(loaded.scene.examples[0]!))
      await expect(lane.locator('[data-slot="y"]').first()).toHaveAttribute(
        'data-value',
        String(trace.outputs[T]),
      )
      for (const width of [1440, 1180, 390]) {
        await page.setViewportSize({ width, height: 900 })
        await expect(lane).toHaveCount(1)
        // The page is laid out anew some frames after its window.
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
          .toBeLessThanOrEqual(width)
      }
      await page.setViewportSize({ width: 1440, height: 900 })
      await expect(page.locator('.frame-wide')).toBeAttached()
      await expect(page.locator('.compare-side')).toBeVisible()
      await expectAccessible(page)
      await page.screenshot({ path: `test-results/views/compare-four-${colorScheme}.png`, fullPage: true })
      const file = JSON.parse(await fetchText('recall/scene.json')) as {
        models: Record<string, { file: string }>
      }
      await serve(page, `recall/${file.models['feedforward']!.file}`, 'broken')
      await page.reload()
      await expect(page.locator('.stage-lane-body')).toHaveCount(3)
      await expect(page.locator('.stage-lane-failure')).toBeVisible()
      await expect(page.locator('td[data-cell="lstm"]').first()).toBeVisible()
    })
  })

test('the sheet cuts no number and no symbol off', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./#scene=recall&cell=gru&t=9&phase=5&open=n&unit=7')
  const cells = page.locator('.arithmetic-sheet :is(th, td)')
  await expect(cells.filter({ hasText: '−0.000296' })).toBeVisible()
  await expect
    .poll(() =>
      cells.evaluateAll((all) =>
        all
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ textContent }) => textContent),
      ),
    )
    .toEqual([])
})
