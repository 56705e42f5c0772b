/** The laboratory of weight decay against an L2 penalty. */
import { useDeferredValue, useMemo, useState, type ReactElement } from 'react'
import { decayFields, networkRace, weightRaces, type DecaySettings } from '../../store/decayLab.ts'
import { useView } from '../../store/index.ts'
import { knownScene, useLabJob, type JobSettings, type SceneId } from '../../store/labJob.ts'
import { useLabSettings } from '../../store/labSettings.ts'
import { useStore } from '../../store/state.ts'
import { LabFrame } from '../labs/LabFrame.tsx'
import { Controls } from './Controls.tsx'
import { RaceCard } from './RaceCard.tsx'
import { useWords } from './words.ts'
import './decay.css'

/** Cards side by side from this width on. */
const TWO = 760
const GAP = 12
const PADDING = 14

/** A race on a network with what it was asked for. */
interface Asked {
  readonly key: string
  readonly scene: SceneId
  readonly cell: string
  readonly settings: JobSettings<'race'>
}

export const DecayPage = (): ReactElement => {
  const words = useWords()
  const [settings, change] = useLabSettings(decayFields)
  const loaded = useStore((state) => state.loaded)
  const scene = useView((view) => knownScene(view.scene))
  const key = useDeferredValue(JSON.stringify(settings))
  const races = useMemo(() => weightRaces(JSON.parse(key) as DecaySettings), [key])
  const [asked, setAsked] = useState<Asked | null>(null)
  const race = useLabJob('race', asked?.scene ?? scene, asked?.settings ?? null)
  const now = `${scene} ${key}`
  const train = (): void => {
    const own = loaded && networkRace(loaded, settings)
    if (own)
      setAsked({ key: `${scene} ${JSON.stringify(settings)}`, scene, cell: settings.cell, settings: own })
  }
  return (
    <LabFrame
      title={words.title}
      intro={words.intro}
      side={words.side}
      controls={
        <Controls
          {...{ settings, change, race }}
          stale={asked !== null && asked.key !== now}
          onTrain={train}
          onStop={() => setAsked(null)}
        />
      }
    >
      {(width, layout) => {
        const edge = layout === 'narrow' ? 0 : 12
        const columns = width >= TWO ? 2 : 1
        const card = Math.floor((width - 2 * edge - (columns - 1) * GAP) / columns)
        return (
          <div
            className="races"
            style={{ padding: edge, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
          >
            {races.map((one) => (
              <RaceCard
                key={one.name}
                race={one}
                cell={asked?.cell ?? settings.cell}
                progress={race.progress}
                width={card - 2 * PADDING - 2}
              />
            ))}
          </div>
        )
      }}
    </LabFrame>
  )
}
