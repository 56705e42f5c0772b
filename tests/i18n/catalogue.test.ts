/** The type check sees to missing messages; this sees to the rest: none too many, none empty, none forgotten. */
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/index.ts'

type Leaf = readonly [path: string, message: unknown]

const leaves = (group: object, path = ''): readonly Leaf[] =>
  Object.entries(group).flatMap(([name, message]: [string, unknown]): readonly Leaf[] =>
    typeof message === 'object' && message !== null
      ? leaves(message, `${path}${name}.`)
      : [[`${path}${name}`, message]],
  )

interface InLanguages {
  readonly en: object
  readonly es: object
}

const isCatalogue = (exported: unknown): exported is InLanguages =>
  typeof exported === 'object' && exported !== null && LANGUAGES.every((language) => language in exported)

const modules = import.meta.glob<Record<string, unknown>>('../../src/i18n/*.ts', { eager: true })

/** Every catalogue that a file of src/i18n exports, by the file's name. */
const catalogues = Object.entries(modules).flatMap(([file, exported]) =>
  Object.values(exported)
    .filter(isCatalogue)
    .map((catalogue) => [file.split('/').at(-1)!, catalogue] as const),
)

test('every group is seen', () => {
  expect(catalogues.length).toBeGreaterThan(10)
})

describe.each(catalogues)('%s', (_, catalogue) => {
  const en = leaves(catalogue.en)
  const es = leaves(catalogue.es)

  test('both languages have the same messages', () => {
    expect(es.map(([path]) => path).toSorted()).toEqual(en.map(([path]) => path).toSorted())
  })

  test('no message is empty, and functions take as many values in both languages', () => {
    const spanish = new Map(es)
    for (const [path, message] of en) {
      const other = spanish.get(path)
      expect(typeof other, path).toBe(typeof message)
      if (typeof message === 'string') expect(message.trim(), path).not.toBe('')
      if (typeof other === 'string') expect(other.trim(), path).not.toBe('')
      if (typeof message === 'function' && typeof other === 'function')
        expect(other.length, path).toBe(message.length)
    }
  })
})
