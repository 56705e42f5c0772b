/**
 * Where what leaves the open cell goes, at its ports: the carried values to the next step, h also up to the
 * layer above or to the output. The narrow cell has no symbols at its ports, so there the words name them.
 */
import type { ReactElement } from 'react'
import { flowOf, goesUp } from '../../describe/flows.ts'
import type { AnatomyGeometry } from '../../describe/geometry.ts'
import { place } from '../../describe/placement.ts'
import { useMessages, type CellRun } from '../../store/index.ts'
import { ribbonLanes } from './ribbonLanes.ts'

interface Props {
  readonly t: number
  readonly run: CellRun
  readonly geometry: AnatomyGeometry
  readonly isNarrow: boolean
}

interface Port {
  readonly symbol: string
  readonly x: number
  readonly y: number
}

/** From a symbol's middle, or from its far end, to the words beside it; from the wire upward to its words, px. */
const HALF = 20
const WHOLE = 24
const UPWARD = 10
/** The narrow cell: words below a ribbon; those of c beside its wire down, those of the bus below the input's ribbon. */
const BELOW = { conveyor: { inset: 6, drop: 14 }, bus: { inset: -4, drop: 24 } } as const
const DOWN = 18
/** From the middle of the output's bar, or on the narrow cell from its title's line, down to the words, px. */
const UNDER = { wide: 16, narrow: 4 } as const

/** Where the words of each carried value end, in the order of reading. */
const portsOf = (run: CellRun, geometry: AnatomyGeometry, isNarrow: boolean): readonly Port[] => {
  const { onward, by } = flowOf(run.network, run.part)
  const { outputPort, ribbon } = geometry
  if (isNarrow)
    return ribbonLanes(run.cell, geometry).map(({ slot, lane, y }) => ({
      symbol: slot,
      x: (outputPort ?? geometry.width) - by * (BELOW[lane].inset + (slot === run.cell.output ? 0 : DOWN)),
      y: y + ribbon / 2 + BELOW[lane].drop,
    }))
  return place(run.cell, geometry)
    .labels.filter(({ symbol, time }) => time === 't' && onward.includes(symbol))
    .map(({ symbol, x, y, anchor }) => ({ symbol, x: x - by * (anchor === 'middle' ? HALF : WHOLE), y }))
}

export const Ports = ({ t, run, geometry, isNarrow }: Props): ReactElement => {
  const words = useMessages().stage
  const { by, above, onward } = flowOf(run.network, run.part)
  const { outputPort, lanes } = geometry
  const isTurned = by === -1
  const next = isTurned ? words.toBefore : words.toNext
  // A cell without a carry has one way out only, which needs no words, unless it leads to another layer.
  const isUpwardNamed = (above !== null || onward.length > 0) && goesUp(run.network, run.part, t, run.layer.T)
  const isLast = t === (isTurned ? 0 : run.layer.T - 1)
  const className = isTurned ? 'stage-port' : 'stage-port stage-end'
  return (
    <g className="stage-ports">
      {(isLast ? [] : portsOf(run, geometry, isNarrow)).map(({ symbol, x, y }) => (
        <text key={symbol} x={x} y={y} className={className}>
          {isNarrow ? `${symbol} ${next}` : next}
        </text>
      ))}
      {outputPort !== null && lanes.output !== null && isUpwardNamed ? (
        <text
          x={outputPort - by * UPWARD}
          y={lanes.output + UNDER[isNarrow ? 'narrow' : 'wide']}
          className={className}
        >
          {above === null ? words.toOutput : words.toLayer(above + 1)}
        </text>
      ) : null}
    </g>
  )
}
