/** Which cell is open, or all three side by side; folded or unrolled. */
import type { ReactElement } from 'react'
import {
  actions,
  CELL_CHOICES,
  useFolding,
  useMessages,
  useView,
  type CellChoice,
} from '../../store/index.ts'
import { Segmented } from '../../ui/controls/Segmented.tsx'

const NAMES: Readonly<Record<CellChoice, string>> = { rnn: 'RNN', lstm: 'LSTM', gru: 'GRU' }

export const CellSwitch = (): ReactElement => {
  const words = useMessages().header
  const cell = useView((view) => view.cell)
  const compare = useView((view) => view.compare)
  const options = [
    ...CELL_CHOICES.map((value) => ({ value, label: NAMES[value] })),
    { value: 'compare' as const, label: words.compare },
  ]
  return (
    <Segmented
      label={words.cell}
      options={options}
      value={compare ? 'compare' : cell}
      onChange={(value) => (value === 'compare' ? actions.setCompare(true) : actions.setCell(value))}
    />
  )
}

export const FoldSwitch = (): ReactElement => {
  const words = useMessages().header
  const folded = useFolding()
  return (
    <Segmented
      label={words.form}
      options={[
        { value: 'folded', label: words.folded },
        { value: 'unrolled', label: words.unrolled },
      ]}
      value={folded === null ? null : folded ? 'folded' : 'unrolled'}
      onChange={(value) => actions.setFolded(value === 'folded')}
    />
  )
}

/** For narrow screens: one button that stays down. */
export const FoldButton = (): ReactElement => {
  const words = useMessages().header
  const folded = useFolding() ?? false
  return (
    <button
      type="button"
      className="header-fold"
      aria-pressed={folded}
      onClick={() => actions.setFolded(!folded)}
    >
      {words.fold}
    </button>
  )
}
