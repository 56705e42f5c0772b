/**
 * The selected band as a table, with the outputs and targets: the same numbers for those who read rather
 * than look.
 */
import type { ReactElement } from 'react'
import { at } from '../../engine/index.ts'
import { useMessages, type CellRun, type SceneView } from '../../store/index.ts'
import { outputNamesOf, outputsAt } from './outputText.ts'
import { StepTable, type StepRow } from './StepTable.tsx'

interface Props {
  readonly run: CellRun
  readonly scene: SceneView
  /** 'x' or an equation. */
  readonly slot: string
  readonly name: string
  readonly first: number
  readonly last: number
}

/** At most this many units: a table of hundreds helps nobody. */
const MOST_UNITS = 16

/** The rows of the band, then those of the outputs, then the targets. */
const rowsOf = ({ run, scene, slot }: Props, words: RowWords): readonly StepRow[] => {
  const names =
    slot === 'x' ? scene.features : Array.from({ length: run.layer.program.H }, (_, u) => words.unit(u))
  const outputs = outputNamesOf(run, scene, words.output)
  return [
    ...names
      .slice(0, MOST_UNITS)
      .map((name, unit): StepRow => ({ name, valueAt: (t) => at(run.layer, t, slot)[unit] ?? null })),
    ...outputs.map((name, k): StepRow => ({
      name: k === 0 && outputs.length === 1 ? name : `y ${name}`,
      valueAt: (t) => outputsAt(run, scene, t)?.[k] ?? null,
    })),
    ...outputs.map((name, k): StepRow => ({
      name: outputs.length === 1 ? words.targetRow : `${words.targetRow} ${name}`,
      valueAt: (t) => scene.targets[t]?.[k] ?? null,
    })),
  ]
}

interface RowWords {
  readonly unit: (unit: number) => string
  readonly output: string
  readonly targetRow: string
}

export const BandTable = (props: Props): ReactElement => {
  const { run, slot, name, first, last } = props
  const words = useMessages().bands
  const more = slot === 'x' ? 0 : Math.max(0, run.layer.program.H - MOST_UNITS)
  const label = words.tableCaption(name)
  return (
    <StepTable
      summary={words.table}
      label={label}
      caption={[label, ...(more > 0 ? [words.more(more)] : [])].join('. ')}
      timestep={words.timestep}
      first={first}
      last={last}
      rows={rowsOf(props, words)}
    />
  )
}
