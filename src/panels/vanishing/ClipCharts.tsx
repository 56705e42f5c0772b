/**
 * Clipping where it acts, in three plots: norms of the gradient against the bound, how far the weights move and
 * would have moved, and the loss with and without. Updates that were clipped are triangles.
 */
import type { ReactElement } from 'react'
import { useLanguage } from '../../store/index.ts'
import type { ClippingProgress } from '../../store/labJob.ts'
import { logAxis, type LogAxis } from '../labs/logAxis.ts'
import { pathOf, spread, type Box } from '../train/axes.ts'
import { PlotFrame } from '../train/PlotFrame.tsx'
import { formatTick } from '../train/words.ts'
import { updateColumn, type ClipPlots } from './clipGeometry.ts'
import { useWords } from './words.ts'

interface Props {
  readonly progress: ClippingProgress
  readonly plots: ClipPlots
  readonly clip: number
  /** The update that is looked at. */
  readonly update: number
}

interface FrameProps {
  readonly box: Box
  readonly axis: LogAxis
  readonly title: string
  /** How far left of the plot the title begins. */
  readonly outdent: number
}

const Frame = ({ box, axis, title, outdent }: FrameProps): ReactElement => {
  const language = useLanguage()
  return (
    <>
      <text x={box.left - outdent} y={box.top - 8} className="train-title">
        {title}
      </text>
      <PlotFrame {...axis} box={box} label={(tick) => formatTick(tick, language)} gap={7} />
    </>
  )
}

const triangle = (x: number, y: number): string => `M${x} ${y - 4.5}L${x + 4.5} ${y + 3.5}H${x - 4.5}Z`

export const ClipCharts = ({ progress, plots, clip, update }: Props): ReactElement => {
  const words = useWords().clip
  const { rows, updates } = progress
  const { norms, steps, losses } = plots
  const x = updateColumn(norms, updates)
  const across = updateColumn(losses, updates)
  const normAxis = logAxis(norms, [clip, ...rows.map(({ norm }) => norm)])
  const stepAxis = logAxis(
    steps,
    rows.flatMap(({ step, whole }) => [step, whole]),
  )
  const lossAxis = logAxis(
    losses,
    rows.flatMap(({ loss, unclippedLoss }) => [loss, unclippedLoss ?? NaN]),
  )
  const lossLine = (loss: (row: (typeof rows)[number]) => number): string =>
    pathOf(
      rows.map((row) => {
        const value = loss(row)
        return [across(row.update), Number.isFinite(value) ? lossAxis.y(value) : NaN] as const
      }),
    )
  const last = rows.at(-1)
  const lastFree = rows.findLast(({ unclippedLoss }) => unclippedLoss !== null)
  const names = spread(
    [last ? lossAxis.y(last.loss) + 4 : 0, lastFree ? lossAxis.y(lastFree.unclippedLoss ?? NaN) + 4 : 0],
    13,
  )
  return (
    <g>
      <Frame outdent={plots.titleOutdent} box={norms} axis={normAxis} title={words.norms} />
      <Frame outdent={plots.titleOutdent} box={steps} axis={stepAxis} title={words.steps} />
      <Frame outdent={plots.titleOutdent} box={losses} axis={lossAxis} title={words.losses} />
      <path
        d={`M${x(update)} ${norms.top}V${norms.bottom}M${x(update)} ${steps.top}V${steps.bottom}`}
        className="train-cursor"
      />
      <path d={`M${norms.left} ${normAxis.y(clip)}H${norms.right}`} className="clip-bound" />
      <text x={norms.right + 5} y={normAxis.y(clip) + 4} className="train-name clip-bound-name">
        {words.bound}
      </text>
      {rows.map((row) => {
        const px = x(row.update)
        const now = row.update === update
        return (
          <g key={row.update} data-update={row.update} data-norm={row.norm} data-clipped={row.clipped}>
            {row.clipped ? (
              <>
                <path d={triangle(px, normAxis.y(row.norm))} className="clip-acted" />
                <path
                  d={`M${px} ${stepAxis.y(row.whole)}V${stepAxis.y(row.step)}`}
                  className="clip-shortened"
                />
                <circle cx={px} cy={stepAxis.y(row.whole)} r={3} className="clip-whole" />
              </>
            ) : (
              <circle cx={px} cy={normAxis.y(row.norm)} r={2.5} className="clip-free" />
            )}
            <circle cx={px} cy={stepAxis.y(row.step)} r={now ? 3.5 : 2.5} className="clip-free" />
          </g>
        )
      })}
      <path d={lossLine(({ loss }) => loss)} className="train-curve train-curve-shown" />
      <path
        d={lossLine(({ unclippedLoss }) => unclippedLoss ?? NaN)}
        className="train-curve"
        strokeDasharray="4 3"
      />
      {last ? (
        <text x={across(last.update) + 6} y={names[0]} className="train-name">
          {words.with}
        </text>
      ) : null}
      {lastFree ? (
        <text x={across(lastFree.update) + 6} y={names[1]} className="train-name clip-without">
          {words.without}
          {progress.unclippedDiverged === null ? '' : ' ×'}
        </text>
      ) : null}
      {[steps, losses].map((box) => (
        <g key={box.left + box.bottom}>
          {[1, Math.round(updates / 2), updates].map((tick) => (
            <text
              key={tick}
              x={updateColumn(box, updates)(tick)}
              y={box.bottom + 16}
              className="train-tick train-middle"
            >
              {tick}
            </text>
          ))}
        </g>
      ))}
    </g>
  )
}
