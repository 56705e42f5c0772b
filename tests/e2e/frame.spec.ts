/** The frame of the page: clock, cells, form, language, theme, keys, address. */
import type { Page } from '@playwright/test'
import { expect, test } from './page.ts'

const opened = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`./${hash}`)
  await expect(page.getByRole('slider', { name: 'Timestep', exact: true })).toBeVisible()
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
}

test.use({ locale: 'en-GB' })

test('opens at the step that stores a new value, and says so in the address', async ({ page }) => {
  await opened(page)
  await expect(page).toHaveTitle('Store and recall, LSTM · Gatescope')
  await expect(page.getByRole('slider', { name: 'Timestep', exact: true })).toHaveAttribute(
    'aria-valuetext',
    'step 9 of 23, phase cell',
  )
  await expect(page.getByRole('radio', { name: 'LSTM' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Unrolled' })).toBeChecked()
  await expect(page).toHaveURL(/#scene=recall&cell=lstm&t=9&phase=4&slot=f&unit=\d$/)
})

test('the slider scrubs by mouse and by keyboard', async ({ page }) => {
  await opened(page)
  const slider = page.getByRole('slider', { name: 'Timestep', exact: true })
  // What stands beside it has its width once the letters have come.
  await page.evaluate(() => document.fonts.ready)
  let box = (await slider.boundingBox())!
  await page.mouse.click(box.x + box.width - 2, box.y + box.height / 2)
  await expect(slider).toHaveValue('23')
  box = (await slider.boundingBox())!
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 2, box.y + box.height / 2, { steps: 8 })
  await page.mouse.up()
  await expect(slider).toHaveValue('0')
  await slider.press('ArrowRight')
  await expect(slider).toHaveValue('1')
  await slider.press('End')
  await expect(slider).toHaveValue('23')
  await expect(page).toHaveURL(/t=23&phase=4/)
})

test('keys move timestep, phase and unit from anywhere', async ({ page }) => {
  await opened(page, '#scene=recall&cell=lstm&t=9&phase=4&slot=f&unit=3')
  const at = (where: RegExp) => expect(page).toHaveURL(where)
  await page.keyboard.press('ArrowRight')
  await at(/t=10&phase=4/)
  await page.keyboard.press('ArrowLeft')
  await at(/t=9&phase=4/)
  await page.keyboard.press('Shift+ArrowRight')
  await at(/t=9&phase=5/)
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await at(/t=9&phase=3/)
  await page.keyboard.press('6')
  await at(/t=9&phase=6/)
  await page.keyboard.press('Shift+ArrowRight')
  await at(/t=10&phase=1/)
  await page.keyboard.press('ArrowDown')
  await at(/unit=4/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await at(/unit=2/)
  await page.keyboard.press('Home')
  await at(/t=0&phase=1/)
  await page.keyboard.press('End')
  await at(/t=23&phase=6/)
})

test('keys rest in lists, and can be switched off', async ({ page }) => {
  await opened(page, '#scene=recall&cell=lstm&t=9&phase=4&slot=f&unit=3')
  await page.getByRole('combobox', { name: 'Speed' }).focus()
  await page.keyboard.press('3')
  await expect(page).toHaveURL(/phase=4/)
  await page.getByRole('button', { name: 'Keys' }).click()
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Use these keys' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('slider', { name: 'Timestep', exact: true })).toHaveValue('9')
})

test('plays, pauses, and stops at the end', async ({ page }) => {
  // Slowly and far from the end, which does not come before it is paused.
  await opened(page, '#scene=recall&cell=lstm&t=2&phase=1&slot=f&unit=3&speed=0.25')
  const play = page.getByRole('button', { name: 'Play' })
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(play).toBeVisible()
  await page.goto('./#scene=recall&cell=lstm&t=22&phase=1&slot=f&unit=3&speed=4')
  await expect(page.getByRole('slider', { name: 'Timestep', exact: true })).toHaveValue('22')
  await play.click()
  // The address follows once nothing moves.
  await expect(page).toHaveURL(/t=23&phase=6/)
  await expect(play).toBeVisible()
})

test('nothing plays by itself', async ({ page }) => {
  await opened(page, '#scene=recall&cell=lstm&t=3&phase=2&slot=f&unit=3')
  await page.waitForTimeout(800)
  await expect(page.getByRole('slider', { name: 'Timestep', exact: true })).toHaveAttribute(
    'aria-valuetext',
    'step 3 of 23, phase pre-act.',
  )
})

test('the buttons step by phase and by timestep; the simple RNN skips its empty phase', async ({ page }) => {
  await opened(page, '#scene=recall&cell=rnn&t=5&phase=3&slot=h&unit=0')
  const valuetext = (text: string) =>
    expect(page.getByRole('slider', { name: 'Timestep', exact: true })).toHaveAttribute(
      'aria-valuetext',
      text,
    )
  await page.getByRole('button', { name: 'One phase on' }).click()
  await valuetext('step 5 of 23, phase hidden')
  await page.getByRole('button', { name: 'One phase back' }).click()
  await valuetext('step 5 of 23, phase tanh')
  await page.getByRole('button', { name: 'One timestep on' }).click()
  await valuetext('step 6 of 23, phase tanh')
  await page.getByRole('button', { name: 'One timestep back' }).click()
  await valuetext('step 5 of 23, phase tanh')
})

test('folds, unfolds, switches the cell and compares; back and forward lead through them', async ({
  page,
}) => {
  await opened(page)
  await page.getByText('Folded', { exact: true }).click()
  await expect(page).toHaveURL(/folded=1/)
  await expect(page.getByRole('group', { name: 'Phase', exact: true })).toBeVisible()
  await page.getByText('Unrolled', { exact: true }).click()
  await page.getByText('GRU', { exact: true }).first().click()
  await expect(page).toHaveURL(/cell=gru.*slot=z/)
  await page.getByText('Compare', { exact: true }).click()
  await expect(page).toHaveURL(/compare=1/)
  await expect(page).toHaveTitle('Store and recall, Compare · Gatescope')
  await expect(page.getByRole('complementary', { name: 'Comparison' })).toBeVisible()

  await page.goBack()
  await expect(page.getByRole('radio', { name: 'GRU' })).toBeChecked()
  await page.goBack()
  await expect(page.getByRole('radio', { name: 'LSTM' })).toBeChecked()
  await page.goForward()
  await expect(page.getByRole('radio', { name: 'GRU' })).toBeChecked()
})

test('speaks Spanish and English, and remembers it', async ({ page }) => {
  await opened(page)
  await page.getByText('ES', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page).toHaveTitle('Guardar y recordar, LSTM · Gatescope')
  await expect(page.getByRole('slider', { name: 'Paso de tiempo', exact: true })).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
})

test('has a light and a dark theme, and remembers the choice', async ({ page }) => {
  await opened(page)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: 'Light theme' })).toBeVisible()
})

test('another scene and another example open', async ({ page }) => {
  await opened(page)
  await page.getByRole('combobox', { name: 'Example' }).selectOption('1')
  await expect(page).toHaveURL(/example=1/)
  const scene = page.getByRole('combobox', { name: 'Scene' })
  for (const id of ['counting', 'co2', 'sentiment', 'recall']) {
    await scene.selectOption(id)
    await expect(page).toHaveURL(new RegExp(`scene=${id}&cell=lstm`))
    await expect(
      page.getByRole('complementary', { name: 'Inspector' }).getByRole('heading').first(),
    ).toBeVisible()
  }
})

test('the inspector is a drawer on a medium width and a sheet on a narrow one', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 800 })
  await opened(page)
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await expect(inspector).toBeHidden()
  await page.getByRole('button', { name: 'Inspector' }).click()
  await expect(inspector).toBeVisible()

  await page.setViewportSize({ width: 390, height: 844 })
  const handle = page.getByRole('button', { name: 'Show more of the inspector' })
  await expect(handle).toHaveAttribute('aria-expanded', 'false')
  await handle.press('Enter')
  await expect(handle).toHaveAttribute('aria-expanded', 'true')
  await handle.press('ArrowUp')
  await page.getByRole('button', { name: 'Show less of the inspector' }).press('ArrowDown')
  await expect(handle).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('the closed sheet of the inspector shows its number whole', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const place of ['cell=lstm&slot=f', 'cell=gru&slot=n', 'cell=rnn&slot=h']) {
    await page.goto(`./#scene=recall&t=9&phase=5&unit=7&${place}`)
    const number = page.locator('.inspector-narrow .inspector-big')
    await expect(number).toHaveText(/\d/)
    await expect
      .poll(() => number.evaluate((element) => element.getBoundingClientRect().bottom), { message: place })
      .toBeLessThanOrEqual(844)
  }
})
