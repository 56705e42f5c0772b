/** The race on a network under one optimizer: norm of all weights, and loss, for each way to keep weights small. */
import type { ReactElement } from 'react'
import type { OptimizerName } from '../../engine/index.ts'
import { formatNumber, useLanguage } from '../../store/index.ts'
import type { RaceLine, RaceProgress } from '../../store/labJob.ts'
import { cellName } from '../train/words.ts'
import { MiniPlot, type MiniLine } from './MiniPlot.tsx'
import { useWords } from './words.ts'

/** Losses of single batches jump: each point is the mean of those of the last updates. */
const WINDOW = 10

export const smoothed = (losses: readonly number[]): readonly number[] =>
  losses.map((_, n) => {
    const last = losses.slice(Math.max(0, n + 1 - WINDOW), n + 1)
    return last.reduce((sum, loss) => sum + loss, 0) / last.length
  })

interface Props {
  readonly name: OptimizerName
  readonly cell: string
  readonly progress: RaceProgress
  readonly width: number
}

export const NetworkPlots = ({ name, cell, progress, width }: Props): ReactElement | null => {
  const words = useWords()
  const language = useLanguage()
  const own = progress.lines.filter(({ optimizer }) => optimizer === name)
  const apart = progress.apart[name]
  if (own.length === 0 || apart === undefined) return null
  const lines = (valuesOf: (line: RaceLine) => readonly number[]): readonly MiniLine[] =>
    own.map((line) => ({
      id: `net ${name} ${line.way}`,
      way: line.way,
      name: words.short[line.way],
      values: valuesOf(line),
    }))
  const ends = (all: readonly MiniLine[]): string =>
    all.map(({ name: way, values }) => `${way}: ${formatNumber(values.at(-1) ?? NaN, language)}`).join('; ')
  const norms = lines(({ norms: values }) => values)
  const losses = lines(({ losses: values }) => smoothed(values))
  const updates = Array.from({ length: progress.updates + 1 }, (_, n) => n)
  const top = Math.max(...norms.flatMap(({ values }) => values.filter((value) => Number.isFinite(value))))
  return (
    <>
      <div className="race-plots">
        <MiniPlot
          title={words.card.net(cellName(cell))}
          label={words.card.netPicture(words.card.netLong(cellName(cell)), ends(norms))}
          lines={norms}
          at={updates}
          last={progress.updates}
          width={width}
          scale={{ top: top * 1.05 }}
        />
        <MiniPlot
          title={words.card.loss}
          label={words.card.netPicture(words.card.lossLong, ends(losses))}
          lines={losses}
          at={updates.slice(1)}
          last={progress.updates}
          width={width}
          scale="log"
        />
      </div>
      <p className="train-hint" data-net-apart={apart}>
        {words.card.netApart(formatNumber(apart, language))}
        {own.map(({ way, diverged }) =>
          diverged === null ? null : <span key={way}> {words.card.diverged(words.ways[way], diverged)}</span>,
        )}
      </p>
    </>
  )
}
