/** What the marks and colours of the bands mean. */
import type { ReactElement } from 'react'
import { useMessages, useTheme } from '../../store/index.ts'
import { scaleOf, tableOf, type Tone } from '../../ui/colour.ts'
import './legend.css'

interface RampProps {
  readonly tone: Tone
  readonly low: string
  readonly high: string
  readonly name: string
}

const Ramp = ({ tone, low, high, name }: RampProps): ReactElement => {
  const theme = useTheme()
  const table = tableOf(tone, theme)
  const colour = scaleOf(table)
  const stops = Array.from({ length: 13 }, (_, k) => colour(table.low + ((table.high - table.low) * k) / 12))
  return (
    <span className="bands-key">
      {name} {low}
      <span
        className="bands-ramp"
        style={{ backgroundImage: `linear-gradient(to right, ${stops.join(', ')})` }}
      />
      {high}
    </span>
  )
}

interface Props {
  /** The tone of the first gate, if there is one. */
  readonly gate: Tone | null
  readonly bins: string | null
  /** States and inputs whose values go beyond ±1: how far their scale goes. */
  readonly wide: readonly { readonly slot: string; readonly reach: number }[]
  /** Whether outputs and targets are cells, one a class, rather than lines. */
  readonly cells: boolean
  /** Whether the output of repeating the last value is drawn. */
  readonly repeated: boolean
}

export const Legend = ({ gate, wide, bins, cells, repeated }: Props): ReactElement => {
  const words = useMessages().bands
  return (
    <p className="bands-legend">
      <span className="bands-key">
        <span className={cells ? 'bands-key-cell' : 'bands-key-output'} />
        {words.legendOutput}
      </span>
      <span className="bands-key">
        <span className={cells ? 'bands-key-box' : 'bands-key-target'} />
        {words.legendTarget}
      </span>
      {repeated ? (
        <span className="bands-key">
          <span className="bands-key-repeated" />
          {words.legendRepeated}
        </span>
      ) : null}
      {bins ? <span className="bands-key">{bins}</span> : null}
      <span className="bands-fill" />
      {gate ? <Ramp tone={gate} low="0" high="1" name={words.legendGate} /> : null}
      <Ramp tone="hidden" low="≤ −1" high="≥ +1" name={words.legendState} />
      {wide.map(({ slot, reach }) => (
        <Ramp key={slot} tone="hidden" low={`−${reach}`} high={`+${reach}`} name={slot} />
      ))}
      <span className="visually-hidden">{words.legendSigned}</span>
    </p>
  )
}
