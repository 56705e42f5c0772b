/**
 * W, shared: one set of weights on a rail through all copies of the cell. Folded, the rail is as long as
 * the one cell that is left. Whoever points at it or focuses it sees every place that it is used in.
 */
import type { ReactElement } from 'react'
import { mix } from '../../ui/timeScale.ts'
import { useMessages } from '../../store/index.ts'
import { NAME_X } from './Gutter.tsx'
import { LETTER } from './fitting.ts'
import { Part } from './movement.ts'

interface Props {
  /** Height of the rail, in the open cell's coordinates. */
  readonly rail: number
  readonly T: number
  readonly parameters: number
}

/** Between the rail's name and the pane of the folded cell. */
const GAP = 12

export const Shared = ({ rail, T, parameters }: Props): ReactElement => {
  const words = useMessages().stage
  return (
    <g className="stage-shared" role="img" tabIndex={0} aria-label={words.sharedName(parameters, T)}>
      <Part
        as="path"
        className="stage-rail"
        at={({ shape, frame }) => {
          const { gathered, box, pane } = frame
          const y = rail + pane.y
          const from = mix(shape.axis[0], box.x, gathered)
          const to = mix(shape.axis[1], box.x + box.width, gathered)
          return { d: `M${from} ${y}H${to}` }
        }}
      />
      <Part
        as="path"
        className="stage-rail-hit"
        at={({ shape, frame }) => {
          const y = rail + frame.pane.y
          return { d: `M${mix(shape.axis[0], frame.box.x, frame.gathered)} ${y}H${frame.box.x}` }
        }}
      />
      <Part
        as="text"
        className="stage-label stage-weights"
        at={({ frame }) => ({
          x: mix(NAME_X, frame.pane.x - GAP - words.shared.length * LETTER, frame.gathered),
          y: rail + frame.pane.y + 4,
        })}
      >
        {words.shared}
      </Part>
    </g>
  )
}
