/** What a column is called: the number it multiplies, the learned vector, the operation's result. */
import type { ReactElement } from 'react'
import type { OpenColumn } from '../../describe/opened.ts'
import type { CellSlot } from '../../engine/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { piecesOf } from '../anatomy/MathLabel.tsx'
import { OperandLabel } from '../inspector/RowLabel.tsx'
import type { Inspected } from '../inspector/useInspected.ts'
import type { ArithmeticMessages } from '../../i18n/arithmetic.ts'

interface Props {
  readonly inspected: Inspected
}

const Pieces = ({
  symbol,
  time,
}: {
  readonly symbol: string
  readonly time: string | null
}): ReactElement => (
  <>
    {piecesOf(symbol, time).map(({ text, sub }) => (
      <span key={text}>
        <i>{text}</i>
        {sub === null ? null : <sub>{sub}</sub>}
      </span>
    ))}
  </>
)

/** f₉; a with the equation below for a pre-activation; f·cₜ₋₁ for a part. */
export const SlotLabel = ({ inspected, slot }: Props & { readonly slot: CellSlot }): ReactElement => {
  const { run, moment } = inspected
  const tone = run.cell.equations[slot.equation]?.role ?? 'hidden'
  return (
    <span
      className="inspector-symbol"
      style={{ color: slot.named ? toneVariable(tone) : 'var(--ink2)' }}
      data-carries={`${slot.name}@${moment.t}`}
    >
      <Pieces symbol={slot.name} time={slot.named ? String(moment.t) : null} />
    </span>
  )
}

/** U_f, b_f, p_f: a letter and the equation below. */
export const ParameterLabel = ({ name }: { readonly name: string }): ReactElement => {
  const [letter = '', gate = ''] = name.split('_')
  return (
    <span className="inspector-symbol inspector-weight" data-carries={name}>
      <i>{letter.slice(0, 1)}</i>
      <sub>{letter.length > 1 ? `${letter.slice(1)}, ${gate}` : gate}</sub>
    </span>
  )
}

export const ColumnLabel = ({
  inspected,
  column,
  words,
}: Props & { readonly column: OpenColumn; readonly words: ArithmeticMessages }): ReactElement => {
  switch (column.kind) {
    case 'weight':
      return <OperandLabel inspected={inspected} of={column.of} index={column.index} />
    case 'operand':
      return <OperandLabel inspected={inspected} of={column.of} />
    case 'vector':
      return <ParameterLabel name={column.parameter} />
    case 'others':
      return <span>{words.others(column.count)}</span>
    default:
      return <SlotLabel inspected={inspected} slot={column.slot} />
  }
}

const weightName = (name: string): string => name.replace('_', '\u202f')

/** 'U f[7, 5]' as text. */
export const weightText = (parameter: string, unit: number, index: number): string =>
  `${weightName(parameter)}[${unit}, ${index}]`
