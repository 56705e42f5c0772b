/** What each network scores in order and shuffled: a row a network, a mark a seed, an arrow between the middles. */
import type { ReactElement } from 'react'
import { formatLoss, useLanguage } from '../../store/index.ts'
import type { OrderStudy, SceneTask } from '../../store/memoryless.ts'
import { formatPlain, formatTick } from '../train/words.ts'
import { downPath, metricAxis, placeOfName } from './geometry.ts'
import { nameOf, useWords } from './words.ts'

interface Props {
  readonly study: OrderStudy
  readonly scene: SceneTask
  /** Name of the baseline. */
  readonly baseline: string
  readonly width: number
  readonly narrow: boolean
}

/** Mean width of a letter of a name, px. */
const LETTER = 6

const ROW = 46
const TOP = 34
/** Height of a name that stands in its row, px. */
const NAME = 22

export const OrderChart = ({ study, scene, baseline, width, narrow }: Props): ReactElement => {
  const words = useWords().order
  const names = useWords()
  const language = useLanguage()
  const { metric, baseline: known } = scene.task
  const left = narrow ? 12 : 150
  const values = study.rows.flatMap(({ ordered, reshuffled }) => [
    ...ordered.results.flatMap((result) => [result.metric, result.shuffledMetric]),
    ...(reshuffled?.results ?? []).map((result) => result.metric),
  ])
  const right = width - 16
  const x = metricAxis(left, right, [...values, known.metric, metric.bound])
  const bottom = TOP + study.rows.length * ROW
  // On narrow screens a row's name stands in the plot.
  const down = downPath(study.rows.length, ROW, narrow ? NAME : 0)
  // Two lines that are close have their names above and below the plot.
  const lines = [
    { name: `${words.bound} ${formatPlain(metric.bound, language)}`, at: metric.bound, y: bottom + 34 },
    { name: `${baseline} ${formatLoss(known.metric, language)}`, at: known.metric, y: TOP - 10 },
  ]
  return (
    <svg width={width} height={bottom + 42} className="memoryless-order" aria-hidden="true">
      <rect x={left} y={TOP} width={right - left} height={bottom - TOP} className="train-plot" />
      {x.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${x.at(tick)} ${TOP}${down}`} className="train-grid" />
          <text x={x.at(tick)} y={bottom + 16} className="train-tick train-middle">
            {formatTick(tick, language)}
          </text>
        </g>
      ))}
      {lines.map(({ name, at, y }) => {
        const place = placeOfName(x.at(at), name.length * LETTER, left, right)
        return (
          <g key={name}>
            <path d={`M${x.at(at)} ${TOP}${down}`} className="train-baseline" />
            <text x={place} y={y} className="train-note">
              {name}
            </text>
          </g>
        )
      })}
      {study.rows.map(({ contestant, ordered, reshuffled }, k) => {
        const y = TOP + k * ROW + (narrow ? 30 : ROW / 2)
        const [from, to] = [x.at(ordered.metric), x.at(ordered.shuffled)]
        const moved = Number.isFinite(from) && Math.abs(to - from) > 12
        const head = to > from ? -6 : 6
        return (
          <g key={contestant.id} data-row={contestant.id}>
            <path d={`M${left} ${TOP + (k + 1) * ROW}H${right}`} className="train-grid" />
            <text
              x={narrow ? left + 4 : left - 10}
              y={narrow ? y - 14 : y + 4}
              className={narrow ? 'train-name' : 'train-name train-end'}
            >
              {nameOf(contestant, names)}
            </text>
            {moved ? (
              <path
                d={`M${from} ${y}H${to - Math.sign(to - from) * 6}m${head} -4l${-head} 4l${head} 4`}
                className="memoryless-move"
              />
            ) : null}
            {ordered.results.map((result, seed) => (
              // Results come in the order of the seeds.
              <g key={seed}>
                <circle cx={x.at(result.shuffledMetric)} cy={y} r={5} className="memoryless-open" />
                <circle cx={x.at(result.metric)} cy={y} r={3.5} className="memoryless-dot" />
              </g>
            ))}
            {(reshuffled?.results ?? []).map((result, seed) => (
              <path
                key={seed}
                d={`M${x.at(result.metric)} ${y + 7}l5 5l-5 5l-5 -5z`}
                className="memoryless-diamond"
              />
            ))}
          </g>
        )
      })}
    </svg>
  )
}
