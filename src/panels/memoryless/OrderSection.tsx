/** "Shuffle the steps": what each network loses on the scene's task when the order of its inputs is destroyed. */
import { useMemo, type ReactElement } from 'react'
import { useLanguage, useSceneText, useSceneTitle } from '../../store/index.ts'
import type { MemorylessSettings } from '../../store/memoryless.ts'
import { useOrderStudy, useSceneTask } from '../../store/memorylessHooks.ts'
import { formatWhole } from '../train/words.ts'
import { OrderChart } from './OrderChart.tsx'
import { OrderTable } from './OrderTable.tsx'
import { RunBar } from './RunBar.tsx'
import { useWords } from './words.ts'

/** Pictures are not squeezed further; a page that is still being laid out has no width yet. */
const LEAST_WIDTH = 260

interface Props {
  readonly settings: MemorylessSettings
  readonly change: (part: Partial<MemorylessSettings>) => void
  readonly width: number
  readonly narrow: boolean
}

export const OrderSection = ({ settings, change, width, narrow }: Props): ReactElement => {
  const all = useWords()
  const words = all.order
  const language = useLanguage()
  const title = useSceneTitle()
  const text = useSceneText()
  const { scene, failure } = useSceneTask()
  const study = useOrderStudy(settings, scene)
  const contestants = useMemo(() => study?.rows.map(({ contestant }) => contestant) ?? [], [study])
  const inner = Math.max(LEAST_WIDTH, width - (narrow ? 24 : 36))
  const { also } = settings
  const atEnd = scene?.task.outputs === 'last'
  return (
    <section className="lab-section" aria-labelledby="memoryless-order">
      <h3 id="memoryless-order">{words.title}</h3>
      {scene && study ? (
        <>
          <p>
            {(atEnd ? words.textLast : words.text)(title, formatWhole(scene.task.budget.updates, language))}
          </p>
          {atEnd ? <p>{words.last}</p> : null}
          <details className="memoryless-reveal">
            <summary>{words.predict}</summary>
            <p>{atEnd ? words.revealLast : words.reveal}</p>
          </details>
          <label className="memoryless-also">
            <input
              type="checkbox"
              checked={also === 'yes'}
              onChange={(event) => change({ also: event.target.checked ? 'yes' : 'no' })}
            />
            {words.also}
          </label>
          {also === 'yes' ? <p className="train-hint">{words.alsoNote}</p> : null}
          <RunBar wanted={study.trials} contestants={contestants} />
          <h4>
            {words.chart(text?.metric[language] ?? scene.task.metric.id)},{' '}
            {words.better[scene.task.metric.better]}
          </h4>
          <OrderChart {...{ study, scene, width: inner, narrow, baseline: text?.baseline[language] ?? '' }} />
          <p className="memoryless-key" aria-hidden="true">
            <span className="memoryless-key-dot" /> {words.ordered}
            <span className="memoryless-key-open" /> {words.shuffled}
            {also === 'yes' ? (
              <>
                <span className="memoryless-key-diamond" /> {words.reshuffled}
              </>
            ) : null}
          </p>
          <OrderTable study={study} />
        </>
      ) : (
        <p role={failure ? 'alert' : 'status'}>{failure ? `${all.run.failed} ${failure}` : words.loading}</p>
      )}
    </section>
  )
}
