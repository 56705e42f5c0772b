/**
 * One band: a quantity's units down, timesteps across, in the columns of the chain above it. Works as
 * a two-axis slider: left and right move the timestep, up and down the unit.
 */
import { useMemo, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import { reachOf } from '../../describe/reach.ts'
import { plane, type Trace } from '../../engine/index.ts'
import {
  actions,
  formatNumber,
  playheadNow,
  unitNow,
  type Form,
  type Language,
  type Moment,
  useLanguage,
  useMessages,
  useTheme,
} from '../../store/index.ts'
import { rowOfUnit, shownUnits } from '../../ui/canvas/bins.ts'
import { binaryTable, tableOf, toneVariable } from '../../ui/colour.ts'
import { stepOn, type TimeScale } from '../../ui/timeScale.ts'
import { BandHover } from './BandHover.tsx'
import type { BandsFrame } from './bandsFrame.ts'
import type { BandRow } from './bandRows.ts'
import { GutterName } from './GutterName.tsx'
import { Heat } from './Heat.tsx'
import { isKnown } from './known.ts'
import { LensPlace } from './LensPlace.tsx'
import { LensPlot, type Dot } from './LensPlot.tsx'
import { RowOutline } from './RowOutline.tsx'

interface Props {
  readonly row: BandRow
  readonly trace: Trace
  readonly form: Form
  /** The columns as they are where nothing moves. */
  readonly scale: TimeScale
  /** The columns as they are now. */
  readonly frameNow: () => BandsFrame
  /** Width of the lens of the unrolled chain. */
  readonly lens: number
  readonly moment: Moment
  /** Where the computed steps end (begin, in a reversed direction); with the open one once its phase is reached. */
  readonly known: number
  /** Being computed in the phase on screen. */
  readonly isActive: boolean
  readonly name: string
  /** Names of x's components, null for units. */
  readonly features: readonly string[] | null
  readonly featureKinds: readonly ('signed' | 'binary')[]
  readonly selectedUnit: number
  readonly selectedSlot: boolean
  readonly gutter: number
  readonly right: number
  readonly compact: boolean
  /** Id of the sentence that says how the keys work. */
  readonly keysId: string
}

const move = (event: KeyboardEvent, props: Props): boolean => {
  const { row } = props
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }
  const units: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }
  const step = steps[event.key]
  const unit = units[event.key]
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
  if (step !== undefined) {
    const next = Math.max(0, Math.min(props.trace.T - 1, playheadNow().t + step))
    actions.select({ slot: row.slot, t: next })
    return true
  }
  if (unit !== undefined && row.slot !== 'x') {
    const next = Math.max(0, Math.min(row.units - 1, unitNow() + unit))
    actions.select({ slot: row.slot, unit: next })
    return true
  }
  return false
}

/** 'value −0.78; store 1.00': all that comes in at a step. */
const inputSaid = (
  features: readonly string[],
  values: ArrayLike<number>,
  t: number,
  language: Language,
): string =>
  features
    .map((feature, k) => `${feature} ${formatNumber(values[t * features.length + k] ?? NaN, language)}`)
    .join('; ')

export const Band = (props: Props): ReactElement => {
  const { row, trace, form, scale, moment, known, name, features, selectedUnit, selectedSlot } = props
  const { t } = moment
  const computed = isKnown(trace, known, t)
  const theme = useTheme()
  const language = useLanguage()
  const words = useMessages().bands
  const { slot, tone, rows, rowHeight, height, units } = row
  const values = useMemo(() => plane(trace, slot), [trace, slot])
  // c is a sum and x is what it is: both may go beyond 1.
  const reach = reachOf(trace, slot)
  const kinds = props.featureKinds
  const tableOfRow = useMemo(
    () => (unit: number) =>
      slot === 'x' && kinds[unit] === 'binary' ? binaryTable(theme) : tableOf(tone, theme, reach),
    [slot, kinds, theme, tone, reach],
  )

  const unitAt = (y: number): number => {
    const line = Math.max(0, Math.min(rows - 1, Math.floor(y / rowHeight)))
    return line
  }
  /** The cell under the pointer; none over the name at the left. */
  const pick = (event: PointerEvent<HTMLElement>): { readonly t: number; readonly unit: number } | null => {
    const box = event.currentTarget.getBoundingClientRect()
    const { scale: now, axis } = props.frameNow()
    const at = stepOn(now, event.clientX - box.left, axis[0])
    if (at === null) return null
    const line = unitAt(event.clientY - box.top)
    return { t: at, unit: shownUnits(values, units, at, rows)[line] ?? 0 }
  }

  const selected = slot === 'x' ? null : selectedUnit
  const shown = shownUnits(values, units, t, rows)
  const dots = shown.map((unit, line): Dot => {
    const own = selected !== null && line === rowOfUnit(selected, rows, units) ? selected : unit
    return { unit: own, value: values[t * units + own]!, y: (line + 0.5) * rowHeight }
  })
  const own = values[t * units + (selected ?? 0)]!
  const rowTop = selected === null ? 0 : rowOfUnit(selected, rows, units) * rowHeight
  const isUnrolled = form !== 'folded'

  return (
    <div
      className="bands-band"
      style={{ top: row.top, height }}
      role="slider"
      tabIndex={0}
      aria-label={words.bandName(name, slot)}
      aria-describedby={props.keysId}
      aria-valuemin={0}
      aria-valuemax={trace.T - 1}
      aria-valuenow={t}
      aria-valuetext={
        features
          ? words.cellValue(t, name, inputSaid(features, values, t, language))
          : words.cellValue(
              t,
              words.unit(selectedUnit),
              computed ? formatNumber(own, language) : words.notComputed,
            )
      }
      data-band={slot}
      data-hovers
      data-focus={`${slot} ${slot === 'x' ? 0 : selectedUnit} ${t}`}
      onKeyDown={(event) => {
        if (!move(event, props)) return
        event.preventDefault()
        event.stopPropagation()
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        const picked = pick(event)
        // Pressing the name selects what it names.
        if (!picked) actions.select({ slot })
        else actions.select(slot === 'x' ? { slot, t: picked.t } : { slot, ...picked })
      }}
      onPointerMove={(event) => {
        const picked = pick(event)
        actions.setHover(picked && { slot, ...picked })
      }}
      onPointerLeave={() => actions.setHover(null)}
    >
      <Heat
        values={values}
        T={trace.T}
        first={scale.first}
        last={scale.last}
        units={units}
        rows={rows}
        height={height}
        tableOfRow={tableOfRow}
        known={known}
        reversed={trace.reversed}
      />
      <svg className="bands-overlay" width={props.right} height={height} aria-hidden="true">
        {props.compact ? null : <GutterName name={name} height={height} />}
        <text
          x={props.gutter - 10}
          y={height / 2 + 4.5}
          className="bands-symbol"
          style={{ fill: toneVariable(tone) }}
        >
          {slot}
        </text>
        {selected === null ? null : (
          <RowOutline form={form} top={rowTop} height={rowHeight} isOwn={selectedSlot} />
        )}
      </svg>
      {isUnrolled ? (
        <LensPlace lens={props.lens} height={height}>
          {computed ? (
            <LensPlot
              isActive={props.isActive}
              slot={slot}
              moment={moment}
              tone={tone}
              dots={dots}
              reach={reach}
              width={props.lens}
              height={height}
              selected={selected}
              theme={theme}
              names={features ? shown.map((unit) => features[unit] ?? '') : null}
              selectedName={words.unit(selectedUnit)}
              selectedValue={formatNumber(own, language)}
            />
          ) : (
            <text x={props.lens / 2} y={height / 2 + 4} className="bands-tick bands-middle">
              {words.notComputed}
            </text>
          )}
        </LensPlace>
      ) : null}
      <BandHover
        scale={form === 'between' ? props.frameNow().scale : scale}
        row={row}
        values={values}
        features={features}
        known={known}
        trace={trace}
      />
    </div>
  )
}
