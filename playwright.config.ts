/** End-to-end tests: a real browser on the built page (run `npm run build` first; `npm test` does). */
import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from './tests/e2e/browser.ts'

// Read again by each worker, which inherits the environment: all agree on the port, two runs do not
// collide, and it is none of those that a system hands out (32,768 and up).
const port = (process.env['GATESCOPE_E2E_PORT'] ??= String(20_000 + (process.pid % 12_000)))
const baseURL = `http://127.0.0.1:${port}/`

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  // Waiting costs a green test nothing; on a busy machine a page takes its time.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    // Pictures and copies of the page at every action would take a third of the tests’ time; the page as it was when
    // a test failed is kept beside the trace.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    launchOptions: { executablePath: await findBrowser(), args: browserFlags },
  },
  webServer: {
    command: `vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: baseURL,
  },
})
