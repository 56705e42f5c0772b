/** What a reader must know: a run to go on with, a network that diverged, a worker that was lost. */
import type { ReactElement, ReactNode } from 'react'
import { useLanguage } from '../../store/index.ts'
import { training } from '../../store/training.ts'
import { checkpointsOf, type Checkpoint, type Run } from '../../store/trainingRun.ts'
import { useTraining } from '../../store/trainingState.ts'
import { ErrorIcon } from '../../ui/icons.ts'
import { divergedOf, divergedText } from './diverged.ts'
import { focusTrain } from './trainButton.ts'
import { cellName, formatPlain, formatWhole, useWords } from './words.ts'

interface NoticeProps {
  readonly kind: 'note' | 'warning'
  readonly text: string
  readonly children?: ReactNode
}

const Notice = ({ kind, text, children }: NoticeProps): ReactElement => (
  <div className={`train-notice train-notice-${kind}`} role={kind === 'warning' ? 'alert' : 'status'}>
    {kind === 'warning' ? <ErrorIcon size={16} aria-hidden="true" /> : null}
    <p>{text}</p>
    {children}
  </div>
)

const useAgo = (): ((savedAt: number, now: number) => string) => {
  const words = useWords().notices
  return (savedAt, now) => {
    const seconds = Math.max(0, Math.round((now - savedAt) / 1000))
    if (seconds < 90) return words.agoSeconds(String(seconds))
    if (seconds < 5400) return words.agoMinutes(String(Math.round(seconds / 60)))
    return words.agoHours(String(Math.round(seconds / 3600)))
  }
}

const Offer = (): ReactElement | null => {
  const words = useWords()
  const language = useLanguage()
  const offer = useTraining((state) => state.offer)
  const offeredAt = useTraining((state) => state.offeredAt)
  const ago = useAgo()
  if (!offer) return null
  const cells = offer.settings.cells.map(cellName).join(' · ')
  const [update, until] = [formatWhole(offer.update, language), formatWhole(offer.until, language)]
  const isFinished = offer.update >= offer.until
  const saved = ago(offer.savedAt, offeredAt)
  const { offer: unfinished, offerFinished } = words.notices
  return (
    <Notice
      kind="note"
      text={isFinished ? offerFinished(cells, update, saved) : unfinished(cells, update, until, saved)}
    >
      <button
        type="button"
        className="button button-main"
        onClick={() => {
          focusTrain()
          void training.goOn()
        }}
      >
        {isFinished ? words.openAgain : words.goOn}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          focusTrain()
          training.discard()
        }}
      >
        {words.notices.discard}
      </button>
    </Notice>
  )
}

/** The checkpoint at which a network did best, and a rate an order of magnitude lower. */
const wayBack = (run: Run, member: number): { readonly update: number; readonly rate: number } => {
  const lossOf = (checkpoint: Checkpoint): number => checkpoint.members[member]?.heldOut?.loss ?? NaN
  const best = checkpointsOf(run).reduce<Checkpoint | null>(
    (least, one) => (Number.isFinite(lossOf(one)) && !(least && lossOf(least) <= lossOf(one)) ? one : least),
    null,
  )
  return { update: best?.update ?? 0, rate: run.settings.optimizer.learningRate / 10 }
}

const Diverged = ({ run }: { readonly run: Run }): ReactElement | null => {
  const words = useWords().notices
  const language = useLanguage()
  const phase = useTraining((state) => state.phase)
  const [first] = divergedOf(run)
  if (!first) return null
  const back = wayBack(run, first.index)
  return (
    <Notice kind="warning" text={divergedText(run, words, language)}>
      <button
        type="button"
        className="button"
        disabled={phase === 'training'}
        title={words.freshOptimizer}
        onClick={() => {
          focusTrain()
          training.goBack(back.update, back.rate)
        }}
      >
        {words.goBack(formatWhole(back.update, language), formatPlain(back.rate, language))}
      </button>
    </Notice>
  )
}

export const TrainNotices = (): ReactElement => {
  const words = useWords().notices
  const run = useTraining((state) => state.run)
  const failure = useTraining((state) => state.failure)
  const recovered = useTraining((state) => state.recovered)
  const canSave = useTraining((state) => state.canSave)
  return (
    <div className="train-notices">
      <Offer />
      {run ? <Diverged run={run} /> : null}
      {failure === 'lost' ? (
        <Notice kind="warning" text={words.lost}>
          <button
            type="button"
            className="button"
            onClick={() => {
              focusTrain()
              training.tryAgain()
            }}
          >
            {words.tryAgain}
          </button>
        </Notice>
      ) : failure ? (
        <Notice kind="warning" text={`${words.failed} ${failure}`} />
      ) : null}
      {recovered > 0 && failure === null ? <Notice kind="note" text={words.recovered} /> : null}
      {canSave ? null : <Notice kind="warning" text={words.notSaved} />}
    </div>
  )
}
