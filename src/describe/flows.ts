/**
 * Where what a cell gives out goes, by rule from the network: its carried values to the next step of its own
 * direction, h also up, to the layer above or to the readout.
 */
import type { Network } from '../engine/index.ts'

export interface Flow {
  /** What goes on to the next step: c and h for an LSTM, h for a GRU, nothing without a carry. */
  readonly onward: readonly string[]
  /** The step it goes to, counted from t: +1, or −1 in a reversed direction. */
  readonly by: 1 | -1
  /** What goes up. */
  readonly upward: string
  /** The layer above, or null where h goes to the output. */
  readonly above: number | null
  /** The layer below, or null for the first, which reads the input. */
  readonly below: number | null
}

/**
 * The flows of one part of a network.
 * @throws Error for a part that the network does not have
 */
export const flowOf = ({ parts, spec }: Pick<Network, 'parts' | 'spec'>, index: number): Flow => {
  const part = parts[index]
  if (!part) throw new Error(`Expected a part from 0 to ${parts.length - 1} of this network, got ${index}.`)
  const { cell } = part.program
  // The long memory first, as it is drawn: above h.
  const onward = cell.carry.toSorted((a, b) => Number(a === cell.output) - Number(b === cell.output))
  return {
    onward,
    by: part.direction === 'reverse' ? -1 : 1,
    upward: cell.output,
    above: part.layer + 1 < spec.layers.length ? part.layer + 1 : null,
    below: part.layer > 0 ? part.layer - 1 : null,
  }
}

/**
 * True when h of step t of this part is read by the readout or the layer above: with one output only, the
 * readout reads the step that the direction ends with.
 */
export const goesUp = (
  { parts, spec }: Pick<Network, 'parts' | 'spec'>,
  index: number,
  t: number,
  T: number,
): boolean =>
  flowOf({ parts, spec }, index).above !== null ||
  spec.outputs === 'every' ||
  t === (parts[index]?.direction === 'reverse' ? 0 : T - 1)
