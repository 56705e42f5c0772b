/**
 * One band of gradients: a quantity's units down, timesteps across, known from the right. Works as the bands
 * of values do: left and right move the timestep, up and down the unit.
 */
import { useMemo, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import { gradPlane } from '../../engine/index.ts'
import { actions, formatNumber, playheadNow, unitNow } from '../../store/index.ts'
import { rowOfUnit, shownUnits } from '../../ui/canvas/bins.ts'
import { tableOf, toneVariable } from '../../ui/colour.ts'
import { signedLogPlane } from '../../ui/signedLog.ts'
import { stepOn, type TimeScale } from '../../ui/timeScale.ts'
import { BandHover } from '../bands/BandHover.tsx'
import type { BandsFrame } from '../bands/bandsFrame.ts'
import type { BandRow } from '../bands/bandRows.ts'
import { Heat } from '../bands/Heat.tsx'
import { LensPlace } from '../bands/LensPlace.tsx'
import { RowOutline } from '../bands/RowOutline.tsx'
import { gradientColour } from './backDrawing.ts'
import { LogPlot } from './LogPlot.tsx'
import { partialOf, type Back } from './useBack.ts'

interface Props {
  readonly back: Back
  readonly row: BandRow
  readonly form: 'unrolled' | 'folded'
  /** The columns as they are where nothing moves. */
  readonly scale: TimeScale
  /** The columns as they are now. */
  readonly frameNow: () => BandsFrame
  /** Width of the lens. */
  readonly lens: number
  /** Steps [from, known) are gone through. */
  readonly from: number
  readonly known: number
  readonly gutter: number
  readonly right: number
  readonly keysId: string
}

export const GradientBand = ({
  back,
  row,
  form,
  scale,
  frameNow,
  lens,
  from,
  known,
  gutter,
  right,
  keysId,
}: Props): ReactElement => {
  const { found, unit, words, language, theme, moment } = back
  const { t } = moment
  const { slot, tone, rows, rowHeight, height, units } = row
  const { T } = found.layer
  const { reach } = found
  const symbol = partialOf(back, slot)
  const values = useMemo(() => gradPlane(found.layer, slot), [found, slot])
  const places = useMemo(() => signedLogPlane(values, reach), [values, reach])
  const tableOfRow = useMemo(() => () => tableOf('cell', theme), [theme])
  const colour = useMemo(() => gradientColour(theme, reach), [theme, reach])
  const isKnown = t >= from && t < known
  const own = values[t * units + unit] ?? NaN
  const name = found.run.cell.equations[slot]?.words[language] ?? slot

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }
    const unitsBy: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }
    const [step, next] = [steps[event.key], unitsBy[event.key]]
    if (step === undefined && next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (step !== undefined) actions.select({ slot, t: Math.max(0, Math.min(T - 1, playheadNow().t + step)) })
    else if (next !== undefined)
      actions.select({ slot, unit: Math.max(0, Math.min(units - 1, unitNow() + next)) })
  }
  /** The cell under the pointer; none over the name at the left. */
  const pick = (event: PointerEvent<HTMLElement>): { readonly t: number; readonly unit: number } | null => {
    const box = event.currentTarget.getBoundingClientRect()
    const { scale: now, axis } = frameNow()
    const at = stepOn(now, event.clientX - box.left, axis[0])
    if (at === null) return null
    const line = Math.max(0, Math.min(rows - 1, Math.floor((event.clientY - box.top) / rowHeight)))
    return { t: at, unit: shownUnits(values, units, at, rows)[line] ?? 0 }
  }

  const selectedRow = rowOfUnit(unit, rows, units)
  const dots = shownUnits(values, units, t, rows).map((shown, line) => {
    const which = line === selectedRow ? unit : shown
    return { unit: which, value: values[t * units + which] ?? NaN, y: (line + 0.5) * rowHeight }
  })
  const { reversed } = found.layer
  // Known from the other side than the values are.
  const [border, trace] = [reversed ? known : from, { reversed: !reversed }]
  return (
    <div
      className="bands-band"
      style={{ top: row.top, height }}
      role="slider"
      tabIndex={0}
      aria-label={words.bandName(name, symbol)}
      aria-describedby={keysId}
      aria-valuemin={0}
      aria-valuemax={T - 1}
      aria-valuenow={t}
      aria-valuetext={words.cellValue(
        t,
        words.unit(unit),
        isKnown ? formatNumber(own, language) : words.notComputed,
      )}
      data-band={slot}
      data-hovers
      data-focus={`${symbol} ${unit} ${t}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        // Pressing the name selects what it names.
        if (event.button === 0) actions.select({ slot, ...pick(event) })
      }}
      onPointerMove={(event) => {
        const picked = pick(event)
        actions.setHover(picked && { slot: symbol, ...picked })
      }}
      onPointerLeave={() => actions.setHover(null)}
    >
      <Heat
        values={places}
        T={T}
        first={scale.first}
        last={scale.last}
        units={units}
        rows={rows}
        height={height}
        tableOfRow={tableOfRow}
        known={border}
        reversed={trace.reversed}
      />
      <svg className="bands-overlay" width={right} height={height} aria-hidden="true">
        <text
          x={gutter - 10}
          y={height / 2 + 4.5}
          className="bands-symbol gradient-symbol"
          style={{ fill: toneVariable(tone) }}
        >
          {gutter < 60 ? slot : symbol}
        </text>
        <RowOutline form={form} top={selectedRow * rowHeight} height={rowHeight} isOwn={back.slot === slot} />
      </svg>
      {form === 'folded' ? null : (
        <LensPlace lens={lens} height={height}>
          {isKnown ? (
            <LogPlot
              dots={dots}
              width={lens}
              height={height}
              reach={reach}
              selected={unit}
              colour={colour}
              slot={symbol}
              t={t}
              selectedName={words.unit(unit)}
              selectedValue={formatNumber(own, language)}
            />
          ) : (
            <text x={lens / 2} y={height / 2 + 4} className="bands-tick bands-middle">
              {words.notComputed}
            </text>
          )}
        </LensPlace>
      )}
      <BandHover
        row={{ ...row, slot: symbol }}
        values={values}
        scale={scale}
        features={null}
        trace={trace}
        known={border}
      />
    </div>
  )
}
