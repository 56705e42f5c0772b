/** What lines and colours of the gradients mean; the scale is always said. */
import type { ReactElement } from 'react'
import { DECADES } from '../../ui/signedLog.ts'
import { FINER, gradientColour } from './backDrawing.ts'
import { normSeries } from './NormChart.tsx'
import { shortNumber } from './shortNumber.ts'
import { partialOf, type Back } from './useBack.ts'

const STOPS = 25

export const GradientKey = ({
  back,
  bins,
}: {
  readonly back: Back
  readonly bins: string | null
}): ReactElement => {
  const { words, language, theme, found } = back
  const { reach } = found
  const colour = gradientColour(theme, 1)
  const stops = Array.from({ length: STOPS }, (_, k) => {
    const place = (2 * k) / (STOPS - 1) - 1
    return colour(Math.sign(place) * 10 ** ((Math.abs(place) - 1) * DECADES))
  })
  const end = shortNumber(reach, language)
  const finer = shortNumber(reach / FINER, language)
  return (
    <p className="bands-legend gradient-key">
      {normSeries(back).map(({ symbol, dash }) => (
        <span key={symbol} className="bands-key">
          <svg width={20} height={8} aria-hidden="true" className={`gradient-line gradient-${dash}`}>
            <path d="M0 4H20" />
          </svg>
          {symbol}
        </span>
      ))}
      {bins ? <span className="bands-key">{bins}</span> : null}
      <span className="bands-fill" />
      <span className="bands-key">
        {`−${end}`}
        <span
          className="bands-ramp"
          style={{ backgroundImage: `linear-gradient(to right, ${stops.join(', ')})` }}
        />
        {words.key(`+${end}`, DECADES)}
      </span>
      <span className="bands-key">{`${partialOf(back, 'a')}, ${partialOf(back, 'W')}: ±${finer}`}</span>
      <span className="visually-hidden">{words.keyNote}</span>
    </p>
  )
}
