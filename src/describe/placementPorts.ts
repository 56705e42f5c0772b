/** The ends outside the pane: the input's token below, the output's bar above. */
import { INPUT, OUTPUT } from './graph.ts'
import { INPUT_PORT, OUTPUT_PORT, ribbonId, type Frame } from './placementFrame.ts'
import type { Pieces } from './placementParts.ts'
import { wire } from './placementPieces.ts'

const port = (id: string, x: number, y: number) => ({ id, x: x - 8, y: y - 16, width: 16, height: 32 })

const inputPort = ({ geometry, inputTop }: Frame): Pieces => {
  const y = geometry.lanes.input
  const x = geometry.inputPort
  if (y === null) return {}
  return {
    ports: [port(INPUT_PORT, x, y)],
    wires: [
      wire({
        id: 'input',
        from: INPUT_PORT,
        to: ribbonId(INPUT),
        points: [
          [x, y - 14],
          [x, inputTop + geometry.inputRibbon],
        ],
        tone: 'input',
        since: INPUT,
        carries: [],
      }),
    ],
  }
}

const outputPort = ({ cell, geometry, plan, wires }: Frame): Pieces => {
  const y = geometry.lanes.output
  const x = geometry.outputPort
  if (y === null || x === null) return {}
  const lane = plan.expose || plan.direct ? geometry.lanes.bus : geometry.lanes.conveyor
  return {
    ports: [port(OUTPUT_PORT, x, y)],
    wires: [
      wire({
        id: 'output',
        from: ribbonId(cell.output),
        to: OUTPUT_PORT,
        points: [
          [x, lane - geometry.ribbon / 2],
          [x, y + 16],
        ],
        tone: 'hidden',
        since: 'y',
        carries: wires(({ to }) => to === OUTPUT),
      }),
    ],
  }
}

export const placePorts = (frame: Frame): readonly Pieces[] => [inputPort(frame), outputPort(frame)]
