/**
 * The house rules that no compiler checks: who may import whom, no cycles, no file over 300 lines.
 * The rooms and what they may import are read from the table in src/README.md.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { backEdges, cycles, importsOf, longFiles, readRooms, sourceFiles } from './support/architecture.ts'
import type { SourceFile } from './support/architecture.ts'

const rooms = readRooms(readFileSync('src/README.md', 'utf8'))
const src = sourceFiles('src')

test('every file of src stands in a room of the table, and every import is one that the table allows', () => {
  expect(src.length).toBeGreaterThan(0)
  expect(backEdges(src, rooms)).toEqual([])
})

test('no imports run in a circle', () => {
  expect(cycles(src)).toEqual([])
})

test('no file is longer than 300 lines', () => {
  const files = [...src, ...sourceFiles('tests'), ...sourceFiles('scripts')]
  expect(longFiles(files, 300)).toEqual([])
})

describe('the check itself', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text })

  test('reads the table', () => {
    expect([...rooms.keys()]).toContain('engine')
    expect(rooms.get('engine')).toEqual({ values: [], types: [], packages: ['pure-rand'] })
    expect(rooms.get('describe')).toMatchObject({ values: ['engine'], types: ['i18n'] })
    expect(rooms.get('panels')?.packages).toBe('any')
    expect(() => readRooms('no table here')).toThrow(/expected a table/i)
    expect(() => readRooms('| `a` | words | `nowhere` | none |')).toThrow(/nowhere/)
  })

  test('sees static, type, side-effect, re-exported and dynamic imports, and those of workers, but not comments', () => {
    const text = `
      // import { no } from './comment.ts'
      /* import './block.ts' */
      import a, { b } from './static.ts'
      import type { C } from './type.ts'
      import { type D, type E } from './inline-type.ts'
      import { f, type G } from './mixed.ts'
      import './side.css'
      export { h } from './re-export.ts'
      export type { H } from './type-re-export.ts'
      export * from './star.ts'
      import {
        i,
      } from './lines.ts'
      const later = () => import('./dynamic.ts')
      new Worker(new URL('./worker.ts', import.meta.url))
      const text = "import './string.ts'"
    `
    expect(importsOf(text).map(({ from, typeOnly }) => [from, typeOnly])).toEqual([
      ['./static.ts', false],
      ['./type.ts', true],
      ['./inline-type.ts', true],
      ['./mixed.ts', false],
      ['./side.css', false],
      ['./re-export.ts', false],
      ['./type-re-export.ts', true],
      ['./star.ts', false],
      ['./lines.ts', false],
      ['./dynamic.ts', false],
      ['./worker.ts', false],
    ])
  })

  test('refuses back edges, foreign packages, values where only types may go, and files outside the rooms', () => {
    const bad = [
      file('src/engine/run.ts', `import { useStore } from '../store/index.ts'`),
      file(
        'src/engine/rng.ts',
        `import { range } from 'd3'\nimport { xoroshiro128plus } from 'pure-rand/generator'`,
      ),
      file(
        'src/describe/words.ts',
        `import { en } from '../i18n/en.ts'\nimport type { En } from '../i18n/en.ts'`,
      ),
      file('src/ui/Button.tsx', `const later = () => import('../store/index.ts')`),
      file('src/attic/old.ts', ``),
      file('src/app/App.tsx', `import { Stage } from '../panels/stage/Stage.tsx'`),
    ]
    expect(backEdges(bad, rooms)).toEqual([
      'src/engine/run.ts: engine may not import store (../store/index.ts)',
      'src/engine/rng.ts: engine may not import the package d3 (d3)',
      'src/describe/words.ts: describe may import only types of i18n (../i18n/en.ts)',
      'src/ui/Button.tsx: ui may not import store (../store/index.ts)',
      'src/attic/old.ts: stands in no room of src/README.md',
    ])
  })

  test('finds a cycle, also through a type or a dynamic import', () => {
    const ring = [
      file('src/engine/a.ts', `import { b } from './b.ts'`),
      file('src/engine/b.ts', `import type { C } from './c.ts'`),
      file('src/engine/c.ts', `export const later = () => import('./a.ts')`),
      file('src/engine/d.ts', `import { b } from './b.ts'`),
    ]
    expect(cycles(ring)).toEqual(['src/engine/a.ts → src/engine/b.ts → src/engine/c.ts → src/engine/a.ts'])
    expect(cycles(ring.slice(1))).toEqual([])
  })

  test('finds a long file', () => {
    const lines = (count: number) => 'x\n'.repeat(count)
    expect(longFiles([file('a.ts', lines(300)), file('b.ts', lines(301))], 300)).toEqual(['b.ts: 301 lines'])
  })
})
