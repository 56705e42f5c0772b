/**
 * Vite plugin: the module `virtual:formulas`, every cell's formulas typeset when the page is built. The
 * formulas of a cell are a module of their own, so that the page fetches those of the shown cell only.
 */
import type { Plugin } from 'vite'

import { optimizerFormulas } from '../../src/describe/optimizerFormula.ts'
import { formulaOf, readoutFormulas, type Formula } from '../../src/describe/formula.ts'
import type { CellFormulas, MathLine, ReadoutFormulas, TypesetFormula } from '../../src/describe/mathLine.ts'
import { cellOf, cells } from '../../src/engine/index.ts'
import { typeset } from './mathml.ts'

const NAME = 'virtual:formulas'
const RESOLVED = `\0${NAME}`

const typesetFormula = ({ symbols, numbers }: Formula): TypesetFormula => ({
  symbols: typeset(symbols),
  numbers: typeset(numbers),
})

/** Every slot of a cell, by name. */
const typesetCell = (id: string): CellFormulas => {
  const cell = cellOf(id)
  return Object.fromEntries(
    cell.flat.single.slots.map(({ name }) => [name, typesetFormula(formulaOf(cell, name))]),
  )
}

const typesetReadouts = (): ReadoutFormulas => ({
  identity: typesetFormula(readoutFormulas.identity),
  sigmoid: typesetFormula(readoutFormulas.sigmoid),
  softmax: typesetFormula(readoutFormulas.softmax),
})

/** Lines of update rules stand whole. */
const UNBROKEN = 1000

/** Every optimizer's rule, a line an assignment. */
const typesetRules = (): Readonly<Record<string, readonly MathLine[]>> =>
  Object.fromEntries(
    Object.entries(optimizerFormulas).map(([name, lines]) => [
      name,
      lines.flatMap((line) => typeset(line, UNBROKEN)),
    ]),
  )

/** A module that exports data. A long string is read faster by JSON.parse than as a literal. */
const dataModule = (data: unknown): string =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(data))})`

const entries = (): string =>
  [
    `export { default as readout } from '${NAME}/readout'`,
    'export const cells = {',
    ...cells.map(({ id }) => `  '${id}': () => import('${NAME}/cell/${id}'),`),
    '}',
  ].join('\n')

export const formulasPlugin = (): Plugin => ({
  name: 'formulas',
  resolveId: (id) => (id === NAME || id.startsWith(`${NAME}/`) ? `\0${id}` : null),
  load: (id) => {
    if (id === RESOLVED) return entries()
    if (id === `${RESOLVED}/readout`) return dataModule(typesetReadouts())
    if (id === `${RESOLVED}/optimizers`) return dataModule(typesetRules())
    return id.startsWith(`${RESOLVED}/cell/`)
      ? dataModule(typesetCell(id.slice(`${RESOLVED}/cell/`.length)))
      : null
  },
})
