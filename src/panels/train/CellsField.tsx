/** Which cells are trained side by side: the three of every course, and the others of the registry. */
import type { ReactElement } from 'react'
import { cells as registry } from '../../engine/index.ts'
import { training } from '../../store/training.ts'
import { DoneIcon } from '../../ui/icons.ts'
import { Row, Wrong, wrongId, type Shared } from './Field.tsx'
import { cellName, useWords } from './words.ts'

const COMMON = ['rnn', 'lstm', 'gru']

interface Props {
  readonly chosen: readonly string[]
  readonly locked: boolean
}

const Box = ({ id, chosen, locked }: Props & { readonly id: string }): ReactElement => {
  const isChosen = chosen.includes(id)
  // In the registry's order, whatever was ticked first.
  const toggle = (): void =>
    training.edit({
      cells: registry
        .map((cell) => cell.id)
        .filter((other) => (other === id ? !isChosen : chosen.includes(other))),
    })
  return (
    <label className="train-option">
      <input
        type="checkbox"
        className="visually-hidden"
        checked={isChosen}
        disabled={locked}
        onChange={toggle}
      />
      <span>
        {isChosen ? <DoneIcon size={13} aria-hidden="true" /> : null}
        {cellName(id)}
      </span>
    </label>
  )
}

export const CellsField = (props: Props & Pick<Shared, 'id' | 'wrong'>): ReactElement => {
  const words = useWords().setup
  const others = registry.map(({ id }) => id).filter((id) => !COMMON.includes(id))
  return (
    <>
      <Row label={words.cells}>
        <fieldset
          id={props.id}
          className="train-choice train-choice-3"
          disabled={props.locked}
          aria-describedby={props.wrong.length > 0 ? wrongId(props.id) : undefined}
        >
          <legend className="visually-hidden">{words.cells}</legend>
          {COMMON.map((id) => (
            <Box key={id} {...props} id={id} />
          ))}
        </fieldset>
      </Row>
      <Wrong id={props.id} wrong={props.wrong} />
      <details className="train-more">
        <summary>{words.moreCells}</summary>
        <fieldset className="train-choice train-choice-2" disabled={props.locked}>
          <legend className="visually-hidden">{words.moreCells}</legend>
          {others.map((id) => (
            <Box key={id} {...props} id={id} />
          ))}
        </fieldset>
      </details>
    </>
  )
}
