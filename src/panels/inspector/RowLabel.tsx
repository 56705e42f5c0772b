/** What a row of the breakdown is about: a component of x, a unit of h, a bias, a gate. */
import { Fragment, type ReactElement } from 'react'
import type { Row } from '../../describe/breakdown.ts'
import type { Operand } from '../../engine/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { piecesOf } from '../anatomy/MathLabel.tsx'
import type { Inspected } from './useInspected.ts'

interface Named {
  readonly name: string
  readonly symbol: string
  readonly previous: boolean
  /** Parts are not written with their step. */
  readonly named: boolean
  readonly tone: Parameters<typeof toneVariable>[0]
}

/** 'f*c_prev' as read: f·c₋. */
const partText = (name: string): string =>
  name.replaceAll('*', '·').replaceAll('_prev', '₋').replaceAll('-', '−')

const namedOf = ({ run }: Inspected, operand: Operand): Named => {
  if (operand.from === 'input') return { name: 'x', symbol: 'x', previous: false, named: true, tone: 'input' }
  const slot = run.cell.flat.single.slots[operand.slot]
  const tone = run.cell.equations[slot?.equation ?? '']?.role ?? 'hidden'
  return {
    name: slot?.name ?? '',
    symbol: partText(slot?.name ?? ''),
    previous: operand.from === 'previous',
    named: slot?.named ?? false,
    tone,
  }
}

interface OperandProps {
  readonly inspected: Inspected
  readonly of: Operand
  /** Unit, in brackets, so that it cannot be taken for a step. */
  readonly index?: number
}

/** h₈[1]: the symbol, its step below, its unit in brackets. */
export const OperandLabel = ({ inspected, of, index }: OperandProps): ReactElement => {
  const { scene, moment, run } = inspected
  if (of.from === 'input' && index !== undefined)
    return (
      <span className="inspector-feature" data-slot="x" data-unit={index} data-t={moment.t}>
        {scene.features[index] ?? `x[${index}]`}
      </span>
    )
  const { name, symbol, previous, named, tone } = namedOf(inspected, of)
  const step = previous ? moment.t + (run.layer.reversed ? 1 : -1) : moment.t
  return (
    <span className="inspector-symbol" data-slot={name} data-unit={index ?? inspected.unit} data-t={step}>
      {piecesOf(symbol).map(({ text, sub }) => (
        <Fragment key={text}>
          <i style={{ color: toneVariable(tone) }}>{text}</i>
          {sub === null ? null : <sub>{sub}</sub>}
        </Fragment>
      ))}
      {named ? <sub>{String(step).replace('-', '\u2212')}</sub> : null}
      {index === undefined ? null : <span className="inspector-unit">[{index}]</span>}
    </span>
  )
}

/** A factor of a product: 1 − z stands in brackets. */
const FactorLabel = (props: OperandProps): ReactElement =>
  namedOf(props.inspected, props.of).name.startsWith('1-') ? (
    <>
      (<OperandLabel {...props} />)
    </>
  ) : (
    <OperandLabel {...props} />
  )

const biasSubscript = (name: string): string | null => {
  const [letter = '', gate = ''] = name.split('_')
  return letter.length > 1 ? `${letter.slice(1)}${gate}` : null
}

export const RowLabel = ({
  inspected,
  row,
}: {
  readonly inspected: Inspected
  readonly row: Row
}): ReactElement => {
  const { words } = inspected
  switch (row.kind) {
    case 'product':
      return <OperandLabel inspected={inspected} of={row.product.of} index={row.product.index} />
    case 'others':
      return <span>{words.others(row.count)}</span>
    case 'bias': {
      const subscript = biasSubscript(row.name)
      return subscript === null ? (
        <span className="inspector-weight">{words.bias}</span>
      ) : (
        <span className="inspector-weight inspector-symbol">
          <i>b</i>
          <sub>{subscript}</sub>
        </span>
      )
    }
    case 'gate':
      return (
        <b className="inspector-symbol" style={{ color: toneVariable('read') }}>
          × <i>{row.gate.name}</i>
        </b>
      )
    case 'pair':
      return (
        <span>
          <FactorLabel inspected={inspected} of={row.left} /> ·{' '}
          <FactorLabel inspected={inspected} of={row.right} />
        </span>
      )
    default:
      return (
        <span>
          {row.complement ? '1 − ' : ''}
          <OperandLabel inspected={inspected} of={row.of} />
        </span>
      )
  }
}
