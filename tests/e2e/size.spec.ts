/** What the first picture loads, compressed as a host would send it. The limits are part of the product. */
import { gzipSync } from 'node:zlib'
import { expect, test } from './page.ts'

const limits = { scripts: 180_000, everything: 245_000 }

/** Formats that are compressed already travel as they are. */
const sentSize = (url: string, body: Buffer) =>
  /\.(woff2|png|webp)$/.test(url) ? body.length : gzipSync(body, { level: 9 }).length

test('the first picture takes at most 180 kB of scripts and 245 kB in all', async ({ page }) => {
  // What loads once the picture stands waits for an idle moment, which never comes here.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  const loaded: Promise<{ url: string; script: boolean; bytes: number }>[] = []
  page.on('response', (response) => {
    const url = response.url()
    if (!url.startsWith('http')) return
    const script = response.request().resourceType() === 'script' || url.endsWith('.js')
    loaded.push(response.body().then((body) => ({ url, script, bytes: sentSize(url, body) })))
  })
  await page.goto('./', { waitUntil: 'networkidle' })
  await expect(page.locator('.bands')).toBeVisible()

  const files = await Promise.all(loaded)
  const sum = (some: typeof files) => some.reduce((total, file) => total + file.bytes, 0)
  const table = files
    .map((file) => `${String(file.bytes).padStart(8)}  ${new URL(file.url).pathname}`)
    .join('\n')
  test.info().annotations.push({ type: 'bytes', description: `\n${table}` })

  expect(files.length).toBeGreaterThan(1)
  expect(sum(files.filter((file) => file.script)), `scripts in bytes, gzip\n${table}`).toBeLessThanOrEqual(
    limits.scripts,
  )
  expect(sum(files), `everything in bytes, gzip\n${table}`).toBeLessThanOrEqual(limits.everything)
})
