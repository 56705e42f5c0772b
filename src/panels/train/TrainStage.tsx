/**
 * The shown example at the checkpoint under the training clock: outputs with their targets, states as
 * strips, the selected unit's meters. No lens: all steps are equally wide.
 */
import { useMemo, type PointerEvent, type ReactElement } from 'react'
import { reachOf } from '../../describe/reach.ts'
import { plane } from '../../engine/index.ts'
import { useLanguage, useTheme, type SceneView } from '../../store/index.ts'
import { training } from '../../store/training.ts'
import type { ShownRun } from '../../store/trainingHooks.ts'
import { rowOfUnit, shownUnits } from '../../ui/canvas/bins.ts'
import { tableOf } from '../../ui/colour.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import { OutputBar } from '../stage/OutputBar.tsx'
import { isProbability, outputMark, outputReach } from '../stage/outputMarks.ts'
import { paletteOf } from '../stage/palette.ts'
import { Token } from '../stage/Token.tsx'
import { Gutter } from './Gutter.tsx'
import { HeatStrip } from './HeatStrip.tsx'
import { StageMeters } from './StageMeters.tsx'
import { stageRows, type StateRow } from './stageRows.ts'
import { useWords } from './words.ts'

interface Props {
  readonly shown: ShownRun
  readonly scene: SceneView
  readonly scale: TimeScale
  readonly width: number
  readonly gutter: number
  readonly t: number
  readonly unit: number
}

/** Units share rows where there are more. */
const MOST_ROWS = 16

export const TrainStage = ({ shown, scene, scale, width, gutter, t, unit }: Props): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const theme = useTheme()
  const palette = paletteOf(theme)
  const { network, checkpoint, checkpoints, part } = shown
  const { cell, H } = network.parts[part]!.program
  const rows = useMemo(() => stageRows(cell), [cell])
  const trace = shown.traceAt(checkpoint)
  const layer = trace.traces[part]!
  const first = checkpoints[0]
  const untrained = first?.update === 0 ? shown.traceAt(first).traces[part]! : null
  const steps = Array.from({ length: scene.T }, (_, k) => k)
  const lanes = Math.min(H, MOST_ROWS)
  const reach = outputReach({ network, trace }, scene)
  const probability = isProbability({ network })
  const states = [rows.memory, rows.hidden].filter((row): row is StateRow => row !== null)
  const line = rowOfUnit(unit, lanes, H)

  const pick = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const [px, py] = [event.clientX - box.left, event.clientY - box.top]
    if (px < gutter) return
    const step = scale.stepAt(px)
    const row = states.find(({ top, height }) => py >= top && py < top + height)
    const lane = row ? Math.min(lanes - 1, Math.floor(((py - row.top) / row.height) * lanes)) : null
    const own = row && lane !== null ? shownUnits(plane(layer, row.slot), H, step, lanes)[lane] : undefined
    training.select({ t: step, ...(own === undefined ? {} : { unit: own }) })
  }
  const nameOf = (slot: string): string => cell.equations[slot]?.words[language] ?? slot
  return (
    <div className="train-stage" style={{ height: rows.height }} onPointerDown={pick}>
      <div
        className="train-now"
        style={{ left: scale.left(t), width: scale.w, height: rows.height }}
        aria-hidden="true"
      />
      {states.map(({ slot, role, top, height }) => (
        <HeatStrip
          key={slot}
          values={plane(layer, slot)}
          T={scene.T}
          size={H}
          rows={lanes}
          table={tableOf(role, theme, reachOf(layer, slot))}
          left={scale.left(0)}
          top={top}
          width={scale.w * scene.T}
          height={height}
        />
      ))}
      <svg width={width} height={rows.height} aria-hidden="true">
        <Gutter y={rows.output.middle} name={words.stage.output} symbol="y" tone="output" gutter={gutter} />
        {states.map(({ slot, role, top, height }) => (
          <g key={slot}>
            <Gutter
              y={top + height / 2}
              name={nameOf(slot)}
              symbol={slot}
              tone={role}
              gutter={gutter}
              reach={reachOf(layer, slot)}
            />
            <rect
              x={scale.left(0)}
              y={top + (line * height) / lanes - 0.5}
              width={scale.w * scene.T}
              height={height / lanes + 1}
              className="train-unit-row"
            />
          </g>
        ))}
        {rows.meters.map(({ top, height, meters }, k) => (
          <g key={top}>
            {k === 0 && gutter > 60 ? (
              <text x={16} y={top + 2} className="train-unit-name">
                {words.stage.unit(unit)}
              </text>
            ) : null}
            {meters.map(({ slot, tone, label }, column) => (
              <Gutter
                key={slot}
                y={top + height / 2}
                name=""
                symbol={label}
                tone={tone}
                gutter={gutter - (meters.length - 1 - column) * (gutter > 60 ? 26 : 13)}
              />
            ))}
          </g>
        ))}
        <Gutter
          y={rows.input.top + rows.input.height / 2}
          name={words.stage.input}
          symbol="x"
          tone="input"
          gutter={gutter}
        />
        {steps.map((step) => {
          const mark = outputMark({ network, trace, part: network.parts.length - 1 }, scene, step)
          const middle = scale.middle(step)
          const label = scene.marks[step]
          return (
            <g key={step}>
              {mark ? (
                <OutputBar
                  mark={mark}
                  x={middle}
                  y={rows.output.middle}
                  half={rows.output.half}
                  reach={reach}
                  probability={probability}
                  isKnown
                  side="below"
                  palette={palette}
                />
              ) : null}
              <StageMeters
                trace={layer}
                untrained={untrained}
                t={step}
                unit={unit}
                lines={rows.meters}
                left={scale.left(step)}
                width={scale.w}
                palette={palette}
              />
              <Token
                trace={trace.traces[0]!}
                kinds={scene.featureKinds}
                t={step}
                x={middle}
                y={rows.input.top}
                size={{ width: Math.min(9, scale.w * 0.6), height: rows.input.height }}
                palette={palette}
              />
              {label && scale.w >= 20 && label.length * 6 < scale.w / 2 ? (
                <text x={middle + 9} y={rows.input.top + 13} className="train-mark">
                  {label}
                </text>
              ) : null}
            </g>
          )
        })}
        <path
          d={`M${scale.left(t)} 0V${rows.height}M${scale.left(t) + scale.w} 0V${rows.height}`}
          className="train-now-edge"
        />
      </svg>
    </div>
  )
}
