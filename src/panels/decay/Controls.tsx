/** What the race is run with: λ, α, the gradients, which optimizers; and the race on a network. */
import type { ReactElement } from 'react'
import { decayWays, optimizerNames } from '../../engine/index.ts'
import { formatExact, formatNumber, useLanguage, useSceneTitle } from '../../store/index.ts'
import {
  decayFields,
  NETWORK_UPDATES,
  shownOptimizers,
  withOptimizer,
  type DecaySettings,
} from '../../store/decayLab.ts'
import type { JobState } from '../../store/labJob.ts'
import { Slider } from '../../ui/controls/Slider.tsx'
import { DoneIcon } from '../../ui/icons.ts'
import { Choice } from '../train/Field.tsx'
import { cellName } from '../train/words.ts'
import { useWords } from './words.ts'

interface Props {
  readonly settings: DecaySettings
  readonly change: (part: Partial<DecaySettings>) => void
  readonly race: JobState<'race'>
  /** The race on screen was run with other settings. */
  readonly stale: boolean
  readonly onTrain: () => void
  readonly onStop: () => void
}

export const Controls = ({ settings, change, race, stale, onTrain, onStop }: Props): ReactElement => {
  const words = useWords()
  const { setup } = words
  const language = useLanguage()
  const title = useSceneTitle()
  const { share, rate, gradient, seed, only, cell } = settings
  const shown = shownOptimizers(only)
  const rates = decayFields.rate.toSorted((a, b) => Number(a) - Number(b))
  return (
    <div className="train-setup">
      <section className="train-section">
        <Slider
          {...decayFields.share}
          label={setup.share}
          value={share}
          text={setup.shareText(formatNumber(share * 100, language))}
          onChange={(value) => change({ share: value })}
        />
        <p className="train-hint">{setup.shareNote(formatNumber(share / Number(rate), language))}</p>
      </section>
      <section className="train-section">
        <h3>{setup.rate}</h3>
        <Choice
          label={setup.rate}
          columns={5}
          locked={false}
          value={rate}
          options={rates.map((value) => ({ value, label: formatExact(Number(value), language) }))}
          onChange={(value) => change({ rate: value })}
        />
        <p className="train-hint">{setup.rateNote}</p>
      </section>
      <section className="train-section">
        <h3>{setup.gradient}</h3>
        <Choice
          label={setup.gradient}
          columns={2}
          locked={false}
          value={gradient}
          options={[
            { value: 'alternating', label: setup.alternating },
            { value: 'random', label: setup.random },
          ]}
          onChange={(value) => change({ gradient: value })}
        />
        <p className="train-hint">{setup.gradientNote}</p>
        <Slider
          {...decayFields.seed}
          label={setup.seed}
          value={seed}
          text={String(seed)}
          onChange={(value) => change({ seed: value })}
        />
      </section>
      <section className="train-section">
        <h3>{setup.optimizers}</h3>
        <fieldset className="train-choice train-choice-3">
          <legend className="visually-hidden">{setup.optimizers}</legend>
          {optimizerNames.map((name) => {
            const isShown = shown.includes(name)
            return (
              <label key={name} className="train-option">
                <input
                  type="checkbox"
                  className="visually-hidden"
                  checked={isShown}
                  disabled={isShown && shown.length === 1}
                  onChange={() => change({ only: withOptimizer(only, name, !isShown) })}
                />
                <span>
                  {isShown ? <DoneIcon size={13} aria-hidden="true" /> : null}
                  {words.names[name]}
                </span>
              </label>
            )
          })}
        </fieldset>
      </section>
      <section className="train-section" aria-busy={race.running}>
        <h3>{setup.net}</h3>
        <Choice
          label={setup.cell}
          columns={3}
          locked={false}
          value={cell}
          options={decayFields.cell.map((value) => ({ value, label: cellName(value) }))}
          onChange={(value) => change({ cell: value })}
        />
        <p className="train-hint">{setup.netNote(NETWORK_UPDATES, title)}</p>
        <button
          type="button"
          className={race.running ? 'button race-train' : 'button button-main race-train'}
          onClick={race.running ? onStop : onTrain}
        >
          {race.running ? setup.stop : setup.train(decayWays.length * shown.length)}
        </button>
        <p className="train-hint" role="status">
          {race.failure !== null
            ? setup.failed(race.failure)
            : race.progress
              ? `${setup.training(race.progress.update, race.progress.updates)} ${stale ? setup.stale : ''}`
              : ''}
        </p>
      </section>
    </div>
  )
}
