/** The switch of Compare for its fourth lane, with what the network without memory can and cannot see. */
import type { ReactElement } from 'react'
import { compareLanes } from '../../i18n/compareLanes.ts'
import { actions, useView, useWords } from '../../store/index.ts'

export const FourthLane = (): ReactElement => {
  const words = useWords(compareLanes)
  const isOn = useView((view) => view.feedforward)
  return (
    <div className="stage-fourth">
      <label>
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          onChange={({ target }) => actions.setFeedforward(target.checked)}
        />
        <b>{words.fourth}</b>
      </label>
      <span>{words.fourthText}</span>
    </div>
  )
}
