/** A native list with its name beside the value, drawn as one field. */
import type { ReactElement } from 'react'
import { OpenIcon } from '../icons.ts'
import './select.css'

interface Props {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
  /** Show the name inside the field. */
  readonly named?: boolean
  readonly className?: string
}

export const Select = ({
  label,
  options,
  value,
  onChange,
  named = false,
  className = '',
}: Props): ReactElement => (
  <label className={`select ${className}`}>
    <span className={named ? 'select-name' : 'visually-hidden'}>{label}</span>
    <select value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <OpenIcon className="select-icon" size={16} aria-hidden="true" />
  </label>
)
