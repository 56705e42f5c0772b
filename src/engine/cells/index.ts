/** The registry: every cell that Gatescope knows. A new cell is one file and one line here. */
import type { Cell } from '../cell.ts'
import { coupledLstm } from './coupledLstm.ts'
import { feedforward } from './feedforward.ts'
import { gru, gruResetBefore } from './gru.ts'
import { lstm } from './lstm.ts'
import { minGru } from './minGru.ts'
import { peepholeLstm } from './peepholeLstm.ts'
import { rnn, rnnRelu } from './rnn.ts'
import { ugrnn } from './ugrnn.ts'

/** All cells, from the layer without memory to variants of the gated ones. */
export const cells: readonly Cell[] = [
  feedforward,
  rnn,
  rnnRelu,
  lstm,
  peepholeLstm,
  coupledLstm,
  gru,
  gruResetBefore,
  ugrnn,
  minGru,
]

/**
 * The cell with this id.
 * @throws Error listing the known ids.
 */
export const cellOf = (id: string): Cell => {
  const cell = cells.find((candidate) => candidate.id === id)
  if (!cell)
    throw new Error(
      `Unknown cell "${id}". Expected one of: ${cells.map((candidate) => candidate.id).join(', ')}.`,
    )
  return cell
}
