/** A row of the form: its name at the left, its field at the right, what it means inside the field. */
import { useId, useState, type ReactElement, type ReactNode } from 'react'
import { useLanguage, type Language } from '../../store/index.ts'

/** A number as it may be typed: both decimal signs, and powers of ten. NaN when it is none. */
export const parseNumber = (text: string): number => {
  const plain = text.trim().replace(',', '.').replaceAll('−', '-')
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : NaN
}

/** A whole number, which may be typed with the language's groups: 2,000 in English, 2.000 in Spanish. */
export const parseWhole = (text: string, language: Language): number => {
  const grouped = language === 'es' ? /^[1-9]\d{0,2}(\.\d{3})+$/ : /^[1-9]\d{0,2}(,\d{3})+$/
  return grouped.test(text.trim()) ? Number(text.replaceAll(/\D/g, '')) : parseNumber(text)
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

/** Id of the sentences under a field. */
export const wrongId = (id: string): string => `${id}-wrong`

/** Id of what stands beside the number in a field. */
const hintId = (id: string): string => `${id}-hint`

/** What is wrong with a field, under it. */
export const Wrong = ({ id, wrong }: Pick<Shared, 'id' | 'wrong'>): ReactElement | null =>
  wrong.length > 0 ? (
    <p id={wrongId(id)} className="train-wrong">
      {wrong.join(' ')}
    </p>
  ) : null

/** What all fields have. */
export interface Shared {
  /** Where a problem told elsewhere leads to. */
  readonly id: string
  readonly label: string
  readonly locked: boolean
  /** Sentences that say what is wrong; none when nothing is. */
  readonly wrong: readonly string[]
}

interface Props extends Shared {
  readonly value: number | null
  /** NaN for what is no number; null for an empty field where that means something. */
  readonly onChange: (value: number | null) => void
  readonly hint?: string | undefined
  /** Only whole numbers are answers. */
  readonly whole?: boolean
  /** An empty field is an answer. */
  readonly optional?: boolean
}

interface FrameProps extends Shared {
  readonly text: string
  readonly onText: (text: string) => void
  readonly hint: string | undefined
  readonly decimal?: boolean
}

/** More signs than this need the room of the hint beside them. */
const ROOM_BESIDE_HINT = 4

const InputFrame = (props: FrameProps): ReactElement => {
  const { id, label, locked, wrong, text, onText, hint, decimal = false } = props
  const invalid = wrong.length > 0
  return (
    <>
      <div className="train-field">
        <label className="train-label" htmlFor={id}>
          {label}
        </label>
        <span className={invalid ? 'train-input train-invalid' : 'train-input'}>
          <input
            id={id}
            type="text"
            inputMode={decimal ? 'decimal' : undefined}
            autoComplete="off"
            value={text}
            disabled={locked}
            aria-invalid={invalid}
            aria-describedby={
              [hint && hintId(id), invalid && wrongId(id)].filter(Boolean).join(' ') || undefined
            }
            onChange={(event) => onText(event.target.value)}
          />
          {hint ? <small id={hintId(id)}>{hint}</small> : null}
        </span>
      </div>
      <Wrong id={id} wrong={wrong} />
    </>
  )
}

const same = (a: number | null, b: number | null): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b))

export const NumberField = (props: Props): ReactElement => {
  const { value, onChange, hint, whole = false, optional = false } = props
  const language = useLanguage()
  const read = (text: string): number | null => {
    if (optional && text.trim() === '') return null
    return whole ? parseWhole(text, language) : parseNumber(text)
  }
  const write = (number: number | null): string =>
    number === null || Number.isNaN(number) ? '' : String(number).replace('.', language === 'es' ? ',' : '.')
  const [text, setText] = useState(() => write(value))
  // What was typed stays as typed until the value changes from elsewhere.
  const shown = same(read(text), value) ? text : write(value)
  const onText = (typed: string): void => {
    setText(typed)
    onChange(read(typed))
  }
  return <InputFrame {...props} text={shown} onText={onText} hint={hint} decimal />
}

interface ListProps extends Shared {
  readonly values: readonly number[]
  readonly onChange: (values: readonly number[]) => void
  readonly hint: string
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
  const { values, onChange, hint } = props
  const [text, setText] = useState(values.join(' '))
  const shown = parseList(text).join(' ') === values.join(' ') ? text : values.join(' ')
  const onText = (typed: string): void => {
    setText(typed)
    onChange(parseList(typed))
  }
  // The numbers themselves come first: who has entered several knows how.
  return (
    <InputFrame
      {...props}
      text={shown}
      onText={onText}
      hint={shown.length > ROOM_BESIDE_HINT ? undefined : hint}
    />
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
