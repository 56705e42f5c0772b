/**
 * `npm test`: static checks, unit tests, end-to-end tests on the built page. Everything runs even
 * after a failure. The last line says `N passed, M failed` (`, K skipped` when there are any);
 * a static check counts as one test.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'

interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What `vitest --reporter=json` writes, as far as it is read here. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

/** What Playwright's JSON reporter writes, as far as it is read here. */
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

const reports = { vitest: 'test-results/vitest.json', playwright: 'test-results/playwright.json' }

const checks = [
  ['lint', 'oxlint --type-aware --deny-warnings'],
  ['format', 'oxfmt --check'],
  ['types of the engine alone', 'tsc -p tsconfig.engine.json'],
  ['types', 'tsc -p tsconfig.json'],
  ['unused files, exports, packages', 'knip'],
  ['build', 'vite build --logLevel warn'],
] as const

/** Runs a command of node_modules/.bin (npm put it on the path) and says whether it succeeded. */
function succeeds(name: string, command: string): boolean {
  console.log(`\n── ${name}: ${command}`)
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: reports.playwright }
  return spawnSync(command, { shell: true, stdio: 'inherit', env }).status === 0
}

/** Runs a test runner and reads its report; a runner that failed without a failed test counts as one failure. */
function tallyOf(name: string, command: string, path: string, read: (report: string) => Tally): Tally {
  rmSync(path, { force: true })
  const succeeded = succeeds(name, command)
  try {
    const tally = read(readFileSync(path, 'utf8'))
    return !succeeded && tally.failed === 0 ? { ...tally, failed: 1 } : tally
  } catch (error) {
    console.error(`${name}: expected a report in ${path}, could not read it: ${String(error)}`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const outcomes = checks.map(([name, command]) => succeeds(name, command))
const tallies: Tally[] = [
  {
    passed: outcomes.filter(Boolean).length,
    failed: outcomes.filter((passed) => !passed).length,
    skipped: 0,
  },
  tallyOf(
    'unit tests',
    `vitest run --reporter=default --reporter=json --outputFile.json=${reports.vitest}`,
    reports.vitest,
    (text) => {
      const report = JSON.parse(text) as VitestReport
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
      }
    },
  ),
  tallyOf('end-to-end tests', 'playwright test --reporter=list,json', reports.playwright, (text) => {
    const { stats } = JSON.parse(text) as PlaywrightReport
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
  }),
]

const failedChecks = checks.filter((_, index) => !outcomes[index]).map(([name]) => name)
if (failedChecks.length > 0) console.log(`\nfailed checks: ${failedChecks.join('; ')}`)

const total = (key: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[key], 0)
const [passed, failed, skipped] = [total('passed'), total('failed'), total('skipped')]
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
