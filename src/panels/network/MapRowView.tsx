/** One layer and direction in the map: a node a timestep on the line of its carry, the open one with words. */
import { memo, type ReactElement } from 'react'
import { flowOf } from '../../describe/flows.ts'
import { strandValue } from '../../describe/strands.ts'
import { networkMap } from '../../i18n/networkMap.ts'
import type { Program, Trace } from '../../engine/index.ts'
import { at, useWords, type CellRun } from '../../store/index.ts'
import type { ColourScale } from '../../ui/colour.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import { ROW, type MapRow } from './mapGeometry.ts'

interface Props {
  readonly row: MapRow
  readonly run: CellRun
  readonly scale: TimeScale
  readonly t: number
  readonly reveal: boolean
  readonly colour: ColourScale
  readonly hasWords: boolean
}

/** A closed node's width at most, and half the width of the open one, px. */
const WIDEST = 18
export const OPEN_HALF = 62
const HEIGHT = 12

/** Whether a step of a part is computed: layer by layer, and in the part on screen up to the playhead. */
export const isComputed = (
  { network, part, layer }: Pick<CellRun, 'network' | 'part' | 'layer'>,
  other: number,
  k: number,
  t: number,
): boolean => {
  if (other === part) return layer.reversed ? k >= t : k <= t
  return network.parts[other]!.layer <= network.parts[part]!.layer
}

const closedWidth = (scale: TimeScale): number => Math.min(WIDEST, Math.max(3, scale.w - 5))

/** What a node of the map shows: the strongest value of the layer's output at a step. */
const valueAt = (layer: Trace, program: Program, k: number): number =>
  strandValue(at(layer, k, program.cell.output), { from: 0, to: program.H, unit: null })

/** Steps of value that a node's colour tells apart; finer ones cannot be seen at this size. */
const SHADES = 5

interface Nodes {
  /** null: not computed yet. */
  readonly fill: string | null
  readonly d: string
}

/** All nodes but the open one, one path a colour: a network of many parts stays a small document. */
const closedNodes = (
  { part, top }: MapRow,
  run: CellRun,
  scale: TimeScale,
  t: number,
  reveal: boolean,
  colour: ColourScale,
): readonly Nodes[] => {
  const layer = run.trace.traces[part]!
  const { program } = run.network.parts[part]!
  const width = closedWidth(scale)
  const y = top + (ROW - HEIGHT) / 2
  const paths = new Map<string | null, string>()
  for (let k = scale.first; k <= scale.last; k++) {
    if (k === t) continue
    const shade = Math.round(valueAt(layer, program, k) * SHADES) / SHADES
    const fill = reveal || isComputed(run, part, k, t) ? colour(shade) : null
    const box = `M${scale.middle(k) - width / 2} ${y}h${width}v${HEIGHT}h${-width}z`
    paths.set(fill, (paths.get(fill) ?? '') + box)
  }
  return Array.from(paths, ([fill, d]) => ({ fill, d }))
}

const MapRowInner = ({ row, run, scale, t, reveal, colour, hasWords }: Props): ReactElement => {
  const words = useWords(networkMap)
  const { network, trace } = run
  const { part, top } = row
  const { program, direction } = network.parts[part]!
  const layer = trace.traces[part]!
  const middle = top + ROW / 2
  const isShown = part === run.part
  const reversed = direction === 'reverse'
  const { onward, by } = flowOf(network, part)
  const start = scale.left(scale.first)
  const end = scale.left(scale.last) + scale.width(scale.last)
  const tip = reversed ? start + 3 : end - 3
  const closed = closedNodes(row, run, scale, t, reveal, colour)
  const isOpenWide = scale.open !== null && hasWords
  const openWidth = isOpenWide ? 2 * OPEN_HALF : closedWidth(scale)
  const isKnownAt = (k: number): boolean => reveal || isComputed(run, part, k, t)
  const openFill = isOpenWide || !isKnownAt(t) ? null : colour(valueAt(layer, program, t))
  const onwardText =
    onward.length > 0
      ? words.onward(onward.join(words.and), by === 1 ? 't + 1' : 't − 1')
      : words.nothingOnward
  return (
    <g className={isShown ? 'network-row network-shown' : 'network-row'}>
      <rect x={start} y={top} width={end - start} height={ROW} className="network-ground" />
      {onward.length > 0 ? (
        <path
          d={`M${start + 3} ${middle}H${end - 3}M${tip + by * -5} ${middle - 4}L${tip} ${middle}l${by * -5} 4`}
          className="network-line"
        />
      ) : null}
      {closed.map(({ fill, d }) => (
        <path
          key={fill ?? 'ahead'}
          d={d}
          style={fill === null ? undefined : { fill }}
          className={fill === null ? 'network-node network-ahead' : 'network-node'}
        />
      ))}
      <rect
        // One that loses its fill is another element: it would keep an empty `style`.
        key={openFill === null ? 'plain' : 'filled'}
        x={scale.middle(t) - openWidth / 2}
        y={middle - (isOpenWide ? 9 : HEIGHT / 2)}
        width={openWidth}
        height={isOpenWide ? 18 : HEIGHT}
        rx={isOpenWide ? 5 : 3}
        style={openFill === null ? undefined : { fill: openFill }}
        className="network-node network-open"
      />
      {isOpenWide ? (
        <>
          <text x={scale.middle(t)} y={middle + 4} className="network-text network-cell">
            {words.size(program.cell.name, program.H)}
          </text>
          <text
            x={scale.middle(t) + by * (OPEN_HALF + 12)}
            y={middle + 3.5}
            className={reversed ? 'network-text network-end' : 'network-text network-onward'}
          >
            {reversed ? `← ${onwardText}` : `${onwardText} →`}
          </text>
        </>
      ) : null}
    </g>
  )
}

export const MapRowView = memo(MapRowInner)
