/** Below the sheet: the products of the unit that is looked at, adding up as printed, and their running sum. */
import type { ReactElement } from 'react'
import type { Block } from '../../describe/opened.ts'
import { termText } from '../../describe/term.ts'
import { actions, formatNumber } from '../../store/index.ts'
import { UNKNOWN } from '../inspector/fills.ts'
import { Running } from './Running.tsx'
import { Fitted } from './Fitted.tsx'
import { PITCH } from './pitch.ts'
import { addends, roundingOf, type OpenArithmetic } from './useOpened.ts'
import { useWords } from './words.ts'

interface Props {
  readonly open: OpenArithmetic
  /** Classes of the columns that begin a block. */
  readonly edges: readonly string[]
}

const marksOf = (
  { inspected }: OpenArithmetic,
  block: Block,
  k: number,
): Readonly<Record<`data-${string}`, string | number>> => {
  const { unit, moment } = inspected
  const column = block.columns[k]
  if (column?.kind === 'weight')
    return {
      'data-slot': column.parameter,
      'data-unit': unit,
      'data-input': column.index,
      'data-t': moment.t,
    }
  if (column?.kind === 'vector')
    return { 'data-slot': column.parameter, 'data-unit': unit, 'data-t': moment.t }
  return column?.kind === 'result'
    ? { 'data-slot': column.slot.name, 'data-unit': unit, 'data-t': moment.t }
    : {}
}

const Sum = ({ open, block, edge }: { open: OpenArithmetic; block: Block; edge: string }): ReactElement => {
  const { language } = open.inspected
  const values = [...addends(block), block.parts.value]
  const { least } = roundingOf(block)
  const isKnown = open.isKnown(block.columns.at(-1)!, block)
  return (
    <>
      {values.map((value, k) => {
        const column = block.columns[k]!
        const text = <Fitted text={isKnown ? formatNumber(value, language, least) : UNKNOWN} />
        return (
          <td
            key={k}
            className={`${k === 0 ? edge : ''} ${column.kind === 'result' ? 'arithmetic-result' : ''}`}
            {...marksOf(open, block, k)}
            data-addend={column.kind === 'result' ? undefined : block.slot.name}
            data-sum={column.kind === 'result' ? block.slot.name : undefined}
            data-value={isKnown ? value : undefined}
          >
            {column.kind === 'weight' ? (
              <button
                type="button"
                tabIndex={-1}
                className="arithmetic-product"
                onClick={() => actions.setTerm(termText(column))}
              >
                {text}
              </button>
            ) : (
              text
            )}
          </td>
        )
      })}
    </>
  )
}

export const Products = ({ open, edges }: Props): ReactElement => {
  const words = useWords()
  const { language } = open.inspected
  const starts = open.blocks.map((_, k) =>
    open.blocks.slice(0, k).reduce((sum, { columns }) => sum + columns.length, 0),
  )
  return (
    <>
      <tr className="arithmetic-products">
        <th scope="row">{words.product}</th>
        {open.blocks.map((block, k) =>
          block.slot.op === 'affine' ? (
            <Sum key={block.slot.name} open={open} block={block} edge={edges[starts[k]!] ?? ''} />
          ) : (
            <td
              key={block.slot.name}
              colSpan={block.columns.length}
              className={edges[starts[k]!]}
              aria-hidden="true"
            />
          ),
        )}
      </tr>
      <tr className="arithmetic-sums">
        <th scope="row">{words.runningSum}</th>
        {open.blocks.map((block, k) => (
          <td key={block.slot.name} colSpan={block.columns.length} className={edges[starts[k]!]}>
            {block.slot.op === 'affine' && open.isKnown(block.columns.at(-1)!, block) ? (
              <Running
                block={block}
                pitch={PITCH}
                label={words.runningSumText(
                  formatNumber(block.parts.value, language),
                  block.columns.length - 1,
                )}
              />
            ) : null}
          </td>
        ))}
      </tr>
    </>
  )
}
