/** A row of the form: its name at the left, its field at the right, what it means inside the field. */
import { useId, useState, type ReactElement, type ReactNode } from 'react'
import { useLanguage } from '../../store/index.ts'

/** A number as it may be typed: both decimal signs, and powers of ten. NaN when it is none. */
export const parseNumber = (text: string): number => {
  const plain = text.trim().replace(',', '.').replaceAll('−', '-')
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : NaN
}

interface RowProps {
  readonly label: string
  readonly children: ReactNode
}

/** For a group of controls, which name themselves. */
export const Row = ({ label, children }: RowProps): ReactElement => (
  <div className="train-field">
    <span className="train-label">{label}</span>
    {children}
  </div>
)

interface Props {
  readonly label: string
  readonly value: number | null
  /** NaN for what is no number; null for an empty field where that means something. */
  readonly onChange: (value: number | null) => void
  readonly hint?: string
  readonly locked: boolean
  readonly invalid: boolean
  /** An empty field is an answer. */
  readonly optional?: boolean
  /** Id of the sentence that says what is wrong. */
  readonly errorId: string
}

const same = (a: number | null, b: number | null): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b))

export const NumberField = (props: Props): ReactElement => {
  const { label, value, onChange, hint, locked, invalid, optional = false, errorId } = props
  const id = useId()
  const language = useLanguage()
  const read = (text: string): number | null => (optional && text.trim() === '' ? null : parseNumber(text))
  const write = (number: number | null): string =>
    number === null || Number.isNaN(number) ? '' : String(number).replace('.', language === 'es' ? ',' : '.')
  const [text, setText] = useState(() => write(value))
  // What was typed stays as typed until the value changes from elsewhere.
  const shown = same(read(text), value) ? text : write(value)
  return (
    <div className="train-field">
      <label className="train-label" htmlFor={id}>
        {label}
      </label>
      <span className={invalid ? 'train-input train-invalid' : 'train-input'}>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          disabled={locked}
          aria-invalid={invalid}
          aria-describedby={invalid ? errorId : undefined}
          onChange={(event) => {
            setText(event.target.value)
            onChange(read(event.target.value))
          }}
        />
        {hint ? <small aria-hidden="true">{hint}</small> : null}
      </span>
    </div>
  )
}

interface ListProps {
  readonly label: string
  readonly values: readonly number[]
  readonly onChange: (values: readonly number[]) => void
  readonly hint: string
  readonly locked: boolean
  readonly invalid: boolean
  readonly errorId: string
}

const parseList = (text: string): readonly number[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .filter((part) => part !== '')
      .map(parseNumber),
  ),
]

/** Several numbers with spaces between them, each once. */
export const ListField = (props: ListProps): ReactElement => {
  const { label, values, onChange, hint, locked, invalid, errorId } = props
  const id = useId()
  const [text, setText] = useState(values.join(' '))
  const shown = parseList(text).join(' ') === values.join(' ') ? text : values.join(' ')
  return (
    <div className="train-field">
      <label className="train-label" htmlFor={id}>
        {label}
      </label>
      <span className={invalid ? 'train-input train-invalid' : 'train-input'}>
        <input
          id={id}
          type="text"
          autoComplete="off"
          value={shown}
          disabled={locked}
          aria-invalid={invalid}
          aria-describedby={invalid ? errorId : undefined}
          onChange={(event) => {
            setText(event.target.value)
            onChange(parseList(event.target.value))
          }}
        />
        <small aria-hidden="true">{hint}</small>
      </span>
    </div>
  )
}

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly value: V
  readonly onChange: (value: V) => void
  readonly locked: boolean
  /** How many stand side by side. */
  readonly columns?: number
}

/** A choice of one, in rows of equal buttons: native radio buttons. */
export function Choice<V extends string>(props: ChoiceProps<V>): ReactElement {
  const { label, options, value, onChange, locked, columns = 3 } = props
  const name = useId()
  return (
    <fieldset
      className="train-choice"
      disabled={locked}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="train-option">
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
