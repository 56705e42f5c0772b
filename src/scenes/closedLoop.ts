/**
 * Closing the loop: after a known sequence a network reads its own outputs as its next inputs, so that
 * it goes on alone. Errors add up; a forecast far ahead is worth less than one of the next step.
 */
import { at, run, type Carries, type Network, type NetworkTrace } from '../engine/index.ts'

const expectLoop = (network: Network, steps: number): void => {
  const { input, layers } = network.spec
  const fail = (expected: string, got: string, todo: string): never => {
    throw new Error(`Closed loop: expected ${expected}, got ${got}. ${todo}`)
  }
  if (input.kind !== 'vector') fail('vector inputs', input.kind, 'Numbers can be fed back, symbols cannot.')
  if (network.outputs !== network.I)
    fail(`${network.I} outputs, as many as inputs`, `${network.outputs}`, 'Use a readout as wide as x.')
  if (layers.some(({ direction }) => direction !== 'forward'))
    fail('forward layers', 'a layer that reads the future', 'A reversed layer cannot forecast.')
  if (!Number.isInteger(steps) || steps < 1) fail('at least 1 step', `${steps}`, 'Ask for a whole number.')
}

/** The carry that each part ends with: where the next step begins. */
const endOf = (trace: NetworkTrace): Carries =>
  trace.traces.map((part) =>
    Object.fromEntries(part.program.cell.carry.map((name) => [name, at(part, part.T - 1, name)])),
  )

/**
 * Outputs of the next `steps` steps, [steps][outputs]: row 0 is what the network says after the last
 * row of `sequence`, row k + 1 what it says after reading row k as its input.
 * @param sequence the known rows, [T][I]; T ≥ 1
 * @throws Error for symbols as inputs, outputs not as wide as inputs, reversed layers, no steps; and as `run`
 */
export const closedLoop = (
  network: Network,
  parameters: Float64Array,
  sequence: readonly (readonly number[])[],
  steps: number,
): Float64Array => {
  expectLoop(network, steps)
  const { outputs: width } = network
  const said = new Float64Array(steps * width)
  let trace = run(network, parameters, sequence, { recording: 'display' })
  for (let k = 0; ; k++) {
    const row = trace.outputs.slice(-width)
    said.set(row, k * width)
    if (k === steps - 1) return said
    trace = run(network, parameters, [Array.from(row)], { recording: 'display', initial: endOf(trace) })
  }
}
