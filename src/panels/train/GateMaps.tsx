/**
 * Gates over both clocks at once: timesteps across, checkpoints down, for the selected unit. Each row is
 * the example run again with that checkpoint's weights.
 */
import { useId, useMemo, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import { reachOfValues } from '../../describe/reach.ts'
import { plane } from '../../engine/index.ts'
import { formatNumber, useLanguage, useTheme } from '../../store/index.ts'
import { training } from '../../store/training.ts'
import type { ShownRun } from '../../store/trainingHooks.ts'
import { tableOf, type Tone } from '../../ui/colour.ts'
import { dragging } from '../../ui/dragging.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import { keyIndex } from './Charts.tsx'
import { Gutter } from './Gutter.tsx'
import { HeatStrip } from './HeatStrip.tsx'
import { mapSlots } from './stageRows.ts'
import { formatWhole, useWords } from './words.ts'

interface Props {
  readonly shown: ShownRun
  readonly scale: TimeScale
  readonly T: number
  readonly gutter: number
  readonly t: number
  readonly unit: number
}

const TALLEST = 128
const ROW = { least: 2, most: 4 }
/** A map of few checkpoints has taller rows, so that it is one from the start. */
const SHORTEST = 40

/** Height of a checkpoint's row when there are so many. */
export const rowHeight = (count: number): number =>
  Math.max(
    ROW.least,
    Math.min(Math.max(ROW.most, Math.floor(SHORTEST / count)), Math.floor(TALLEST / Math.max(1, count))),
  )

/** The selected unit of a slot over steps and checkpoints: [T][checkpoints]. */
const mapValues = (shown: ShownRun, slot: string, T: number, unit: number): Float64Array => {
  const { checkpoints, part, network } = shown
  const { H } = network.parts[part]!.program
  const values = new Float64Array(T * checkpoints.length)
  checkpoints.forEach((checkpoint, k) => {
    const own = plane(shown.traceAt(checkpoint).traces[part]!, slot)
    for (let t = 0; t < T; t++) values[t * checkpoints.length + k] = own[t * H + unit]!
  })
  return values
}

type MapProps = Props & {
  readonly slot: string
  readonly role: Tone
  readonly keysId: string
  readonly name: string
}

const GateMap = (props: MapProps): ReactElement => {
  const { shown, scale, T, gutter, t, unit, slot, role, name, keysId } = props
  const words = useWords()
  const language = useLanguage()
  const theme = useTheme()
  const { checkpoints, index } = shown
  const count = checkpoints.length
  const row = rowHeight(count)
  const values = useMemo(() => mapValues(shown, slot, T, unit), [shown, slot, T, unit])
  const reach = useMemo(() => reachOfValues(values), [values])
  const value = values[t * count + index]!
  const moveTo = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const at = Math.floor((event.clientY - box.top) / row)
    training.select({ t: scale.stepAt(event.clientX - box.left + scale.left(0)) })
    training.setCursor(checkpoints[Math.min(count - 1, Math.max(0, at))]!.update)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const down: Readonly<Record<string, number>> = { ArrowUp: index - 1, ArrowDown: index + 1 }
    const checkpoint = down[event.key]
    const step = checkpoint === undefined ? keyIndex(event.key, t, T) : null
    if (checkpoint === undefined && step === null) return
    event.preventDefault()
    if (step !== null) training.select({ t: step })
    else training.setCursor(checkpoints[Math.min(count - 1, Math.max(0, checkpoint!))]!.update)
  }
  return (
    <div className="train-map" style={{ height: count * row }}>
      <svg className="train-map-gutter" width={gutter} height={count * row} aria-hidden="true">
        <Gutter
          y={Math.min(22, (count * row) / 2)}
          name={name}
          symbol={slot}
          tone={role}
          gutter={gutter}
          reach={reach}
        />
        {count * row >= (reach > 1 ? 56 : 48) && gutter > 60 ? (
          <text x={gutter - 10} y={count * row - 1} className="train-tick train-end">
            {formatWhole(checkpoints.at(-1)!.update, language)}
          </text>
        ) : null}
      </svg>
      <div
        className="train-map-plot"
        role="slider"
        tabIndex={0}
        aria-label={words.maps.mapName(name, slot)}
        aria-describedby={keysId}
        aria-valuemin={0}
        aria-valuemax={T - 1}
        aria-valuenow={t}
        aria-valuetext={words.maps.cellText(
          t,
          formatWhole(checkpoints[index]!.update, language),
          slot,
          formatNumber(value, language),
        )}
        data-map={slot}
        data-value={value}
        style={{ left: scale.left(0), width: scale.w * T, height: count * row }}
        onKeyDown={onKeyDown}
        {...dragging(moveTo)}
      >
        <HeatStrip
          values={values}
          T={T}
          size={count}
          rows={count}
          table={tableOf(role, theme, reach)}
          left={0}
          top={0}
          width={scale.w * T}
          height={count * row}
        />
        <div className="train-map-ahead" style={{ top: (index + 1) * row }} />
        <div className="train-map-row" style={{ top: index * row - 1, height: row + 2 }} />
        <div className="train-map-column" style={{ left: t * scale.w, width: scale.w }} />
      </div>
    </div>
  )
}

export const GateMaps = (props: Props): ReactElement => {
  const { shown, gutter, unit } = props
  const words = useWords()
  const language = useLanguage()
  const keysId = useId()
  const { cell } = shown.network.parts[shown.part]!.program
  return (
    <section className="train-maps">
      <h2 className="train-heading" style={{ marginLeft: gutter > 60 ? gutter : 12 }}>
        {words.maps.title(unit, shown.checkpoints.length)}
      </h2>
      {mapSlots(cell).map(({ slot, role }) => (
        <GateMap
          key={slot}
          {...props}
          slot={slot}
          role={role}
          keysId={keysId}
          name={cell.equations[slot]?.words[language] ?? slot}
        />
      ))}
      <p id={keysId} className="visually-hidden">
        {words.maps.keys}
      </p>
      <p className="train-legend" style={{ marginLeft: gutter > 60 ? gutter : 12 }} aria-hidden="true">
        <span className="train-legend-untrained" /> {words.stage.untrainedTick}
        <span className="train-legend-target" /> {words.stage.target}
      </p>
    </section>
  )
}
