/** Held-out loss over training: a line a network, by dash; what needs no training dashed across. */
import type { ReactElement } from 'react'
import type { TrainMessages } from '../../i18n/train.ts'
import { formatLoss, useLanguage } from '../../store/index.ts'
import type { Run } from '../../store/trainingRun.ts'
import { lossScale, namesAtLines, pathOf, spread, updateScale, type Box } from './axes.ts'
import { curvesOf, pointAt, type Curve } from './curves.ts'
import { PlotFrame } from './PlotFrame.tsx'
import { cellName, dashOf, formatTick, useWords } from './words.ts'

export interface Reference {
  readonly name: string
  readonly loss: number
}

interface Props {
  readonly run: Run
  readonly ghost: Run | null
  /** What needs no network, by name. */
  readonly references: readonly Reference[]
  readonly box: Box
  /** The update at the right end. */
  readonly last: number
  /** The update under the training clock. */
  readonly cursor: number
  readonly shownCell: string
}

const NAME_HEIGHT = 13

/** The axis goes up to this many times the loss before training. */
const MOST_GROWTH = 1000

/** The untrained loss of the shown cell, where it was measured. */
const untrainedOf = (curves: readonly Curve[], cell: string): number | null => {
  const first = curves.find((curve) => curve.cell === cell)?.points[0]
  return first?.update === 0 ? first.loss : null
}

/** What stands at the end of a network's curve. */
export const nameAtCurve = (cell: string, diverged: boolean, { at }: TrainMessages): string =>
  diverged ? `${cellName(cell)}, ${at.stopped}` : cellName(cell)

export const LossChart = (props: Props): ReactElement => {
  const { run, ghost, references, box, last, cursor, shownCell } = props
  const words = useWords()
  const language = useLanguage()
  const x = updateScale(box, last)
  const curves = curvesOf(run)
  const before = ghost ? curvesOf(ghost) : []
  const losses = [...curves, ...before].flatMap(({ points }) => points.map(({ loss }) => loss))
  const untrained = untrainedOf(curves, shownCell)
  // A run that diverges leaves the plot at the top: the others must stay readable.
  const known = references.map(({ loss }) => loss)
  const most = MOST_GROWTH * Math.max(...known, untrained ?? 0)
  const { y, ticks } = lossScale(box, [...losses.map((loss) => Math.min(loss, most)), ...known])
  const path = ({ points }: Curve, from: number, to: number): string =>
    pathOf(
      points
        .filter(({ update }) => update >= from && update <= to)
        .map((p) => [x(p.update), y(p.loss)] as const),
    )
  const several = run.settings.seeds.length > 1
  // One name a cell, at the end of its first line.
  const named = run.settings.cells.flatMap((cell) => {
    const curve = curves.find((one) => one.cell === cell)
    const end = curve?.points.at(-1)
    return curve && end ? [{ cell, end, diverged: curve.diverged }] : []
  })
  const places = spread(
    named.map(({ end }) => y(end.loss) + 4),
    13,
  )
  const lines = [
    ...references,
    ...(untrained === null ? [] : [{ name: words.chart.untrained, loss: untrained }]),
  ]
  const labels = namesAtLines(
    lines.map(({ loss }) => y(loss)),
    NAME_HEIGHT,
    box,
  )
  return (
    <g>
      <PlotFrame {...{ box, y, ticks }} label={(tick) => formatTick(tick, language)} />
      {lines.map(({ name, loss }) => (
        <path key={name} d={`M${box.left} ${y(loss)}H${box.right}`} className="train-baseline" />
      ))}
      {before.map((curve) => (
        <path
          key={curve.id}
          d={path(curve, 0, last)}
          className="train-curve train-ghost"
          strokeDasharray={dashOf(curve.cell)}
        />
      ))}
      {curves.map((curve) => (
        <g
          key={curve.id}
          className={several ? 'train-curves train-several' : 'train-curves'}
          data-curve={curve.id}
        >
          <path
            d={path(curve, 0, cursor)}
            className={curve.cell === shownCell ? 'train-curve train-curve-shown' : 'train-curve'}
            strokeDasharray={dashOf(curve.cell)}
          />
          <path
            d={path(curve, cursor, last)}
            className="train-curve train-ahead"
            strokeDasharray={dashOf(curve.cell)}
          />
          {curve.diverged && curve.points.at(-1) ? (
            <text
              x={x(curve.points.at(-1)!.update)}
              y={y(curve.points.at(-1)!.loss) + 5}
              className="train-cross"
            >
              ×
            </text>
          ) : null}
        </g>
      ))}
      {lines.map(({ name, loss }, k) => (
        <text key={name} x={box.right - 6} y={labels[k]} className="train-note train-end">
          {name} {formatLoss(loss, language)}
        </text>
      ))}
      {named.map(({ cell, end, diverged }, k) => (
        <text key={cell} x={x(end.update) + 8} y={places[k]} className="train-name">
          {nameAtCurve(cell, diverged !== null, words)}
        </text>
      ))}
      {curves.map((curve) => {
        const point = pointAt(curve, cursor)
        return point ? (
          <circle
            key={curve.id}
            cx={x(point.update)}
            cy={y(point.loss)}
            r={several ? 2.5 : 3.5}
            className="train-point"
            data-loss={point.loss}
          />
        ) : null
      })}
    </g>
  )
}
