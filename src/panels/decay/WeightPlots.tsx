/** Four weights under one optimizer: as a penalty at the left, as decay at the right, on one scale. */
import type { ReactElement } from 'react'
import { GRADIENT_SCALES, type DecayPath } from '../../describe/decayPaths.ts'
import { formatExact, formatNumber, useLanguage } from '../../store/index.ts'
import { WEIGHT_UPDATES, type WeightRace } from '../../store/decayLab.ts'
import { MiniPlot, type MiniLine } from './MiniPlot.tsx'
import { useWords } from './words.ts'

const COUNT = GRADIENT_SCALES.length

/** Every second update: there alternating gradients have cancelled. */
export const SHOWN_UPDATES: readonly number[] = Array.from(
  { length: WEIGHT_UPDATES / 2 + 1 },
  (_, k) => 2 * k,
)

export const sizesOf = ({ weights }: DecayPath, column: number): readonly number[] =>
  SHOWN_UPDATES.map((update) => Math.abs(weights[update * COUNT + column]!))

/** Weights may wander above where they began. */
const TOP = 1.2

interface Props {
  readonly race: WeightRace
  readonly width: number
}

export const WeightPlots = ({ race, width }: Props): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const most = [race.penalty, race.decay]
    .flatMap((path) => GRADIENT_SCALES.flatMap((_, column) => sizesOf(path, column)))
    .reduce((top, value) => (Number.isFinite(value) ? Math.max(top, value) : top), TOP)
  return (
    <div className="race-plots">
      {(['penalty', 'decay'] as const).map((way) => {
        const lines = GRADIENT_SCALES.map((scale, column): MiniLine => ({
          id: `${race.name} ${way} ${scale}`,
          way,
          weight: column,
          name: formatExact(scale, language),
          values: sizesOf(race[way], column),
        }))
        const ends = lines
          .map(({ name, values }) => `${name}: ${formatNumber(values.at(-1)!, language)}`)
          .join('; ')
        return (
          <MiniPlot
            key={way}
            title={words.ways[way]}
            label={words.card.picture(words.names[race.name], words.ways[way], ends)}
            lines={lines}
            at={SHOWN_UPDATES}
            last={WEIGHT_UPDATES}
            width={width}
            scale={{ top: most }}
          />
        )
      })}
    </div>
  )
}
