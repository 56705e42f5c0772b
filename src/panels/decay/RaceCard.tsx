/** One optimizer of the race: its rule, four weights both ways, the network both ways, and why they differ. */
import type { ReactElement } from 'react'
import { formatExact, formatNumber, useLanguage } from '../../store/index.ts'
import type { WeightRace } from '../../store/decayLab.ts'
import type { RaceProgress } from '../../store/labJob.ts'
import { NetworkPlots } from './NetworkPlots.tsx'
import { RaceTable } from './RaceTable.tsx'
import { Rule } from './Rule.tsx'
import { ShareTable } from './ShareTable.tsx'
import { WeightPlots } from './WeightPlots.tsx'
import { useWords } from './words.ts'

interface Props {
  readonly race: WeightRace
  readonly cell: string
  readonly progress: RaceProgress | null
  /** Of the card's content, in px. */
  readonly width: number
}

/** Of a plot: while the page is laid out anew there may be no room at all for a moment. */
const LEAST_WIDTH = 100

export const RaceCard = ({ race, cell, progress, width }: Props): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const { name, learningRate, apart } = race
  const plot = Math.max(LEAST_WIDTH, Math.floor((width - 8) / 2))
  return (
    <section className="race-card" aria-labelledby={`race-${name}`} data-optimizer={name}>
      <h3 id={`race-${name}`}>
        {words.names[name]} <small>α = {formatExact(learningRate, language)}</small>
      </h3>
      <Rule name={name} />
      <p>{words.why[name]}</p>
      <h4>{words.card.weights}</h4>
      <WeightPlots race={race} width={plot} />
      <ShareTable race={race} />
      <p className="train-hint" data-apart={apart}>
        {words.card.apart(formatNumber(apart, language))}
      </p>
      <RaceTable race={race} />
      {progress ? <NetworkPlots {...{ name, cell, progress }} width={plot} /> : null}
    </section>
  )
}
