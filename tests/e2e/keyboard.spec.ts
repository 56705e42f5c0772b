/**
 * A walk through every feature by keyboard alone: no pointer, and nothing is focused but by Tab. Each stop
 * shows its focus, and no key loses it.
 */
import type { Page } from '@playwright/test'
import { expect, test } from './page.ts'
import { serveSized } from './scene.ts'
import { expectKept, reach } from './support/focus.ts'

test.use({ locale: 'en-GB' })
test.describe.configure({ timeout: 150_000 })

/** Reaches a control and presses keys on it. */
const on = async (
  page: Page,
  target: ReturnType<Page['locator']>,
  ...keys: readonly string[]
): Promise<void> => {
  await reach(page, target)
  for (const key of keys) {
    await page.keyboard.press(key)
    await expectKept(page)
  }
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const radio = (page: Page, name: string | RegExp) => page.getByRole('radio', { name, exact: true })
const slider = (page: Page, name: string | RegExp) => page.getByRole('slider', { name, exact: true })
const choice = (page: Page, name: string) => page.getByRole('combobox', { name })

test('head: scene, example, text, cell, fold, language, theme, link', async ({ page }) => {
  await page.goto('./#scene=recall&cell=lstm&t=9&phase=6')
  await expect(slider(page, 'Timestep')).toHaveValue('9')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the stage' })).toBeFocused()

  await on(page, choice(page, 'Scene'), 'ArrowDown')
  await expect(page).toHaveURL(/scene=counting/)
  await on(page, choice(page, 'Example'), 'ArrowDown')
  await expect(page).toHaveURL(/example=1/)
  await expect(page.locator('#scene-about-title')).toBeAttached()
  await on(page, button(page, 'About this scene'), 'Enter')
  await expect(page.locator('#scene-about-title')).toBeFocused()
  await reach(page, radio(page, 'LSTM'), true)
  await page.keyboard.press('ArrowRight')
  await expect(radio(page, 'GRU')).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await expect(radio(page, 'Compare')).toBeChecked()
  await on(page, page.getByRole('switch', { name: 'Feed-forward lane' }), 'Space')
  await expect(page).toHaveURL(/feedforward=1/)
  await reach(page, radio(page, 'Compare'), true)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(radio(page, 'LSTM')).toBeChecked()
  await on(page, radio(page, 'Unrolled'), 'ArrowLeft')
  await expect(slider(page, 'How far the chain is folded')).toHaveValue('1')
  await on(page, radio(page, 'English'), 'ArrowRight')
  await expect(page.getByRole('button', { name: 'Tema oscuro' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(button(page, 'Dark theme')).toBeVisible()
  await on(page, button(page, 'Dark theme'), 'Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await on(page, button(page, 'Copy link'), 'Enter')
  await on(page, slider(page, 'How far the chain is folded'), 'Home')
  await expect(radio(page, 'Unrolled')).toBeChecked()
  await page.keyboard.press('f')
  await expect(slider(page, 'How far the chain is folded')).toHaveValue('1')
})

test('transport: play, steps, phases, speed, stops, reveal, the sheet of keys', async ({ page }) => {
  await page.goto('./#scene=recall&cell=lstm&t=9&phase=6')
  const time = slider(page, 'Timestep')
  await expect(time).toHaveValue('9')
  await on(page, radio(page, 'phase 6: output'), 'ArrowLeft')
  await expect(radio(page, 'phase 5: hidden')).toBeChecked()
  await on(page, button(page, 'One timestep back'), 'Enter')
  await expect(time).toHaveValue('8')
  await on(page, button(page, 'One phase back'), 'Enter')
  await on(page, button(page, 'Play'), 'Space')
  await expect(button(page, 'Pause')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(button(page, 'Play')).toBeFocused()
  await on(page, button(page, 'One phase on'), 'Enter')
  await on(page, button(page, 'One timestep on'), 'Enter')
  await on(page, choice(page, 'Speed'), 'ArrowDown')
  await expect(choice(page, 'Speed')).toHaveValue('1')
  await on(page, time, 'End')
  await expect(time).toHaveValue('23')
  await page.keyboard.press('Home')
  await expect(time).toHaveValue('0')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageDown')
  await on(page, button(page, 'Stop after each phase'), 'Enter')
  await expect(button(page, 'Stop after each phase')).toHaveAttribute('aria-pressed', 'true')
  await on(page, button(page, 'Reveal all'), 'Enter')
  await expect(button(page, 'Reveal all')).toHaveAttribute('aria-pressed', 'true')
  await on(page, button(page, 'Keys'), 'Enter')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet).toBeVisible()
  await on(page, sheet.getByRole('checkbox'), 'Space')
  await page.keyboard.press('Escape')
  await expect(button(page, 'Keys')).toBeFocused()
  const before = await time.inputValue()
  await page.keyboard.press('End')
  await page.keyboard.press('3')
  await expect(time).toHaveValue(before)
  await page.keyboard.press('Enter')
  await on(page, sheet.getByRole('checkbox'), 'Space')
  await page.keyboard.press('Escape')
  await expect(button(page, 'Keys')).toBeFocused()
  await page.keyboard.press('End')
  await expect(time).toHaveValue('23')
})

test('stage, arithmetic, bands, memory and inspector', async ({ page }) => {
  await page.goto('./#scene=recall&cell=lstm&t=9&phase=6&slot=f&unit=7')
  const time = slider(page, 'Timestep')
  await expect(time).toHaveValue('9')
  await reach(page, page.getByRole('img', { name: /^W, shared/ }))
  await on(page, page.locator('#stage [role="option"][tabindex="0"]').first(), 'ArrowRight')
  await expect(time).toHaveValue('10')
  await page.keyboard.press('ArrowLeft')
  await expect(time).toHaveValue('9')

  // From gate to gate, into the arithmetic, to one product and back.
  await on(page, page.locator('.anatomy-stop[tabindex="0"]'), 'ArrowRight')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await expect(sheet).toBeFocused()
  await on(page, sheet.locator('td[tabindex="0"]'), 'ArrowRight', 'Enter')
  await expect(sheet.locator('.arithmetic-detail')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expectKept(page)

  for (const band of ['x', 'f', 'c', 'h']) {
    await on(page, page.locator(`[data-band="${band}"]`), 'ArrowRight')
    await expect(time).toHaveValue('10')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowLeft')
    await expect(time).toHaveValue('9')
  }
  await on(page, slider(page, /^output y/), 'ArrowRight', 'ArrowLeft')
  await on(page, page.locator('.bands-table > summary'), 'Enter')
  await expect(page.locator('.bands-table table')).toBeVisible()
  await on(page, page.locator('.provenance-ribbon[tabindex="0"]'), 'ArrowLeft')
  await on(page, page.locator('.provenance-scroll'))
  await on(page, page.locator('.provenance-more'), 'Enter')
  await expect(page.locator('.provenance-more')).toHaveAttribute('aria-expanded', 'true')
  await on(page, page.getByText('Show the answer'), 'Enter')
  await on(page, button(page, 'c, cell state'), 'Enter')
  await expect(button(page, 'c, cell state')).toHaveAttribute('aria-pressed', 'true')
  const unit = page.locator('.inspector-big')
  const shown = await unit.getAttribute('data-unit')
  await on(page, button(page, 'Previous unit'), 'Enter')
  await expect(unit).not.toHaveAttribute('data-unit', shown!)
  await on(page, button(page, 'Open the arithmetic'), 'Enter')
  await expect(page.getByRole('dialog')).toBeFocused()
  await page.keyboard.press('Escape')
  await expectKept(page)
})

test('gradients: the other reading, its source, a term, the check; layers; the brush', async ({ page }) => {
  await page.goto('./#scene=pairs&cell=lstm&t=4&phase=1')
  const time = slider(page, 'Timestep')
  await expect(time).toHaveValue('4')
  await on(page, page.locator('.network-choice[tabindex="0"]').first(), 'ArrowUp')
  await expect(page).toHaveURL(/layer=2/)
  await on(page, radio(page, 'Values'), 'ArrowRight')
  await expect(radio(page, 'Gradient')).toBeChecked()
  await on(page, button(page, 'Play backward'), 'Space', 'Space')
  await on(page, page.locator('#stage [role="option"][tabindex="0"]').first(), 'ArrowLeft')
  await on(page, page.locator('.anatomy-stop[tabindex="0"]'), 'ArrowRight')
  await on(page, slider(page, /^gradient of cell state/), 'ArrowDown')
  await on(page, page.locator('.bands-table > summary'), 'Enter')
  await on(page, radio(page, 'all losses'), 'ArrowRight')
  await expect(page).toHaveURL(/source=last/)
  await on(page, button(page, /check/i), 'Enter')

  await serveSized(page, { T: 300, H: 8, cells: ['lstm'] })
  await page.goto('./#scene=recall&cell=lstm&t=150&phase=6')
  await page.reload()
  await expect(time).toHaveValue('150')
  await on(page, page.locator('.overview-strip'), 'ArrowRight')
  await expect(time).not.toHaveValue('150')
})

test('training: settings, a run, training time, export, into Explore and the laboratories', async ({
  page,
}) => {
  await page.goto('./#page=train&scene=recall')
  const status = page.locator('.train-status')
  await expect(status).toContainText('Untrained')
  const updates = page.getByRole('textbox', { name: 'Updates', exact: true })
  await reach(page, updates)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('12')
  await on(page, page.getByRole('checkbox', { name: 'RNN', exact: true }), 'Space')
  await on(page, radio(page, 'Adam'), 'ArrowRight')
  await expect(radio(page, 'AdamW')).toBeChecked()
  await on(page, button(page, 'Train'), 'Enter')
  await expect(status).toContainText('Run finished at update 12', { timeout: 60_000 })
  await expectKept(page)
  const clock = slider(page, 'Training time')
  await on(page, clock, 'Home')
  await expect(clock).toHaveAttribute('aria-valuenow', '0')
  await page.keyboard.press('ArrowRight')
  await on(page, slider(page, 'sequence'), 'ArrowRight')
  await on(page, slider(page, /^forget gate f: timesteps/), 'ArrowRight', 'ArrowDown')
  await on(page, page.getByText('Numbers as tables'), 'Enter')
  await reach(page, button(page, 'Export weights'))
  const arrives = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await arrives).suggestedFilename()).toMatch(/\.safetensors$/)
  await reach(page, button(page, 'Open in Explore'), true)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Trained on this page')).toBeVisible()
  await on(page, button(page, 'Back to the scene’s own'), 'Enter')
  await expect(page.getByText('Trained on this page')).toBeHidden()

  for (const [lab, control] of [
    ['Gradients', 'Spectral radius of every U'],
    ['Weight decay', 'Seed'],
    ['Feed-forward or recurrent', 'Window'],
  ] as const) {
    await page.goto('./#page=train&scene=recall')
    await page.reload()
    await expect(status).toBeVisible()
    await reach(page, page.getByRole('link', { name: lab, exact: true }))
    await page.keyboard.press('Enter')
    const moved = slider(page, control)
    await expect(moved).toBeVisible()
    await expectKept(page)
    const before = await moved.inputValue()
    await on(page, moved, 'ArrowRight')
    await expect(moved).not.toHaveValue(before)
  }
})

for (const [part, address] of [
  ['.anatomy [tabindex="0"]', 'cell=lstm&t=14&phase=6&slot=f&unit=7'],
  ['.bands [tabindex="0"]', 'cell=lstm&t=14&phase=6&slot=f&unit=7'],
  ['.provenance [role="option"][tabindex="0"]', 'cell=lstm&t=14&phase=6&slot=c&unit=7'],
  ['.frame-stage [tabindex="0"]', 'cell=gru&t=14&phase=2&slot=z&unit=7&reading=gradient'],
  ['.bands [tabindex="0"]', 'cell=gru&t=14&phase=2&slot=z&unit=7&reading=gradient'],
] as const)
  test(`another reading keeps the focus and its keys, ${part} of ${address}`, async ({ page }) => {
    await page.goto(`./#scene=recall&${address}`)
    const own = page.locator(part).first()
    await own.focus()
    await expect(own).toBeFocused()
    const other = address.includes('gradient') ? /^(?!.*reading=gradient)/ : /reading=gradient/
    await page.keyboard.press('g')
    await expect(page).toHaveURL(other)
    await expect(page.locator('main :focus, main:focus')).toHaveCount(1)
    // From there the keys go on: to another step in the same reading.
    await page.keyboard.press('ArrowRight')
    await expect(page).toHaveURL(/[#&]t=15&/)
    await expect(page).toHaveURL(other)
  })

for (const [width, height, address] of [
  [390, 844, 'cell=gru&t=9&phase=6&slot=z&unit=7'],
  [720, 450, 'cell=lstm&t=9&phase=6&slot=f&unit=7'],
] as const)
  test(`nothing covers what has the focus at ${width} × ${height} px`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.goto(`./#scene=recall&${address}`)
    await expect(page.locator('.provenance tbody button').first()).toBeAttached()
    const last = page.locator('.provenance tbody button').last()
    const covered: string[] = []
    for (let stop = 0; stop < 120; stop++) {
      await page.keyboard.press('Tab')
      const found = await page.evaluate(() => {
        const active = document.activeElement
        const main = active?.closest('main')
        if (!active || !main || active === main) return null
        const { left, right, top, bottom } = active.getBoundingClientRect()
        const middle = [(Math.max(0, left) + Math.min(innerWidth, right)) / 2, (top + bottom) / 2] as const
        const places = [0.25, 0.5, 0.75].map((part) => top + part * (bottom - top))
        const isSeen = places.some((y) => {
          const on = document.elementFromPoint(middle[0], y)
          return on !== null && !on.closest('.transport, .frame-sheet, .header, .frame-side')
        })
        const isOwn = active.closest('.transport') !== null
        return isSeen || isOwn ? null : `${active.outerHTML.slice(0, 90)} at ${top} to ${bottom}`
      })
      if (found) covered.push(found)
      if (await last.evaluate((element) => element === document.activeElement)) break
    }
    await expect(last).toBeFocused()
    expect(covered).toEqual([])
  })
