/**
 * The two charts of a run on one training clock. Dragging over either moves the clock; it is one slider
 * for keys and screen readers.
 */
import { useId, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import { useLanguage, useSceneText } from '../../store/index.ts'
import { training } from '../../store/training.ts'
import { learnedOf, useReferences, type ShownRun } from '../../store/trainingHooks.ts'
import { useTraining } from '../../store/trainingState.ts'
import { dragging } from '../../ui/dragging.ts'
import { nearestIndex, updateScale, type Box } from './axes.ts'
import { linesOf } from './Gutter.tsx'
import { LossChart, nameAtCurve } from './LossChart.tsx'
import { NormChart } from './NormChart.tsx'
import { TrainingClock } from './TrainingClock.tsx'
import { cellName, formatWhole, useWords } from './words.ts'

interface Props {
  readonly shown: ShownRun
  readonly width: number
  readonly narrow: boolean
}

const TOP = 30
const BOTTOM = 240
const HEIGHT = 290

/** Room right of the loss plot, at least; of the names of its lines a sign takes so much; px. */
const LEAST_ROOM = { narrow: 74, wide: 122 }
const SIGN = 6.8
const NAME_GAP = 10
/** The norms' own numbers stand there too. */
const NORM_TICKS = 38

/**
 * Plots of the two charts in an area of some width: side by side, or one below the other. The names of the lines
 * stand right of the loss, so the longest says where it ends.
 */
export const plotsOf = (
  width: number,
  narrow: boolean,
  names: readonly string[],
): { readonly loss: Box; readonly norms: Box } => {
  const longest = NAME_GAP + SIGN * Math.max(0, ...names.map((name) => name.length))
  if (narrow) {
    const room = Math.max(LEAST_ROOM.narrow, longest)
    return {
      loss: { left: 44, right: width - room, top: TOP, bottom: BOTTOM },
      norms: { left: 44, right: width - 40, top: HEIGHT + TOP, bottom: HEIGHT + BOTTOM - 60 },
    }
  }
  const room = Math.max(LEAST_ROOM.wide, longest + NORM_TICKS)
  const right = 98 + (width - 98 - 20 - (room - LEAST_ROOM.wide)) * 0.57
  return {
    loss: { left: 98, right, top: TOP, bottom: BOTTOM },
    norms: { left: right + room, right: width - 34, top: TOP, bottom: BOTTOM },
  }
}

const PAGE = 5

/** The checkpoint that a key leads to, or null for other keys. */
export const keyIndex = (key: string, index: number, count: number): number | null => {
  const last = count - 1
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowDown: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index + 1,
    PageDown: index - PAGE,
    PageUp: index + PAGE,
    Home: 0,
    End: last,
  }
  const next = steps[key]
  return next === undefined ? null : Math.min(last, Math.max(0, next))
}

export const Charts = ({ shown, width, narrow }: Props): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const keysId = useId()
  const text = useSceneText()
  const ghost = useTraining((state) => state.ghost)
  const task = useTraining((state) => state.task?.task ?? null)
  const { run, checkpoints, index, checkpoint, member } = shown
  const references = useReferences().map(({ id, loss }, k) => ({
    // The task's own baseline has a name of its own, as long as the loss is its own.
    name:
      (k === 0 && run.settings.lossOn === null ? text?.baseline[language] : undefined) ??
      words.chart.references[id],
    loss,
  }))
  const isSpent = useTraining(
    ({ phase }) => phase !== 'training' && run.update > 0 && run.update >= run.until,
  )
  const newest = checkpoints.at(-1)
  // Cells of which no network learned.
  const failed =
    isSpent && task && newest
      ? learnedOf(run, newest, task)
          .filter(({ learned }) => learned === 0)
          .map(({ cell }) => cell)
      : []
  const updates = checkpoints.map(({ update }) => update)
  const last = Math.max(run.until, run.update, 1)
  const plots = plotsOf(
    width,
    narrow,
    run.members.map(({ cell }, k) => nameAtCurve(cell, Boolean(run.states[k]?.diverged), words)),
  )
  const cursor = checkpoint.update
  const [x, x2] = [updateScale(plots.loss, last), updateScale(plots.norms, last)]
  const height = narrow ? 2 * HEIGHT - 60 : HEIGHT

  const moveTo = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const [px, py] = [event.clientX - box.left, event.clientY - box.top]
    const isNorms = narrow ? py > HEIGHT : px > plots.loss.right + 40
    training.setCursor(updates[nearestIndex(isNorms ? x2 : x, updates, px)]!)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyIndex(event.key, index, updates.length)
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    training.setCursor(updates[next]!)
  }
  return (
    <div className="train-charts">
      <div
        className="train-clock"
        role="slider"
        tabIndex={0}
        aria-label={words.chart.cursor}
        aria-describedby={keysId}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={cursor}
        aria-valuetext={words.chart.cursorText(formatWhole(cursor, language), index + 1, updates.length)}
        style={{ height }}
        onKeyDown={onKeyDown}
        {...dragging(moveTo)}
      >
        <svg width={width} height={height} aria-hidden="true">
          <text x={narrow ? 12 : 16} y={18} className="train-title">
            {words.chart.loss[task?.loss ?? 'squared-error']}
          </text>
          <LossChart
            run={run}
            ghost={ghost}
            references={references}
            box={plots.loss}
            last={last}
            cursor={cursor}
            shownCell={member.cell}
          />
          <text x={narrow ? 12 : plots.norms.left} y={plots.norms.top - 12} className="train-title">
            {words.chart.norms(cellName(member.cell))}
          </text>
          <NormChart shown={shown} box={plots.norms} last={last} cursor={cursor} />
          {narrow ? null : (
            <text className="train-clock-name">
              {linesOf(words.chart.training).map((word, k, all) => (
                <tspan key={word} x={16} y={BOTTOM + 25 + (k - (all.length - 1) / 2) * 14}>
                  {word}
                </tspan>
              ))}
            </text>
          )}
          <TrainingClock x={x} box={plots.loss} last={last} updates={updates} cursor={cursor} handle />
          <TrainingClock
            x={x2}
            box={plots.norms}
            last={last}
            updates={updates}
            cursor={cursor}
            handle={false}
          />
        </svg>
        <span id={keysId} className="visually-hidden">
          {words.chart.keys}
        </span>
      </div>
      {failed.length > 0 ? (
        <p className="train-failed">{words.chart.notLearned(failed.map(cellName).join(' · '))}</p>
      ) : null}
      {ghost ? (
        <p className="train-ghost-note">
          {words.chart.ghost}
          <button type="button" className="train-link" onClick={training.dropGhost}>
            {words.chart.dropGhost}
          </button>
        </p>
      ) : null}
    </div>
  )
}
