/**
 * `npm run bench:ui`: builds the page, measures what moving about in it costs in Chromium, prints the tables
 * and writes them to docs/benchmarks-ui.md. With `-- --steps 40 --times 3 --rounds 3`: fewer
 * steps than 200, fewer repetitions of a key than 10 and fewer turns of painting than 5.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { build } from 'vite'
import { browserFlags, findBrowser } from '../../e2e/browser.ts'
import { elementsOf } from '../../e2e/support/probe.ts'
import { heightOf, rooms, views } from '../../e2e/support/views.ts'
import { measureEdit } from './edit.ts'
import { hashAt, openPage, sizes, startOf } from './explore.ts'
import { measureInteractions, type Interaction } from './keys.ts'
import { measurePainting } from './painting.ts'
import { report, type Results } from './report.ts'
import { measureScrub, type Scrub } from './scrub.ts'
import { serveFolder } from './serving.ts'
import { measureTrainingScrub } from './training.ts'

const top = resolve(import.meta.dirname, '../../..')

/** The number that follows an option, which has to be 1 or more. */
const option = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  const value = at < 0 ? usual : Number(process.argv[at + 1])
  if (Number.isInteger(value) && value > 0) return value
  throw new Error(`--${name} must be followed by a whole number above 0; got "${process.argv[at + 1]}".`)
}

const steps = option('steps', 200)
/** How often each interaction is done at a size. */
const times = option('times', 10)
const rounds = option('rounds', 5)

const log = (line: string): void => console.log(`  ${line}`)

const countElements = async (browser: Browser, url: string): Promise<Results['views']> => {
  const counted: { name: string; elements: number }[] = []
  for (const { name, width, hash } of [...views, ...rooms]) {
    const page = await openPage(browser, url, hash, undefined, { width, height: heightOf(width) })
    counted.push({ name, elements: await elementsOf(page) })
    await page.close()
  }
  return counted
}

const measure = async (browser: Browser, url: string): Promise<Results> => {
  log('painting bands')
  const painting = await measurePainting(browser, rounds)
  log('counting elements')
  const counted = await countElements(browser, url)
  const scrubs: Scrub[] = []
  const interactions: Interaction[] = []
  for (const size of sizes) {
    const page = await openPage(browser, url, hashAt(startOf(size)), size)
    log(`scrubbing ${steps} steps at T = ${size.T}, H = ${size.H}`)
    scrubs.push(await measureScrub(browser, page, size, steps))
    log('pressing keys')
    interactions.push(...(await measureInteractions(page, size, times)))
    await page.close()
  }
  log('choosing another example')
  const edit = await measureEdit(browser, url, 2 * times)
  log('scrubbing while it trains')
  const trained = await measureTrainingScrub(browser, url, 10)
  return { scrubs, interactions, views: counted, painting, edit, trained }
}

// Others' work on the machine lengthens frames and waits, not counts: the document says how much there was.
const load = (): string => (loadavg()[0] ?? 0).toFixed(1)
process.chdir(top)
const before = load()
await build({ logLevel: 'warn' })
const server = await serveFolder(top, join(top, 'dist'))
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags })
const version = browser.version()
try {
  const text = report(await measure(browser, server.url))
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform}, Chromium ${version}, load average ${before} before and ${load()} after`
  console.log(text)
  const file = join(top, 'docs/benchmarks-ui.md')
  const written = readFileSync(join(import.meta.dirname, 'benchmarks-ui.template.md'), 'utf8')
    .replace('{{machine}}', machine)
    .replace('{{date}}', new Date().toISOString().slice(0, 10))
    .replace('{{results}}', text)
  writeFileSync(file, written)
  spawnSync('npx', ['oxfmt', file], { stdio: 'ignore', shell: process.platform === 'win32' })
  console.log(`Written to ${file}`)
} finally {
  await browser.close()
  await server.close()
}
