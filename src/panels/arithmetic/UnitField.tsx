/** Which unit the open arithmetic works out: by number, or the one before and after. */
import { useId, useState, type ReactElement } from 'react'
import { actions } from '../../store/index.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { UnitDownIcon, UnitUpIcon } from '../../ui/icons.ts'
import { useWords } from './words.ts'

interface Props {
  readonly unit: number
  /** How many there are. */
  readonly units: number
}

export const UnitField = ({ unit, units }: Props): ReactElement => {
  const words = useWords()
  const noteId = useId()
  /** What is typed and is no unit, while it is typed. */
  const [draft, setDraft] = useState<string | null>(null)
  /** What was entered and is no unit, and the unit that stays. */
  const [refused, setRefused] = useState<{ readonly got: string; readonly unit: number } | null>(null)
  const isRefused = refused !== null && refused.unit === unit
  const choose = (next: number): void => {
    setDraft(null)
    setRefused(null)
    actions.select({ unit: (next + units) % units })
  }
  const refuse = (): void => {
    if (draft === null) return
    setRefused({ got: draft, unit })
    setDraft(null)
  }
  return (
    <div className="arithmetic-units">
      <p id={noteId} className="arithmetic-refused" role="status">
        {isRefused ? words.unitRefused(units - 1, refused.got, unit) : null}
      </p>
      <label>
        {words.unit}
        <input
          type="number"
          min={0}
          max={units - 1}
          value={draft ?? unit}
          aria-invalid={isRefused || undefined}
          aria-describedby={isRefused ? noteId : undefined}
          onChange={({ target }) => {
            const next = target.valueAsNumber
            if (Number.isInteger(next) && next >= 0 && next < units) return choose(next)
            setRefused(null)
            setDraft(target.value)
          }}
          onKeyDown={({ key }) => {
            if (key === 'Enter') refuse()
          }}
          // A button that is pressed acts on the unit that there is; what was typed is dropped.
          onBlur={({ relatedTarget }) => {
            if (relatedTarget instanceof HTMLButtonElement) setDraft(null)
            else refuse()
          }}
        />
      </label>
      <IconButton label={words.chooseUnit((unit - 1 + units) % units)} onClick={() => choose(unit - 1)}>
        <UnitUpIcon size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.chooseUnit((unit + 1) % units)} onClick={() => choose(unit + 1)}>
        <UnitDownIcon size={16} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
