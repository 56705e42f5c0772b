/**
 * The numbers of the steps above bands with equal columns: on a narrow screen the stage has room for three of them.
 * They stand at the step that is shown and do not glide with the columns of a window.
 */
import type { ReactElement } from 'react'
import { endOf, type TimeScale } from '../../ui/timeScale.ts'
import { numberEvery } from '../stage/fitting.ts'

interface Props {
  readonly scale: TimeScale
  readonly t: number
}

const HEIGHT = 18
const BASELINE = 13

export const BandSteps = ({ scale, t }: Props): ReactElement => {
  const every = numberEvery(scale)
  const steps = Array.from({ length: scale.last - scale.first + 1 }, (_, k) => scale.first + k)
  return (
    // The bands say their step themselves.
    <svg className="bands-steps" width={endOf(scale)} height={HEIGHT} aria-hidden="true">
      {steps
        // The number of the open step is always there: others keep their distance.
        .filter((step) => step === t || (step % every === 0 && Math.abs(step - t) >= every))
        .map((step) => (
          <text
            key={step}
            x={scale.middle(step)}
            y={BASELINE}
            className={`bands-middle ${step === t ? 'bands-own' : 'bands-tick'}`}
          >
            {step}
          </text>
        ))}
    </svg>
  )
}
