/** Every slot's formula, typeset when the page was built. Those of a cell are fetched when it is shown. */
import { cells, readout } from 'virtual:formulas'
import type { CellFormulas, TypesetFormula } from './mathLine.ts'

export const readoutFormulas = readout

const loaded = new Map<string, CellFormulas>()

/** The formulas of a cell, or null before they are loaded. */
export const formulasOf = (cell: string): CellFormulas | null => loaded.get(cell) ?? null

/**
 * Fetches the formulas of a cell, once.
 * @throws Error for a cell that is not in the registry, or when its formulas cannot be fetched
 */
export const loadFormulas = async (cell: string): Promise<CellFormulas> => {
  const known = loaded.get(cell)
  if (known) return known
  const fetchFormulas = Object.hasOwn(cells, cell) ? cells[cell] : undefined
  if (!fetchFormulas)
    throw new Error(`No formulas of the cell "${cell}". Expected one of ${Object.keys(cells).join(', ')}.`)
  const { default: formulas } = await fetchFormulas()
  loaded.set(cell, formulas)
  return formulas
}

/**
 * The typeset formula of a slot.
 * @throws Error for a slot that the cell does not have
 */
export const typesetFormula = (formulas: CellFormulas, slot: string): TypesetFormula => {
  const formula = Object.hasOwn(formulas, slot) ? formulas[slot] : undefined
  if (!formula)
    throw new Error(`No formula of "${slot}". Expected one of ${Object.keys(formulas).join(', ')}.`)
  return formula
}
