/** The keys of the page, and a switch for readers whose tools send keys of their own. */
import type { ReactElement } from 'react'
import { actions, useKeys, useMessages } from '../../store/index.ts'
import { Sheet } from '../../ui/controls/Sheet.tsx'
import './keysSheet.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

export const KeysSheet = ({ open, onClose }: Props): ReactElement => {
  const { transport: words, header } = useMessages()
  const on = useKeys()
  const rows: readonly (readonly [readonly string[], string])[] = [
    [[words.keySpace], words.keyPlay],
    [['←', '→'], words.keyStep],
    [[`${words.keyShift} ←`, `${words.keyShift} →`], words.keyPhase],
    [[words.keyPageUp, words.keyPageDown], words.keyPage],
    [[words.keyHome, words.keyEnd], words.keyEnds],
    [['↑', '↓'], words.keyUnit],
    [[`${words.keyShift} ↑`, `${words.keyShift} ↓`], words.keyPart],
    [['1', '…', '6'], words.keyDigit],
    [['P'], words.keyPauses],
    [['F'], words.keyFold],
    [['G'], words.keyReading],
    [['?'], words.keyHelp],
  ]
  return (
    <Sheet title={words.keysTitle} close={header.close} open={open} onClose={onClose}>
      <dl className="transport-keys">
        {rows.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>{keys.map((key) => (key === '…' ? key : <kbd key={key}>{key}</kbd>))}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {/* Said by pointing at the switch too, which touch cannot. */}
      <p>{words.readingHint}</p>
      <p>{words.keysNote}</p>
      <label className="transport-check">
        <input type="checkbox" checked={on} onChange={(event) => actions.setKeys(event.target.checked)} />
        {words.keysOn}
      </label>
    </Sheet>
  )
}
