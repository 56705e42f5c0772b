/** About the scene on screen: the task, what to look for, a question, and how each cell did. */
import type { ReactElement } from 'react'
import { scene } from '../../i18n/scene.ts'
import {
  formatExact,
  CELL_CHOICES,
  useAbout,
  useLanguage,
  useView,
  type CellResult,
  useWords,
} from '../../store/index.ts'
import { ResultTable } from './ResultTable.tsx'

/** Names of optimizers as their papers write them. */
const OPTIMIZERS: Readonly<Record<string, string>> = { adam: 'Adam', adamw: 'AdamW', sgd: 'SGD' }

/** What was the same for all cells, in numbers; a test holds every scene to it. */
const Terms = ({ record, layers, direction }: CellResult): ReactElement => {
  const words = useWords(scene)
  const language = useLanguage()
  const { hiddenSize, updates, batch, optimizer, learningRate, clip, seeds } = record
  const name = OPTIMIZERS[optimizer] ?? optimizer
  return (
    <ul className="scene-terms">
      <li data-hidden-size={hiddenSize}>{words.hiddenSize(hiddenSize)}</li>
      {layers > 1 ? <li data-layers={layers}>{words.layers(layers)}</li> : null}
      {direction === 'forward' ? null : <li>{words[direction]}</li>}
      <li data-updates={updates}>{words.updates(updates, batch)}</li>
      <li>{words.optimizer(name, formatExact(learningRate, language), formatExact(clip, language))}</li>
      <li data-seeds={seeds.length}>{words.seeds(seeds.length)}</li>
    </ul>
  )
}

export const AboutPanel = (): ReactElement | null => {
  const about = useAbout()
  const words = useWords(scene)
  const compare = useView((view) => view.compare)
  const isFourth = useView((view) => view.feedforward)
  const cell = useView((view) => view.cell)
  if (!about) return null
  const [first] = about.results
  return (
    <section className="scene-about scene-pad" aria-labelledby="scene-about-title">
      <h2 id="scene-about-title">
        {words.about}: {about.title}
      </h2>
      <div className="scene-text">
        <div>
          <h3>{words.task}</h3>
          <p>{about.task}</p>
        </div>
        <div>
          <h3>{words.look}</h3>
          <p>{about.look}</p>
        </div>
        <div>
          <h3>{words.question}</h3>
          <p>{about.question}</p>
          <details className="scene-details" key={about.title}>
            <summary>{words.showAnswer}</summary>
            <p>{about.answer}</p>
          </details>
        </div>
      </div>
      <h3>{words.results}</h3>
      <ResultTable
        about={about}
        shown={compare ? [...(isFourth ? ['feedforward'] : []), ...CELL_CHOICES] : [cell]}
      />
      <p className="scene-note">
        {words.measureIs(about.metric, about.better)} {about.criterion}
      </p>
      <h3>{words.terms}</h3>
      {first ? <Terms {...first} /> : null}
      <p className="scene-note">{about.treatment}</p>
      <p className="scene-note">
        <b>{words.source}.</b> {about.source}
      </p>
    </section>
  )
}
