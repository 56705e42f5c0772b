/**
 * The output against its target: a line for one number, rows of probabilities for several classes. Works
 * as a slider over the timesteps, as the other bands do.
 */
import { useMemo, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import {
  actions,
  formatNumber,
  playheadNow,
  useLanguage,
  useMessages,
  useTheme,
  type CellRun,
  type SceneView,
} from '../../store/index.ts'
import { tableOf } from '../../ui/colour.ts'
import { stepOn, type TimeScale } from '../../ui/timeScale.ts'
import { isOnAxis, type BandsFrame } from './bandsFrame.ts'
import { GutterName } from './GutterName.tsx'
import { Heat } from './Heat.tsx'
import { Part } from './movement.ts'
import { isKnown } from './known.ts'
import { OutputCurve } from './OutputCurve.tsx'
import { outputSaid } from './outputText.ts'

interface Props {
  readonly run: CellRun
  readonly scene: SceneView
  /** The columns as they are where nothing moves. */
  readonly scale: TimeScale
  readonly frameNow: () => BandsFrame
  readonly t: number
  /** Steps before this one have an output already. */
  readonly known: number
  readonly top: number
  readonly height: number
  readonly gutter: number
  readonly right: number
  readonly compact: boolean
  /** Id of the sentence that says how the keys work. */
  readonly keysId: string
}

/** A box around the class that is right at a step, at most this wide, px. */
const WIDEST = 40

/** Letters of a class's name for which a narrow gutter has room. */
const SHORT = 2

const Classes = ({ run, scene, scale, known, height, gutter, compact }: Props): ReactElement => {
  const count = run.network.outputs
  const rowHeight = height / count
  // While the chain folds, its window grows.
  const more = scale.last - scale.first + 1
  const from = Math.max(0, scale.first - more)
  return (
    <>
      {scene.outputNames.map((name, k) =>
        compact && name.length > SHORT ? null : (
          <text
            key={name}
            x={compact ? gutter - 4 : gutter - 34}
            y={(k + 0.5) * rowHeight + 3.5}
            className="bands-tick bands-end"
          >
            {name}
          </text>
        ),
      )}
      {scene.targets.slice(from, scale.last + more + 1).flatMap((target, column) => {
        const t = from + column
        const k = target ? target.indexOf(1) : -1
        if (k < 0) return []
        return [
          <Part
            key={t}
            as="rect"
            at={(frame) => {
              const width = Math.min(frame.scale.w, WIDEST)
              return {
                x: frame.scale.middle(t) - width / 2 + 1,
                width: Math.max(0, width - 2),
                visibility: isOnAxis(frame, t) ? null : 'hidden',
              }
            }}
            y={k * rowHeight + 1}
            height={rowHeight - 2}
            className={isKnown(run.layer, known, t) ? 'bands-row bands-row-own' : 'bands-row'}
          />,
        ]
      })}
    </>
  )
}

/** Left and right move the timestep. */
const stepOf = (event: KeyboardEvent): number => {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return 0
  return event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
}

export const OutputBand = (props: Props): ReactElement => {
  const { run, scene, t, top, height, gutter, known } = props
  const { T } = run.trace
  const words = useMessages().bands
  const language = useLanguage()
  const theme = useTheme()
  const classes = run.network.outputs > 1
  const perStep = scene.outputs === 'every'
  const values = useMemo(() => run.trace.outputs, [run])
  const table = useMemo(() => () => tableOf('keep', theme), [theme])
  return (
    <div
      className="bands-output-band"
      style={{ top, height }}
      role="slider"
      tabIndex={0}
      aria-label={words.outputBand(classes ? words.probability : words.output)}
      aria-describedby={props.keysId}
      aria-valuemin={0}
      aria-valuemax={T - 1}
      aria-valuenow={t}
      aria-valuetext={words.stepValue(
        t,
        isKnown(run.layer, known, t)
          ? outputSaid(run, scene, t, words, (value) => formatNumber(value, language))
          : words.notComputed,
      )}
      data-band="y"
      onKeyDown={(event) => {
        const by = stepOf(event)
        if (by === 0) return
        event.preventDefault()
        event.stopPropagation()
        actions.select({ t: Math.max(0, Math.min(T - 1, playheadNow().t + by)) })
      }}
      onPointerDown={(event: PointerEvent<HTMLElement>) => {
        const { left } = event.currentTarget.getBoundingClientRect()
        const { scale, axis } = props.frameNow()
        const picked = stepOn(scale, event.clientX - left, axis[0])
        if (event.button === 0 && picked !== null) actions.select({ t: picked })
      }}
    >
      {classes && perStep ? (
        <Heat
          values={values}
          T={T}
          first={props.scale.first}
          last={props.scale.last}
          units={run.network.outputs}
          rows={run.network.outputs}
          height={height}
          tableOfRow={table}
          known={known}
          reversed={run.layer.reversed}
        />
      ) : null}
      <svg className="bands-overlay" width={props.right} height={height} aria-hidden="true">
        {props.compact ? null : <GutterName name={words.output} height={height} />}
        {/* The names of classes stand where the symbol stands else. */}
        <text
          x={props.compact && classes && perStep ? gutter - 14 : gutter - 10}
          y={height / 2 + 4.5}
          className="bands-symbol"
        >
          y
        </text>
        {classes && perStep ? <Classes {...props} /> : <OutputCurve {...props} />}
      </svg>
    </div>
  )
}
