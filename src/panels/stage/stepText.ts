/** What a step of the chain is called for those who do not see it: all that its column shows. */
import type { CellRun, Messages, SceneView } from '../../store/index.ts'
import { at } from '../../engine/index.ts'
import { formatNumber, type Language } from '../../i18n/index.ts'
import { labelOf } from './meterRows.ts'
import { outputMark } from './outputMarks.ts'

/** The values of a unit that are spoken of: gates and candidate in order, then what is carried. */
export const spokenSlots = ({ cell }: Pick<CellRun, 'cell'>): readonly string[] => {
  const carried = Object.keys(cell.equations).filter((slot) => cell.carry.includes(slot))
  const inner = Object.keys(cell.equations).filter((slot) => !cell.carry.includes(slot))
  return [...inner, ...carried]
}

/** 'step 8: unit 7: f 0.81, i 0.09, … output 0.02'; only the input while nothing is computed. */
export const stepText = (
  run: CellRun,
  scene: SceneView,
  t: number,
  unit: number,
  isKnown: boolean,
  words: Messages['stage'],
  language: Language,
): string => {
  const number = (value: number): string => formatNumber(value, language)
  const said = scene.said[t] ? words.stepInput(scene.said[t]) : ''
  const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ')
  const mark = outputMark(run, scene, t)
  const target = mark?.target === null || !mark ? '' : words.stepTarget(number(mark.target))
  if (!isKnown) return join(`${words.step(t)}: ${words.notComputed}`, said, target)
  const values = spokenSlots(run).map(
    (slot) => `${labelOf(slot)} ${number(at(run.layer, t, slot)[unit] ?? NaN)}`,
  )
  const predicted = mark?.predicted ? words.predicted(mark.predicted.name) : ''
  const output = mark ? words.stepOutput(number(mark.value)) : ''
  return join(words.stepValues(t, unit, values.join(', ')), said, output, predicted, target)
}
