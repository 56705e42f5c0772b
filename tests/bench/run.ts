/**
 * `npm run bench`: measures the engine against others in Chromium, prints the tables and writes them to
 * docs/benchmarks.md. With `-- --node` also in Node; with `-- --rounds 5` fewer rounds than 15.
 * Installs what it measures against into tests/bench (`-- --installed`: it is there already); nothing of it is
 * part of the app.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { browserFlags, findBrowser } from '../e2e/browser.ts'
import type { Results } from './page/main.ts'
import type * as NodeModule from './page/node.ts'
import { report } from './report.ts'
import { giveThreadClock } from './threadClock.ts'

type NodePage = typeof NodeModule

const here = import.meta.dirname
const built = resolve(here, '../../node_modules/.cache/bench')
const inNode = process.argv.includes('--node')
const roundsAt = process.argv.indexOf('--rounds')
const rounds = roundsAt < 0 ? 15 : Number(process.argv[roundsAt + 1])

const log = (line: string): void => console.log(`  ${line}`)

/** Whether times are those of the page's thread, rather than of the clock on the wall. */
let counted = false

const install = (): void => {
  const optional = inNode ? [] : ['--omit=optional']
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', ...optional], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0)
    throw new Error('Expected npm to install what tests/bench/package.json names; it did not. See above.')
}

/** Builds the page and puts the peers' WebAssembly beside it. */
const buildPage = async (): Promise<void> => {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(here, 'page'),
    build: { outDir: built, emptyOutDir: true, target: 'esnext', chunkSizeWarningLimit: 5000 },
  })
  mkdirSync(join(built, 'wasm'), { recursive: true })
  for (const folder of ['@tensorflow/tfjs-backend-wasm/dist', 'onnxruntime-web/dist']) {
    const from = join(here, 'node_modules', folder)
    for (const file of readdirSync(from))
      if (file.endsWith('.wasm') || /^ort-wasm.*\.mjs$/.test(file))
        copyFileSync(join(from, file), join(built, 'wasm', file))
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
}

/** Serves the built page, isolated from other origins: only then does the clock tick in 5 µs. */
const serve = () =>
  createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = join(built, pathname === '/' ? 'index.html' : pathname)
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp')
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
    try {
      response.end(readFileSync(path))
    } catch {
      response.writeHead(404).end()
    }
  })

const measureInBrowser = async (): Promise<{ results: Results; version: string }> => {
  await buildPage()
  const server = serve()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Expected the server to have a port.')
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags })
  try {
    const page = await browser.newPage()
    page.on('console', (message) => log(message.text()))
    page.on('pageerror', (error) => console.error(error))
    await page.goto(`http://127.0.0.1:${address.port}/`)
    await page.waitForFunction(() => 'runBenchmarks' in globalThis)
    counted = await giveThreadClock(page)
    const results = await page.evaluate(
      (n) => (globalThis as unknown as { runBenchmarks: (n: number) => Promise<Results> }).runBenchmarks(n),
      rounds,
    )
    return { results, version: browser.version() }
  } finally {
    await browser.close()
    server.close()
  }
}

/** The same in Node: bundled as CommonJS, which the wasm backend of tfjs takes Node to be. */
const measureInNode = async (): Promise<Results> => {
  const outDir = `${built}-node`
  await build({
    configFile: false,
    logLevel: 'warn',
    root: here,
    ssr: { noExternal: true },
    build: {
      ssr: join(here, 'page/node.ts'),
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'node.cjs' } },
    },
  })
  const require = createRequire(join(here, 'package.json'))
  const { measureInNode: measure } = require(join(outDir, 'node.cjs')) as NodePage
  const wasm = join(here, 'node_modules/@tensorflow/tfjs-backend-wasm/dist/')
  return measure(require('onnxruntime-node'), wasm, log, rounds)
}

if (!process.argv.includes('--installed')) install()
// Others' work on the machine slows all engines, though not all alike: the document says how much there was.
const load = (): string => (loadavg()[0] ?? 0).toFixed(1)
const before = load()
const { results, version } = await measureInBrowser()
const sections = [report(`Chromium ${version}`, results)]
if (inNode) sections.push(report(`Node ${process.versions.node}`, await measureInNode()))
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform}, ${rounds} rounds, ${counted ? 'processor time of the page’s thread' : 'time on the clock'}, load average ${before} before and ${load()} after`
const text = sections.join('\n')
console.log(text)
const file = resolve(here, '../../docs/benchmarks.md')
const written = readFileSync(join(here, 'benchmarks.template.md'), 'utf8')
  .replace('{{machine}}', machine)
  .replace('{{date}}', new Date().toISOString().slice(0, 10))
  .replace('{{results}}', text)
writeFileSync(file, written)
spawnSync('npx', ['oxfmt', file], { stdio: 'ignore', shell: process.platform === 'win32' })
console.log(`Written to ${file}`)
// The wasm backend of tfjs keeps Node alive.
process.exit(0)
