/**
 * The equation as a sheet of numbers: rows are units, columns what is multiplied and added from left to
 * right. Above the weights stand the numbers that they multiply; below, the products of the unit that is
 * looked at and their running sum. Works as a grid: left and right a column, up and down a unit.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { termText } from '../../describe/term.ts'
import { actions, formatNumber } from '../../store/index.ts'
import { UNKNOWN } from '../inspector/fills.ts'
import { Fitted } from './Fitted.tsx'
import { edgeOf, usePlaced, type Placed } from './placed.ts'
import { Products } from './Products.tsx'
import { ColumnLabel } from './Symbols.tsx'
import type { OpenArithmetic } from './useOpened.ts'
import type { Tint } from './tint.ts'
import { useWords } from './words.ts'

/** Where there is no number, the cell looks as if it had no style of its own, but keeps the attribute. */
const PLAIN: Tint = { backgroundColor: 'transparent', color: 'inherit' }

/** The number above a weight: what it multiplies. */
const Above = ({
  open,
  placed,
  number,
}: {
  open: OpenArithmetic
  placed: Placed
  number: number
}): ReactElement => {
  const { inspected } = open
  const { column, block } = placed
  if (column.kind !== 'weight') return <td className={edgeOf(placed, number)} aria-hidden="true" />
  const product = block.products.find(
    ({ parameter, index }) => parameter === column.parameter && index === column.index,
  )
  const { of } = column
  const name = of.from === 'input' ? 'x' : (inspected.run.layer.program.slots[of.slot]?.name ?? '')
  const back = inspected.run.layer.reversed ? 1 : -1
  const t = of.from === 'previous' ? inspected.moment.t + back : inspected.moment.t
  const value = product?.value ?? NaN
  return (
    <td
      className={`arithmetic-above ${edgeOf(placed, number)}`}
      data-slot={name}
      data-unit={column.index}
      data-t={t}
      data-value={value}
    >
      <Fitted text={formatNumber(value, inspected.language)} />
    </td>
  )
}

const isChosen = ({ term }: OpenArithmetic, { column }: Placed): boolean =>
  term !== null &&
  column.kind === 'weight' &&
  column.parameter === term.parameter &&
  column.index === term.index

export const Sheet = ({ open }: { readonly open: OpenArithmetic }): ReactElement => {
  const { inspected, rows, equation } = open
  const { unit, units, language, run } = inspected
  const words = useWords()
  const placed = usePlaced(open)
  const table = useRef<HTMLTableElement>(null)
  const [wanted, setWanted] = useState(0)
  const moved = useRef(false)
  const at = Math.min(wanted, placed.length - 1)
  const hasSums = open.blocks.some(({ slot }) => slot.op === 'affine')
  const name = run.cell.equations[equation]?.words[language] ?? equation

  // The focus follows the column and the unit that its keys moved to.
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    table.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus()
  })

  const go = (by: number): void => {
    const next = Math.min(Math.max(0, at + by), placed.length - 1)
    if (next === at) return
    moved.current = true
    setWanted(next)
  }
  const goUnit = (by: number): void => {
    const next = Math.min(Math.max(0, unit + by), units - 1)
    if (next === unit) return
    moved.current = true
    actions.select({ unit: next })
  }
  const openTerm = ({ column }: Placed): void => {
    if (column.kind === 'weight') actions.setTerm(termText(column))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof Element) || !event.target.matches('td')) return
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    const commands: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => go(-1),
      ArrowRight: () => go(1),
      ArrowUp: () => goUnit(-1),
      ArrowDown: () => goUnit(1),
      PageUp: () => goUnit(-16),
      PageDown: () => goUnit(16),
      Home: () => go(-placed.length),
      End: () => go(placed.length),
      Enter: () => openTerm(placed[at]!),
      ' ': () => openTerm(placed[at]!),
    }
    const command = commands[event.key]
    if (!command) return
    event.preventDefault()
    event.stopPropagation()
    command()
  }

  return (
    <table
      ref={table}
      // A table is what the grid pattern is made of.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      className="arithmetic-sheet"
      aria-label={words.table(name, unit)}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.unit}</span>
          </th>
          {placed.map((own, k) => (
            <th key={k} scope="col" className={edgeOf(own, k)}>
              {own.column.sign === '' ? null : <span className="arithmetic-sign">{own.column.sign}</span>}
              <ColumnLabel inspected={inspected} column={own.column} words={words} />
            </th>
          ))}
        </tr>
        {hasSums ? (
          <tr className="arithmetic-values">
            <th scope="row">{words.value}</th>
            {placed.map((own, k) => (
              <Above key={k} open={open} placed={own} number={k} />
            ))}
          </tr>
        ) : null}
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row} className={row === unit ? 'arithmetic-own' : undefined} aria-selected={row === unit}>
            <th scope="row">
              <button
                type="button"
                tabIndex={-1}
                className="arithmetic-unit"
                aria-label={words.chooseUnit(row)}
                onClick={() => actions.select({ unit: row })}
              >
                {words.unitRow(row)}
              </button>
            </th>
            {placed.map((own, k) => {
              const value = own.valueOf(row)
              const isShown = value !== null && own.isKnown
              return (
                <td
                  key={k}
                  className={`${edgeOf(own, k)} ${own.column.kind === 'result' ? 'arithmetic-result' : ''} ${
                    own.column.kind === 'weight' ? 'arithmetic-weight' : ''
                  } ${row === unit && isChosen(open, own) ? 'arithmetic-chosen' : ''}`}
                  tabIndex={row === unit && k === at ? 0 : -1}
                  style={isShown ? own.tint(value) : PLAIN}
                  {...own.marksOf(row)}
                  data-value={isShown ? value : undefined}
                  onClick={() => {
                    if (row !== unit) actions.select({ unit: row })
                    else openTerm(own)
                    setWanted(k)
                  }}
                >
                  {value === null ? (
                    <span aria-hidden="true">…</span>
                  ) : isShown ? (
                    <Fitted text={formatNumber(value, language)} />
                  ) : (
                    <>
                      <span aria-hidden="true">{UNKNOWN}</span>
                      <span className="visually-hidden">{words.notYet}</span>
                    </>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
      {hasSums ? (
        <tfoot>
          <Products open={open} edges={placed.map(edgeOf)} />
        </tfoot>
      ) : null}
    </table>
  )
}
