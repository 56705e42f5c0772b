/** The sequence's clock: the timesteps in numbers, a slider for pointer and keys. */
import type { KeyboardEvent, PointerEvent, ReactElement } from 'react'
import { training } from '../../store/training.ts'
import { dragging } from '../../ui/dragging.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import { keyIndex } from './Charts.tsx'
import { useWords } from './words.ts'

interface Props {
  readonly scale: TimeScale
  readonly T: number
  readonly t: number
  readonly gutter: number
  /** What stands at this step, in words. */
  readonly said: string
}

/** Narrower columns show every other number, or fewer. */
const LEAST_WIDTH = 22

export const SequenceRuler = ({ scale, T, t, gutter, said }: Props): ReactElement => {
  const words = useWords()
  const every = Math.max(1, Math.ceil(LEAST_WIDTH / scale.w))
  const moveTo = (event: PointerEvent<HTMLElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    training.select({ t: scale.stepAt(x) })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyIndex(event.key, t, T)
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    training.select({ t: next })
  }
  return (
    <div
      className="train-ruler"
      role="slider"
      tabIndex={0}
      aria-label={words.stage.sequence}
      aria-valuemin={0}
      aria-valuemax={T - 1}
      aria-valuenow={t}
      aria-valuetext={`${words.stage.sequenceText(t, T - 1)}, ${said}`}
      onKeyDown={onKeyDown}
      {...dragging(moveTo)}
    >
      {gutter > 60 ? <span className="train-ruler-name">{words.stage.sequence}</span> : null}
      {Array.from({ length: T }, (_, k) => k)
        .filter((k) => k === t || (k % every === 0 && Math.abs(k - t) >= every))
        .map((k) => (
          <span
            key={k}
            className={k === t ? 'train-ruler-step train-ruler-now' : 'train-ruler-step'}
            style={{ left: scale.middle(k) }}
          >
            {k}
          </span>
        ))}
    </div>
  )
}
