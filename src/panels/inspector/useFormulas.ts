/** The typeset formulas of a cell: fetched when it is first inspected, then at hand. */
import { useEffect, useState } from 'react'
import { formulasOf, loadFormulas } from '../../describe/formulas.ts'
import type { CellFormulas } from '../../describe/mathLine.ts'

/** That something arrived or failed; what arrived is read where it is kept. */
interface Arrival {
  readonly cell: string
  readonly error: unknown
}

/**
 * Null until they are there.
 * @throws Error while rendering when they cannot be fetched: the panel's boundary says so
 */
export const useFormulas = (cell: string | null): CellFormulas | null => {
  const [arrival, setArrival] = useState<Arrival | null>(null)
  useEffect(() => {
    if (cell === null || formulasOf(cell)) return undefined
    let isWanted = true
    const settle = (error: unknown): void => {
      if (isWanted) setArrival({ cell, error })
    }
    loadFormulas(cell).then(() => settle(null), settle)
    return () => {
      isWanted = false
    }
  }, [cell])
  const known = cell === null ? null : formulasOf(cell)
  if (!known && arrival?.cell === cell && arrival?.error) throw arrival.error
  return known
}
