/** Train, pause, one update, back to the start; what is shown; how far it is in words. */
import type { ReactElement } from 'react'
import { formatLoss, useLanguage, useSceneText } from '../../store/index.ts'
import { training } from '../../store/training.ts'
import { isBusy, useProblems, type ShownRun } from '../../store/trainingHooks.ts'
import { sameRun } from '../../store/trainingSetup.ts'
import { useTraining } from '../../store/trainingState.ts'
import { Select } from '../../ui/controls/Select.tsx'
import { PauseIcon, PlayIcon } from '../../ui/icons.ts'
import { Blocked } from './Blocked.tsx'
import { TRAIN_BUTTON } from './trainButton.ts'
import { cellName, formatWhole, useWords } from './words.ts'

const MINUTE = 60

/** Time left in words; nothing while the speed is unknown. */
const useLeft = (): string | null => {
  const words = useWords().status
  const language = useLanguage()
  const run = useTraining((state) => state.run)
  const perSecond = useTraining((state) => state.perSecond)
  if (!run || !perSecond) return null
  const seconds = Math.ceil((run.until - run.update) / perSecond)
  const speed = words.speed(formatLoss(perSecond, language))
  const time =
    seconds < 2 * MINUTE
      ? words.seconds(formatWhole(seconds, language))
      : words.minutes(formatWhole(Math.floor(seconds / MINUTE), language), String(seconds % MINUTE))
  return `${speed}, ${words.left(time)}`
}

const Status = ({ shown }: { readonly shown: ShownRun | null }): ReactElement => {
  const words = useWords().status
  const language = useLanguage()
  const text = useSceneText()
  const phase = useTraining((state) => state.phase)
  const baseline = useTraining((state) => state.task?.task.baseline.loss ?? NaN)
  const left = useLeft()
  if (!shown) return <p className="train-status">{phase === 'opening' ? words.opening : words.empty}</p>
  const { run, checkpoint, checkpoints, member, memberIndex } = shown
  const whole = (value: number): string => formatWhole(value, language)
  const isNewest = checkpoint === checkpoints.at(-1)
  const heldOut = checkpoint.members[memberIndex]?.heldOut
  const state =
    phase === 'training'
      ? words.training(whole(run.update), whole(run.until))
      : !run.canAdvance
        ? words.stopped(whole(run.update))
        : run.update === 0
          ? words.start
          : run.update >= run.until
            ? words.finished(whole(run.update))
            : words.resting(whole(run.update))
  return (
    <p className="train-status">
      <b>
        {state} {isNewest ? '' : words.showing(whole(checkpoint.update))}
      </b>{' '}
      {heldOut
        ? words.error(
            cellName(member.cell),
            formatLoss(heldOut.loss, language),
            formatLoss(baseline, language),
            text?.baseline[language] ?? '',
          )
        : ''}
      {/* What changes while it trains stands at the edge, where it moves nothing. */}
      <span className={phase === 'training' ? 'train-rest train-left' : 'train-rest'}>
        {phase === 'training'
          ? left
          : run.update === 0
            ? words.empty
            : words.so(
                run.members.length,
                new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(run.seconds),
              )}
      </span>
    </p>
  )
}

const Shown = ({ shown }: { readonly shown: ShownRun }): ReactElement => {
  const words = useWords()
  const { run, memberIndex, network, part } = shown
  const several = run.settings.seeds.length > 1
  return (
    <>
      <Select
        label={words.shown}
        named
        options={run.members.map(({ cell, seed }, k) => ({
          value: String(k),
          label: several ? `${cellName(cell)}, ${words.seed(seed)}` : cellName(cell),
        }))}
        value={String(memberIndex)}
        onChange={(value) => training.select({ shown: Number(value) })}
      />
      {network.parts.length > 1 ? (
        <Select
          label={words.part}
          options={network.parts.map(({ layer, direction }, k) => ({
            value: String(k),
            label: words.partName(layer + 1, direction === 'reverse'),
          }))}
          value={String(part)}
          onChange={(value) => training.select({ part: Number(value) })}
        />
      ) : null}
    </>
  )
}

export const ActionBar = ({ shown }: { readonly shown: ShownRun | null }): ReactElement => {
  const words = useWords()
  const ready = useTraining((state) => state.draft !== null)
  // A run in which every network diverged goes nowhere; other settings start another.
  const canAdvance = useTraining(
    ({ run, draft }) => !run || run.canAdvance || !draft || !sameRun(run.settings, draft),
  )
  const problems = useProblems()
  const busy = useTraining(isBusy)
  const cannot = !ready || problems.length > 0
  return (
    <div className="train-bar">
      <button
        type="button"
        id={TRAIN_BUTTON}
        className="button button-main train-main"
        disabled={!busy && (cannot || !canAdvance)}
        onClick={busy ? training.pause : training.train}
      >
        {busy ? <PauseIcon size={15} aria-hidden="true" /> : <PlayIcon size={15} aria-hidden="true" />}
        {busy ? words.pause : words.train}
      </button>
      <button
        type="button"
        className="button"
        title={words.stepLong}
        disabled={busy || cannot || !canAdvance}
        onClick={training.step}
      >
        {words.step}
      </button>
      <button
        type="button"
        className="button"
        title={words.resetLong}
        disabled={busy || cannot || !shown}
        onClick={training.reset}
      >
        {words.reset}
      </button>
      {shown ? <Shown shown={shown} /> : null}
      {problems.length > 0 && !busy ? <Blocked problems={problems} /> : <Status shown={shown} />}
    </div>
  )
}
