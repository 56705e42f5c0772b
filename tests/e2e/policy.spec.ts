/** The built page refuses code that it did not ship. Plain `test`: a refusal is an error on the console. */
import { expect, test } from '@playwright/test'

test('the page runs no script written into it', async ({ page }) => {
  await page.goto('./')
  const directive = await page.evaluate(() => {
    const refused = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
    })
    const script = document.createElement('script')
    script.textContent = 'document.title = "injected"'
    document.head.append(script)
    return document.title === 'injected' ? 'it ran' : refused
  })
  expect(directive).toBe('script-src-elem')
})

test('the page reaches no other host', async ({ page }) => {
  await page.goto('./')
  const directive = await page.evaluate(async () => {
    const refused = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
    })
    await fetch('https://example.invalid/').catch(() => null)
    return refused
  })
  expect(directive).toBe('connect-src')
})
