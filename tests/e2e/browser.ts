/**
 * Finds the browser of the end-to-end tests and of the benchmarks: an installed Chrome or Chromium,
 * else the Chromium that arrived with the packages (Linux x64, needs neither root nor a download).
 * GATESCOPE_BROWSER overrides: the path of a browser, or `bundled` for the one of the packages.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium } from '@playwright/test'
import bundledChromium from '@sparticuz/chromium'

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Unpacks the bundled Chromium; it always goes to TMPDIR, so that is pointed into node_modules meanwhile. */
async function unpackBundled(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Expected Google Chrome or Chromium to be installed; found none. Install one, or name it in GATESCOPE_BROWSER.',
    )
  }
  const folder = resolve('node_modules/.cache/chromium')
  mkdirSync(folder, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    return await bundledChromium.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** Path of the browser to run. Throws when there is none, or when GATESCOPE_BROWSER names a missing file. */
export async function findBrowser(): Promise<string> {
  const asked = process.env['GATESCOPE_BROWSER']
  if (asked === 'bundled') return unpackBundled()
  if (asked) {
    if (existsSync(asked)) return asked
    throw new Error(
      `GATESCOPE_BROWSER must be the path of a browser, or "bundled"; "${asked}" does not exist.`,
    )
  }
  const candidates = [...installed, chromium.executablePath()]
  return candidates.find((path) => existsSync(path)) ?? unpackBundled()
}

/** Flags that make a run alike on every machine: quiet, and possible as root in a container. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--no-first-run',
]
