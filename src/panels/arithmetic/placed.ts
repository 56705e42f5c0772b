/** The columns of the sheet with what their cells show: values a unit, colours, and which datum each is. */
import { columnValues, type Block, type OpenColumn } from '../../describe/opened.ts'
import { reachOf } from '../../describe/reach.ts'
import { useTheme } from '../../store/index.ts'
import { tintOf, type Tint } from './tint.ts'
import type { OpenArithmetic } from './useOpened.ts'

export interface Placed {
  readonly block: Block
  readonly column: OpenColumn
  readonly valueOf: (unit: number) => number | null
  readonly tint: (value: number) => Tint
  readonly isKnown: boolean
  /** Its attributes as a picture of a datum, for a unit. */
  readonly marksOf: (unit: number) => Readonly<Record<`data-${string}`, string | number>>
}

export const usePlaced = (open: OpenArithmetic): readonly Placed[] => {
  const theme = useTheme()
  const { inspected, blocks, isKnown } = open
  const { site, run, moment } = inspected
  const { slots } = run.layer.program
  const toneOf = (name: string): ReturnType<typeof tintOf> => {
    const role = run.cell.equations[name]?.role
    return role === undefined
      ? tintOf('cell', theme, name.startsWith('a_') ? 5 : 1)
      : tintOf(role, theme, reachOf(run.layer, name))
  }
  const back = run.layer.reversed ? 1 : -1
  return blocks.flatMap((block) =>
    block.columns.map((column): Placed => {
      const { t } = moment
      const shared = {
        block,
        column,
        valueOf: columnValues(site, t, column),
        isKnown: isKnown(column, block),
      }
      switch (column.kind) {
        case 'weight':
          return {
            ...shared,
            tint: tintOf('weight', theme, 3.2),
            marksOf: (unit) => ({
              'data-weight': column.parameter,
              'data-row': unit,
              'data-column': column.index,
            }),
          }
        case 'others':
          return { ...shared, tint: tintOf('cell', theme, 5), marksOf: () => ({}) }
        case 'vector':
          return {
            ...shared,
            tint: tintOf('weight', theme, 3.2),
            marksOf: (unit) => ({ 'data-slot': column.parameter, 'data-unit': unit, 'data-t': t }),
          }
        default: {
          const name =
            column.kind === 'result'
              ? column.slot.name
              : column.of.from === 'input'
                ? 'x'
                : (slots[column.of.slot]?.name ?? '')
          const step = column.kind === 'operand' && column.of.from === 'previous' ? t + back : t
          return {
            ...shared,
            tint: toneOf(name),
            marksOf: (unit) => ({ 'data-slot': name, 'data-unit': unit, 'data-t': step }),
          }
        }
      }
    }),
  )
}

/** A block begins with a line. */
export const edgeOf = ({ block, column }: Placed, number: number): string =>
  number > 0 && block.columns[0] === column ? 'arithmetic-edge' : ''
