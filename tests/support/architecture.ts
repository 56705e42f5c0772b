/**
 * Reads what each source file imports and holds it against the rooms of src/README.md.
 * Imports are taken from the parsed module, so comments and strings cannot deceive it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync } from 'vite'

export interface SourceFile {
  /** From the root of the project, with slashes. */
  readonly path: string
  readonly text: string
}

interface Import {
  /** The specifier as written, without a query. */
  readonly from: string
  /** Only types come in: gone when the page is built. */
  readonly typeOnly: boolean
  readonly start: number
}

interface Room {
  /** Rooms that may be imported. */
  readonly values: readonly string[]
  /** Rooms of which only types may be imported. */
  readonly types: readonly string[]
  readonly packages: readonly string[] | 'any'
}

/** All TypeScript files under a folder. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !path.includes('node_modules/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** The table of rooms in Markdown: | room | words | rooms it may import | packages |. Throws when it is not there. */
export function readRooms(markdown: string): Map<string, Room> {
  const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
  const rooms = new Map<string, Room>()
  for (const line of markdown.split('\n')) {
    const [name = '', , imports = '', packages = ''] = line.split('|').slice(1)
    const room = /^\s*`(\w+)`\s*$/.exec(name)?.[1]
    if (!room) continue
    // "types of `a`, `b` `c`": the words bind one name only.
    const types = [...imports.matchAll(/types of `(\w+)`/g)].map((match) => match[1] ?? '')
    const values = quoted(imports).filter((other) => !types.includes(other))
    rooms.set(room, { values, types, packages: packages.trim() === 'any' ? 'any' : quoted(packages) })
  }
  if (rooms.size === 0)
    throw new Error('Expected a table with one line a room, "| `room` | … |"; found none.')
  for (const [room, { values, types }] of rooms) {
    const unknown = [...values, ...types].find((other) => !rooms.has(other))
    if (unknown)
      throw new Error(`Room ${room} may import ${unknown}, which has no line of its own. Add the line.`)
  }
  return rooms
}

/** Every import of a file, in the order of the text: static, type, side effect, re-export, dynamic, worker URL. */
export function importsOf(text: string, path = 'file.tsx'): Import[] {
  const { module } = parseSync(path, text)
  const found: Import[] = []
  const add = (start: number, specifier: string, typeOnly: boolean) =>
    found.push({ from: specifier.replace(/\?.*$/, ''), typeOnly, start })

  for (const { start, moduleRequest, entries } of module.staticImports) {
    add(start, moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType))
  }
  for (const { start, entries } of module.staticExports) {
    const from = entries[0]?.moduleRequest?.value
    if (from !== undefined) {
      add(
        start,
        from,
        entries.every((entry) => entry.isType),
      )
    }
  }
  for (const { start, moduleRequest } of module.dynamicImports) {
    add(start, text.slice(moduleRequest.start + 1, moduleRequest.end - 1), false)
  }
  for (const { start } of module.importMetas) {
    const url = /new URL\(\s*['"]([^'"]+)['"]\s*,\s*$/.exec(text.slice(0, start))
    if (url?.[1]) add(start, url[1], false)
  }
  return found.toSorted((a, b) => a.start - b.start)
}

const resolve = (importer: string, specifier: string) => posix.join(posix.dirname(importer), specifier)

/** The room of a file of src: its folder; a file of src itself belongs to app. */
const roomOf = (path: string) => (path.split('/').length > 2 ? (path.split('/')[1] ?? '') : 'app')

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** One sentence for each import that the rooms do not allow. */
export function backEdges(files: readonly SourceFile[], rooms: ReadonlyMap<string, Room>): string[] {
  const complaints: string[] = []
  for (const { path, text } of files) {
    const name = roomOf(path)
    const room = rooms.get(name)
    if (!room) {
      complaints.push(`${path}: stands in no room of src/README.md`)
      continue
    }
    for (const { from, typeOnly } of importsOf(text, path)) {
      if (from.startsWith('.')) {
        const other = roomOf(resolve(path, from))
        if (other === name || room.values.includes(other)) continue
        if (!room.types.includes(other)) complaints.push(`${path}: ${name} may not import ${other} (${from})`)
        else if (!typeOnly) complaints.push(`${path}: ${name} may import only types of ${other} (${from})`)
      } else if (room.packages !== 'any' && !room.packages.includes(packageOf(from))) {
        complaints.push(`${path}: ${name} may not import the package ${packageOf(from)} (${from})`)
      }
    }
  }
  return complaints
}

/** Each circle of imports once, as "a → b → a". */
export function cycles(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => path))
  const imports = new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(text, path)
        .map(({ from }) => resolve(path, from))
        .filter((target) => known.has(target)),
    ]),
  )
  const found: string[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]) => {
    const again = trail.indexOf(path)
    if (again >= 0) found.push([...trail.slice(again), path].join(' → '))
    if (again >= 0 || done.has(path)) return
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of imports.keys()) visit(path, [])
  return found
}

/** One line for each file that is too long. */
export function longFiles(files: readonly SourceFile[], limit: number): string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path}: ${lines} lines`)
}
