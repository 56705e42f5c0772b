/** A choice of one among a few, side by side: native radio buttons, so arrow keys work as everywhere. */
import { useId, type ReactElement } from 'react'
import { useAnswered } from '../useAnswered.ts'
import './segmented.css'

interface Option<V extends string> {
  readonly value: V
  readonly label: string
  /** What a screen reader says, where the label is an abbreviation. */
  readonly name?: string
  readonly lang?: string
}

interface Props<V extends string> {
  readonly label: string
  /** What else there is to say; screen readers say it after the label. */
  readonly hint?: string
  readonly options: readonly Option<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly className?: string
}

export function Segmented<V extends string>({
  label,
  hint,
  options,
  value,
  onChange,
  className = '',
}: Props<V>): ReactElement {
  const group = useId()
  const [chosen, choose] = useAnswered(value, (next: V | null) => next !== null && onChange(next))
  return (
    <fieldset className={`segmented ${className}`} title={hint}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="segmented-option" lang={option.lang}>
          <input
            type="radio"
            className="visually-hidden"
            name={group}
            value={option.value}
            checked={option.value === chosen}
            onChange={() => choose(option.value)}
            aria-label={option.name}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
