/** The bands of gradients, the norms below them, the key and the table: in the columns of the chain. */
import { useMemo, type ReactElement } from 'react'
import { backPhaseOf } from '../../describe/backPhases.ts'
import { shortNumber } from './shortNumber.ts'
import { following } from '../../ui/following.tsx'
import { signedLogTicks } from '../../ui/signedLog.ts'
import { endOf, type ScaleForm, type TimeScale } from '../../ui/timeScale.ts'
import type { Density } from '../bands/bandRows.ts'
import { BandSteps } from '../bands/BandSteps.tsx'
import { LensPlace } from '../bands/LensPlace.tsx'
import { BandsMovement, Part } from '../bands/movement.ts'
import { Grid } from '../bands/Grid.tsx'
import { useBandsHand } from '../bands/useBandsHand.ts'
import { GradientBand } from './GradientBand.tsx'
import { GradientKey } from './GradientKey.tsx'
import { gradientRows } from './gradientRows.ts'
import { logAxis } from './LogPlot.tsx'
import { GradientTable } from './GradientTable.tsx'
import { NormChart } from './NormChart.tsx'
import { useBack, type Back } from './useBack.ts'
import '../bands/bands.css'
import './gradient.css'
import './gradientBands.css'

const KEYS = 'gradient-keys'

interface Props {
  /** The columns as they are where nothing moves. */
  readonly scale: TimeScale
  /** The columns of the chain, unrolled and folded. */
  readonly forms: readonly [ScaleForm, ScaleForm]
  readonly density: Density
  readonly gutter: number
  readonly right: number
}

const NORM_HEIGHT = 84
const AXIS_HEIGHT = 20

/** What the dot plots share, written once below them. */
const Axis = ({ back, lens, top }: { back: Back; lens: number; top: number }): ReactElement => {
  const { middle, half } = logAxis(lens)
  return (
    <LensPlace lens={lens} height={AXIS_HEIGHT} top={top}>
      {signedLogTicks(back.found.reach).map(({ place, value }) => (
        <text key={place} x={middle + half * place} y={8} className="bands-tick bands-middle">
          {shortNumber(value, back.language)}
        </text>
      ))}
    </LensPlace>
  )
}

const Shown = following(
  ({ back, scale, forms, density, gutter, right }: Props & { readonly back: Back }): ReactElement => {
    const { run, moment, words, reveal } = back
    const { cell, H, I } = run.layer.program
    const { rows, height } = useMemo(() => gradientRows(cell, I, H, density), [cell, I, H, density])
    const compact = density === 'mobile'
    const edge = endOf(scale) + right
    const { t, phase } = moment
    const { T, reversed } = run.layer
    // On a narrow screen there is no lens in the bands.
    const form = compact ? 'folded' : 'unrolled'
    const lens = forms[0].lens
    const { frameNow, hand } = useBandsHand(forms, t, compact)
    /** Steps [from, known) are gone through, given the phase that makes a gradient. */
    const spanOf = (slot: string): { readonly from: number; readonly known: number } => {
      const isOpen = phase <= backPhaseOf(cell, slot)
      if (reveal) return { from: 0, known: T }
      return reversed ? { from: 0, known: isOpen ? t + 1 : t } : { from: isOpen ? t : t + 1, known: T }
    }
    const carried = rows[0]!.slot
    const axis = compact ? 0 : AXIS_HEIGHT
    const most = rows[0]!
    return (
      <BandsMovement value={hand}>
        <section className={`bands bands-${density} gradient-bands`} aria-label={words.bands}>
          <p className="visually-hidden" id={KEYS}>
            {words.keys}
          </p>
          {compact ? <BandSteps scale={scale} t={t} /> : null}
          <div className="bands-rows" style={{ height: height + axis + NORM_HEIGHT, width: edge }}>
            <Grid T={T} bands={rows} />
            <Part
              as="div"
              className={compact ? 'bands-playhead' : 'bands-pane'}
              at={({ left, width }) => ({ left: `${left}px`, width: `${width}px` })}
            />
            {rows.map((row) => (
              <GradientBand
                key={row.slot}
                back={back}
                row={row}
                form={form}
                scale={scale}
                frameNow={frameNow}
                lens={lens}
                {...spanOf(row.slot)}
                gutter={gutter}
                right={edge}
                keysId={KEYS}
              />
            ))}
            {compact ? null : <Axis back={back} lens={lens} top={height - 1} />}
            <NormChart
              back={back}
              scale={scale}
              top={height + axis}
              height={NORM_HEIGHT}
              gutter={gutter}
              right={edge}
              {...spanOf(carried)}
            />
          </div>
          <div
            className="bands-foot"
            style={{ marginLeft: compact ? 12 : gutter, marginRight: compact ? 12 : 20 }}
          >
            <GradientKey
              back={back}
              bins={most.rows < most.units ? words.bins(most.units, most.rows) : null}
            />
            <GradientTable back={back} first={scale.first} last={scale.last} />
          </div>
        </section>
      </BandsMovement>
    )
  },
)

export const GradientBands = (props: Props): ReactElement | null => {
  const back = useBack()
  return !back || back instanceof Error ? null : <Shown back={back} {...props} />
}
