/**
 * Where the drawn steps lie in a sequence too long to draw: a strip over all of it with a brush. It is a
 * slider of the timestep; the window follows.
 */
import { useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import { memorySlotOf } from '../../describe/memory.ts'
import { overview } from '../../i18n/overview.ts'
import { actions, plane, useWords, useMoment, useRun, useTheme, useView } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { endOf, type TimeScale } from '../../ui/timeScale.ts'
import { MemoryLine } from './MemoryLine.tsx'
import './overview.css'
import { brushOf, gripOf, isWindowed, spanOf, spanOfKey, stepAt, stepOfKey, type Edge } from './strip.ts'

const KEYS = 'overview-keys'

interface Props {
  readonly scale: TimeScale
}

/** The ends of the brush, as things to take hold of. */
const EDGES: readonly Edge[] = ['first', 'last']

/** Height of the strip, px. */
const HEIGHT = 16

export const Overview = ({ scale }: Props): ReactElement | null => {
  const words = useWords(overview)
  const theme = useTheme()
  const run = useRun()
  const { t } = useMoment()
  const selected = useView((view) => view.unit)
  const compare = useView((view) => view.compare)
  /** While a pointer drags: how far the needle is from it. */
  const grip = useRef<number | null>(null)
  /** While a pointer draws an end of the brush: which. */
  const edge = useRef<Edge | null>(null)
  const layer = run && !compare ? run.layer : null
  const slot = layer ? (memorySlotOf(layer.program.cell) ?? layer.program.cell.output) : null
  const values = useMemo(() => (layer && slot ? plane(layer, slot) : null), [layer, slot])
  if (!isWindowed(scale)) return null

  const { T, first, last } = scale
  const left = scale.left(first)
  // Whole, so that the last bit of a sum does not paint the line again at every step.
  const width = Math.round(endOf(scale) - left)
  const brush = brushOf(scale, t, width)
  const H = layer?.program.H ?? 1
  const unit = Math.min(selected, H - 1)

  const xOf = (event: PointerEvent<HTMLElement>): number =>
    event.clientX - event.currentTarget.getBoundingClientRect().left
  const moveTo = (x: number): void => {
    const next = stepAt(x, T, width)
    if (next !== t) actions.select({ t: next })
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    edge.current = EDGES.find((own) => (event.target as HTMLElement).dataset['edge'] === own) ?? null
    if (edge.current) return
    grip.current = gripOf(brush, xOf(event))
    moveTo(xOf(event) + grip.current)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (edge.current) actions.setSpan(spanOf(edge.current, xOf(event), t, scale, width))
    else if (grip.current !== null) moveTo(xOf(event) + grip.current)
  }
  const release = (): void => {
    grip.current = null
    edge.current = null
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // Plus is shifted on many keyboards.
    const span = spanOfKey(event.key, scale)
    const next = span === null && !event.shiftKey ? stepOfKey(event.key, t, scale) : null
    if (span === null && next === null) return
    event.preventDefault()
    event.stopPropagation()
    if (span !== null) actions.setSpan(span)
    if (next !== null) actions.select({ t: next })
  }

  return (
    <div className="overview" style={{ height: HEIGHT }}>
      {slot && left > 60 ? (
        <span className="overview-name" style={{ width: left - 10 }} aria-hidden="true">
          {words.memory(slot, unit)}
        </span>
      ) : null}
      <p className="visually-hidden" id={KEYS}>
        {words.keys}
      </p>
      <div
        className="overview-strip"
        style={{ left, width, height: HEIGHT }}
        role="slider"
        tabIndex={0}
        aria-label={words.title}
        aria-describedby={KEYS}
        aria-valuemin={0}
        aria-valuemax={T - 1}
        aria-valuenow={t}
        aria-valuetext={words.text(t, first, last, T)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={release}
        onPointerCancel={release}
        onLostPointerCapture={release}
        onKeyDown={onKeyDown}
      >
        <div className="overview-window" style={{ left: brush.left, width: brush.width }} />
        {/* The line takes its colour when it is painted: another theme is another line. */}
        {layer && slot && values ? (
          <div
            className="overview-paint"
            style={{ color: toneVariable(layer.program.cell.equations[slot]?.role ?? 'hidden') }}
          >
            <MemoryLine key={theme} values={values} T={T} H={H} unit={unit} width={width} height={HEIGHT} />
          </div>
        ) : null}
        <div className="overview-ahead" style={{ left: brush.needle }} />
        <div className="overview-edges" style={{ left: brush.left, width: brush.width }} />
        <div className="overview-needle" style={{ left: brush.needle }} />
        {EDGES.map((own) => (
          <div
            key={own}
            className="overview-edge"
            data-edge={own}
            style={{ left: own === 'first' ? brush.left : brush.left + brush.width }}
          />
        ))}
      </div>
    </div>
  )
}
