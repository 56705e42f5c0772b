/** A native slider with its name and its value above it. */
import { useId, type ReactElement, type ReactNode } from 'react'
import './slider.css'

interface Props {
  readonly label: ReactNode
  readonly value: number
  readonly low: number
  readonly high: number
  readonly step: number
  /** The value as it is read and said. */
  readonly text: string
  readonly onChange: (value: number) => void
  readonly disabled?: boolean
}

export const Slider = (props: Props): ReactElement => {
  const { label, value, low, high, step, text, onChange, disabled = false } = props
  const id = useId()
  return (
    <div className="slider">
      <label className="slider-label" htmlFor={id}>
        {label}
      </label>
      <output className="slider-value" htmlFor={id}>
        {text}
      </output>
      <input
        id={id}
        type="range"
        min={low}
        max={high}
        step={step}
        value={value}
        aria-valuetext={text}
        disabled={disabled}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  )
}
