/**
 * The network as layers × timesteps: which layer and direction is on screen, what it reads, and where its h
 * and c go. Every row is a choice; a press on a node opens its step as well.
 */
import { useMemo, useRef, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react'
import { flowOf } from '../../describe/flows.ts'
import { networkMap } from '../../i18n/networkMap.ts'
import { actions, placeOf, useMoment, useRun, useTheme, useView, useWords } from '../../store/index.ts'
import { scaleOf, tableOf } from '../../ui/colour.ts'
import { endOf, type TimeScale } from '../../ui/timeScale.ts'
import { Connections } from './Connections.tsx'
import { mapGeometry, partAt, ROW } from './mapGeometry.ts'
import { MapRowView } from './MapRowView.tsx'
import './network.css'

const KEYS = 'network-keys'

interface Props {
  readonly scale: TimeScale
  readonly gutter: number
}

/** Below this gutter there is no room for words. */
const NARROW = 60

export const NetworkMap = ({ scale, gutter }: Props): ReactElement | null => {
  const words = useWords(networkMap)
  const run = useRun()
  const theme = useTheme()
  const { t } = useMoment()
  const reveal = useView((view) => view.reveal)
  const group = useRef<HTMLDivElement>(null)
  const network = run?.network ?? null
  const geometry = useMemo(() => (network ? mapGeometry(network) : null), [network])
  const colour = useMemo(() => scaleOf(tableOf('hidden', theme)), [theme])
  if (!run || !network || !geometry) return null
  const { height, rows } = geometry
  const isNarrow = gutter < NARROW
  const width = endOf(scale)

  const nameOf = (part: number): string => {
    const { layer, direction } = placeOf(network, part)
    const isAlone = network.spec.layers[layer]?.direction === 'forward'
    return words.row(layer + 1, isAlone ? null : direction)
  }
  const described = (part: number): string => {
    const { program } = network.parts[part]!
    const { onward, by, above, below } = flowOf(network, part)
    return [
      nameOf(part),
      words.size(program.cell.name, program.H),
      words.reads(below === null ? words.input : words.hOf(below + 1)),
      onward.length > 0
        ? words.onward(onward.join(words.and), by === 1 ? 't + 1' : 't − 1')
        : words.nothingOnward,
      words.up(above === null ? words.output : words.layer(above + 1)),
    ].join('; ')
  }
  const choose = (part: number): void => actions.setPart(placeOf(network, part))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    event.stopPropagation()
    const next = Math.min(network.parts.length - 1, Math.max(0, run.part + by))
    choose(next)
    group.current?.querySelector<HTMLElement>(`[data-part="${next}"]`)?.focus()
  }
  const onClick = (event: MouseEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const part = partAt(geometry, event.clientY - box.top)
    const at = scale.stepAt(event.clientX - box.left)
    if (part === null || event.clientX - box.left < scale.left(scale.first)) return
    choose(part)
    if (at !== t) actions.select({ t: at })
  }

  return (
    <section className="network" style={{ height }} aria-label={words.title}>
      <p className="visually-hidden" id={KEYS}>
        {words.keys}
      </p>
      {/* What a press does here, the rows' buttons and the keys that move the step do as well. */}
      <svg className="network-picture" width={width} height={height} aria-hidden="true" onClick={onClick}>
        <Connections network={network} geometry={geometry} scale={scale} t={t} hasWords={!isNarrow} />
        {rows.map((row) => (
          <MapRowView
            key={row.part}
            row={row}
            run={run}
            scale={scale}
            t={t}
            reveal={reveal}
            colour={colour}
            hasWords={!isNarrow}
          />
        ))}
      </svg>
      <div
        ref={group}
        role="radiogroup"
        tabIndex={-1}
        aria-label={words.title}
        aria-describedby={KEYS}
        onKeyDown={onKeyDown}
      >
        {rows.map(({ part, top }) => {
          const { layer, direction } = placeOf(network, part)
          const arrow = direction === 'reverse' ? '←' : '→'
          const isShown = part === run.part
          return (
            <button
              key={part}
              type="button"
              role="radio"
              aria-checked={isShown}
              aria-label={described(part)}
              title={described(part)}
              tabIndex={isShown ? 0 : -1}
              className="network-choice"
              style={{ top, height: ROW, width: gutter - (isNarrow ? 2 : 8) }}
              data-part={part}
              onClick={() => choose(part)}
            >
              {isNarrow ? `${layer + 1}${arrow}` : words.short(layer + 1, arrow)}
            </button>
          )
        })}
      </div>
    </section>
  )
}
