/**
 * The fold in the reader's hands: a slider from unrolled to folded, and what that costs. Unrolling adds
 * copies of the cell, never parameters. Follows the motion without rendering.
 */
import { memo, useEffect, useLayoutEffect, useRef, type ReactElement } from 'react'
import { actions, onPlace, placeNow, useMessages } from '../../store/index.ts'
import { copiesAt } from './stageFrame.ts'
import './foldBar.css'

interface Props {
  readonly T: number
  readonly parameters: number
}

/** What one press of an arrow key folds. */
const STEP = 0.01

export const FoldBar = memo(({ T, parameters }: Props): ReactElement => {
  const words = useMessages().stage
  const slider = useRef<HTMLInputElement>(null)
  const counter = useRef<HTMLElement>(null)
  const show = (): void => {
    const { fold } = placeNow()
    const [text, copies] = [words.foldText(Math.round(fold * 100)), words.copies(copiesAt(fold, T), T)]
    // The lens moves without the fold: the same words anew would be laid out anew.
    if (slider.current) {
      slider.current.value = String(fold)
      if (slider.current.getAttribute('aria-valuetext') !== text)
        slider.current.setAttribute('aria-valuetext', text)
    }
    if (counter.current && counter.current.textContent !== copies) counter.current.textContent = copies
  }
  const newest = useRef(show)
  useLayoutEffect(() => {
    newest.current = show
    show()
  })
  useEffect(() => onPlace(() => newest.current()), [])
  return (
    <div className="fold-bar">
      <label className="fold-bar-slider">
        <span aria-hidden="true">{words.fold}</span>
        <input
          ref={slider}
          type="range"
          min={0}
          max={1}
          step={STEP}
          defaultValue={0}
          aria-label={words.foldName}
          onChange={(event) => actions.setFold(Number(event.target.value))}
        />
      </label>
      <p className="fold-bar-count">
        <i>T</i> = {T}: <b ref={counter} /> · {words.parameters(parameters)}
      </p>
    </div>
  )
})
