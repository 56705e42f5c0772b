/** What the open arithmetic shows: the selected unit of the open equation, its columns and its rows. */
import { useMemo } from 'react'
import { balance, type Balance } from '../../describe/balance.ts'
import { opened, shownRows, type Block, type OpenColumn } from '../../describe/opened.ts'
import { cardPhaseOf, phaseOf } from '../../describe/phases.ts'
import { termOf, type Term } from '../../describe/term.ts'
import type { Product } from '../../describe/contributions.ts'
import { useView } from '../../store/index.ts'
import { useInspected, type Inspected } from '../inspector/useInspected.ts'

export interface OpenArithmetic {
  readonly inspected: Inspected
  readonly equation: string
  readonly blocks: readonly Block[]
  /** Units with a row. */
  readonly rows: readonly number[]
  /** The product that is looked at, or null. */
  readonly term: Term | null
  readonly product: Product | null
  /** Whether the numbers of a column are computed at the moment on screen. */
  readonly isKnown: (column: OpenColumn, block: Block) => boolean
}

/** Null while nothing is open or nothing is loaded. */
export const useOpened = (): OpenArithmetic | null => {
  const inspected = useInspected()
  const open = useView((view) => view.open)
  const asked = useView((view) => view.term)
  return useMemo(() => {
    if (!inspected?.slot || open === null) return null
    const { site, unit, moment, run, known } = inspected
    const { cell } = run
    if (!cell.equations[open]) return null
    const term = asked === null ? null : termOf(asked)
    const { blocks } = opened(site, open, unit, moment.t, term)
    const products = blocks.flatMap((block) => block.products)
    const phaseOfColumn = (column: OpenColumn, block: Block): number => {
      if (column.kind === 'result') return cardPhaseOf(cell, column.slot.name)
      if (column.kind === 'operand' && column.of.from === 'slot')
        return phaseOf(cell, cell.flat.single.slots[column.of.slot]?.name ?? '')
      return column.kind === 'others' ? phaseOf(cell, block.slot.name) : 1
    }
    return {
      inspected,
      equation: open,
      blocks,
      rows: shownRows(run.layer.program.H, unit),
      term,
      product:
        products.find(
          ({ parameter, index }) => term !== null && parameter === term.parameter && index === term.index,
        ) ?? null,
      isKnown: (column, block) => known(phaseOfColumn(column, block) as 1 | 2 | 3 | 4 | 5 | 6),
    }
  }, [inspected, open, asked])
}

const total = (products: readonly Product[]): number =>
  products.reduce((sum, { product }) => sum + product, 0)

/** The numbers of a weighted sum in the order of its columns, without the sum itself. */
export const addends = ({ products, others, parts }: Block): readonly number[] => [
  ...products.map(({ product }) => product),
  ...(others.length > 0 ? [total(others)] : []),
  ...parts.biases.map(({ value }) => value),
]

/** How the numbers of a weighted sum are rounded so that they add up as printed. */
export const roundingOf = (block: Block): Balance => balance(addends(block), block.parts.value)
