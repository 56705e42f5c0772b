/** What goes up in the map: x into the first layer, h from layer to layer, h of the last to the output. */
import type { ReactElement } from 'react'
import { goesUp } from '../../describe/flows.ts'
import type { Network } from '../../engine/index.ts'
import { networkMap } from '../../i18n/networkMap.ts'
import { useWords } from '../../store/index.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import { BETWEEN, type NetworkMapGeometry } from './mapGeometry.ts'

interface Props {
  readonly network: Network
  readonly geometry: NetworkMapGeometry
  readonly scale: TimeScale
  readonly t: number
  readonly hasWords: boolean
}

/** An arrow from y `from` up to y `to`. */
const arrow = (x: number, from: number, to: number): string =>
  `M${x} ${from}V${to + 1}M${x - 3.5} ${to + 5}L${x} ${to + 1}l3.5 4`

export const Connections = ({ network, geometry, scale, t, hasWords }: Props): ReactElement => {
  const words = useWords(networkMap)
  const { blocks } = geometry
  const { spec, parts } = network
  const top = blocks.at(-1)!
  const steps = Array.from({ length: scale.last - scale.first + 1 }, (_, k) => scale.first + k)
  /** The gaps from the bottom up: below the first layer, between layers, above the last. */
  const gaps = [
    ...blocks.map(({ layer, bottom }) => ({
      from: bottom + BETWEEN,
      to: bottom,
      steps,
      said: layer === 0 ? 'x' : words.up(words.layer(layer + 1)),
    })),
    {
      from: top.top,
      to: top.top - BETWEEN,
      steps: steps.filter((k) =>
        parts.some((part, index) => part.layer === top.layer && goesUp(network, index, k, scale.T)),
      ),
      said:
        spec.outputs === 'every'
          ? words.up(words.output)
          : spec.layers.at(-1)!.direction === 'bidirectional'
            ? words.upEnds
            : words.upEnd,
    },
  ]
  return (
    <g className="network-up">
      {gaps.map(({ from, to, steps: own, said }) => (
        <g key={to}>
          <path
            d={own
              .filter((k) => k !== t)
              .map((k) => `M${scale.middle(k)} ${from}V${to}`)
              .join('')}
            className="network-riser"
          />
          {own.includes(t) ? <path d={arrow(scale.middle(t), from, to)} className="network-arrow" /> : null}
          {hasWords && scale.open !== null ? (
            <text x={scale.middle(t) + 12} y={(from + to) / 2 + 3.5} className="network-text network-onward">
              {said}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  )
}
