/** Trains what is not trained yet of some trials, says how far it is, and stops. */
import type { ReactElement } from 'react'
import { useLanguage } from '../../store/index.ts'
import { keyOf, trials, useTrials, type Trial } from '../../store/trials.ts'
import { madeOf, type Contestant } from '../../store/memoryless.ts'
import { ErrorIcon, PauseIcon, PlayIcon } from '../../ui/icons.ts'
import { formatWhole } from '../train/words.ts'
import { nameOf, useWords } from './words.ts'

interface Props {
  readonly wanted: readonly Trial[]
  readonly contestants: readonly Contestant[]
}

export const RunBar = ({ wanted, contestants }: Props): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const { results, queue, update, failure } = useTrials()
  const made = madeOf(wanted, results)
  const [current] = queue
  const isOwn = current !== undefined && wanted.some((trial) => keyOf(trial) === keyOf(current))
  const running = isOwn
    ? contestants.find(({ model }) => JSON.stringify(model) === JSON.stringify(current.model))
    : undefined
  const whole = (value: number): string => formatWhole(value, language)
  return (
    <div className="memoryless-run">
      {isOwn ? (
        <button type="button" className="button button-main train-main" onClick={trials.stop}>
          <PauseIcon size={15} aria-hidden="true" />
          {words.run.stop}
        </button>
      ) : (
        <button
          type="button"
          className="button button-main train-main"
          disabled={made === wanted.length}
          onClick={() => trials.run(wanted)}
        >
          <PlayIcon size={15} aria-hidden="true" />
          {made > 0 && made < wanted.length ? words.run.trainRest : words.run.train}
        </button>
      )}
      <progress
        max={wanted.length}
        value={made}
        aria-label={words.run.made(whole(made), whole(wanted.length))}
      />
      <p data-made={made} data-all={wanted.length}>
        {words.run.made(whole(made), whole(wanted.length))}
        {running && current ? (
          <span> · {words.run.now(nameOf(running, words), current.seed, whole(update))}</span>
        ) : null}
      </p>
      {failure && !current ? (
        <p className="memoryless-failure" role="alert">
          <ErrorIcon size={15} aria-hidden="true" />{' '}
          {failure === 'lost' ? words.run.lost : `${words.run.failed} ${failure}`}
        </p>
      ) : null}
    </div>
  )
}
