/** What the first picture loads, compressed as a host would send it. The limits are part of the product. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from './page.ts'
import { pendingRequests } from './support/settled.ts'

const limits = { scripts: 180_000, everything: 245_000 }

/** Bytes of a file of the built page as sent. Formats that are compressed already travel as they are. */
const sentSize = (path: string) => {
  const file = readFileSync(`dist${path}`)
  return /\.(woff2|png|webp)$/.test(path) ? file.length : gzipSync(file, { level: 9 }).length
}

test('the first picture takes at most 180 kB of scripts and 245 kB in all', async ({ page }) => {
  // What loads once the picture stands waits for an idle moment, which never comes here.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  const asked = new Map<string, string>()
  const pending = pendingRequests(page)
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url())
    if (protocol.startsWith('http'))
      asked.set(pathname === '/' ? '/index.html' : pathname, request.resourceType())
  })
  await page.goto('./')
  await expect(page.locator('.bands')).toBeVisible()
  // The picture asks for its fonts when it is laid out; a network at rest may rest only until then.
  await page.evaluate(() => document.fonts.ready)
  await expect.poll(() => pending.size).toBe(0)

  const files = [...asked].map(([path, type]) => ({
    path,
    script: type === 'script' || path.endsWith('.js'),
    bytes: sentSize(path),
  }))
  const sum = (some: typeof files) => some.reduce((total, file) => total + file.bytes, 0)
  const table = files.map((file) => `${String(file.bytes).padStart(8)}  ${file.path}`).join('\n')
  test.info().annotations.push({ type: 'bytes', description: `\n${table}` })

  expect(
    files.map((file) => file.path),
    'what a first picture cannot do without',
  ).toEqual(expect.arrayContaining(['/index.html', '/scenes/recall/scene.json', '/fonts/mono.woff2']))
  expect(sum(files.filter((file) => file.script)), `scripts in bytes, gzip\n${table}`).toBeLessThanOrEqual(
    limits.scripts,
  )
  expect(sum(files), `everything in bytes, gzip\n${table}`).toBeLessThanOrEqual(limits.everything)
})
