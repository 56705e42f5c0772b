/**
 * Where the drawn steps lie in a sequence too long to draw: a strip over all of it with a brush. It is a
 * slider of the timestep; the window follows.
 */
import { useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import { memorySlotOf } from '../../describe/memory.ts'
import { overview } from '../../i18n/overview.ts'
import {
  actions,
  onPlace,
  placeNow,
  plane,
  useWords,
  useMoment,
  useRun,
  useTheme,
  useView,
} from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { movementOf, useStagehand } from '../../ui/movement.tsx'
import { endOf, type ScaleForm, type TimeScale } from '../../ui/timeScale.ts'
import { MemoryLine } from './MemoryLine.tsx'
import './overview.css'
import {
  brushOf,
  gripOf,
  presenceAt,
  spanOf,
  spanOfKey,
  stepAt,
  stepOfKey,
  windowAt,
  type Brush,
  type Edge,
} from './strip.ts'

const KEYS = 'overview-keys'

interface Props {
  /** The columns as they are where nothing moves. */
  readonly scale: TimeScale
  /** The columns of the chain, unrolled and folded. */
  readonly forms: readonly [ScaleForm, ScaleForm]
}

interface Frame extends Brush {
  /** How much of the strip is there. */
  readonly presence: number
}

const { Stage, Part } = movementOf<Frame>()

const span = ({ left, width }: Brush) => ({ left: `${left}px`, width: `${width}px` })
const needle = (brush: Brush) => ({ left: `${brush.needle}px` })

/** The ends of the brush, as things to take hold of. */
const EDGES: readonly Edge[] = ['first', 'last']

/** Height of the strip, and room above and below it, px. */
const HEIGHT = 16
const MARGIN = 4

export const Overview = ({ scale, forms }: Props): ReactElement => {
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
  const { T, first, last } = scale
  const left = scale.left(first)
  // Whole, so that the last bit of a sum does not paint the line again at every step.
  const width = Math.round(endOf(scale) - left)
  const frameNow = (): Frame => {
    const place = [forms, placeNow().fold, Math.min(t, T - 1)] as const
    return { ...brushOf(windowAt(...place), t, width), presence: presenceAt(...place) }
  }
  const hand = useStagehand(frameNow, onPlace)
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
    grip.current = gripOf(frameNow(), xOf(event))
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
    <Stage value={hand}>
      <Part
        as="div"
        className="overview"
        at={({ presence }) => ({
          height: `${HEIGHT * presence}px`,
          margin: presence === 1 ? null : `${MARGIN * presence}px 0`,
          opacity: presence === 1 ? null : presence,
        })}
      >
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
          <Part as="div" className="overview-window" at={span} />
          {/* The line takes its colour when it is painted: another theme is another line. */}
          {layer && slot && values ? (
            <div
              className="overview-paint"
              style={{ color: toneVariable(layer.program.cell.equations[slot]?.role ?? 'hidden') }}
            >
              <MemoryLine key={theme} values={values} T={T} H={H} unit={unit} width={width} height={HEIGHT} />
            </div>
          ) : null}
          <Part as="div" className="overview-ahead" at={needle} />
          <Part as="div" className="overview-edges" at={span} />
          <Part as="div" className="overview-needle" at={needle} />
          {EDGES.map((own) => (
            <Part
              key={own}
              as="div"
              className="overview-edge"
              data-edge={own}
              at={({ left, width: size }) => ({ left: `${own === 'first' ? left : left + size}px` })}
            />
          ))}
        </div>
      </Part>
    </Stage>
  )
}
