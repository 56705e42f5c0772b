/** The example in README.md runs as it stands there and prints what README.md says. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** The one fenced block of a language. */
const block = (language: string): string => {
  const found = [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))]
  expect(found, `README.md has one block of ${language}`).toHaveLength(1)
  return found[0]![1]!
}

const ENGINE = "'./src/engine/index.ts'"
const NUMBER = /-?\d+\.\d+(?:e-?\d+)?/g
const words = (text: string): string => text.replace(NUMBER, '#').trim()
const numbers = (text: string): number[] => (text.match(NUMBER) ?? []).map(Number)

test('the example runs and prints what README.md says', () => {
  const example = block('ts')
  expect(example).toContain(ENGINE)
  const folder = mkdtempSync(join(tmpdir(), 'gatescope-readme-'))
  try {
    const file = join(folder, 'example.ts')
    // The reader keeps the example beside README.md; here only its place differs.
    writeFileSync(file, example.replace(ENGINE, JSON.stringify(join(root, 'src/engine/index.ts'))))
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--import', './scripts/typescript.mjs', file],
      { cwd: root, encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const said = block('text')
    expect(words(stdout)).toBe(words(said))
    const [expected, got] = [numbers(said), numbers(stdout)]
    expect(expected.length).toBeGreaterThan(0)
    expect(got).toHaveLength(expected.length)
    got.forEach((value, k) => expect(value).toBeCloseTo(expected[k]!, 12))
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 30_000)
