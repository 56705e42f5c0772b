/**
 * A gradient measured instead of derived: the network is run again with one number moved a little to each
 * side, and the change of the objective is divided by the move. Central differences at two distances,
 * extrapolated (Richardson), so that what is left of the curvature is of the fourth order.
 */
import { at, run, type NetworkTrace } from '../engine/index.ts'
import { objectiveValue, type Objective } from './objective.ts'

export interface Probe {
  /** The network as it was run, holds and initial carry included. */
  readonly network: NetworkTrace
  readonly part: number
  readonly objective: Objective
  /** A slot, or 'x' of a network that reads vectors. */
  readonly slot: string
  readonly unit: number
  readonly t: number
}

export interface Check {
  /** The gradient that is checked, and what was measured. */
  readonly shown: number
  readonly measured: number
  /** How far the number was moved to each side; also by half of it. */
  readonly step: number
  /** |shown − measured| / the larger of the two; 0 when they are the same number. */
  readonly error: number
  /** What rounding of the objective alone may make of a difference. */
  readonly floor: number
  /** 'unresolved': both are so small that rounding hides them. */
  readonly verdict: 'agrees' | 'differs' | 'unresolved'
}

/** Of the number's own size, and at least this. */
const STEP = 1e-3

/** The largest relative error that counts as agreement. */
export const AGREEMENT = 1e-6

/** Rounding of one run's objective, relative: its last bits, and those of the sums behind it. */
const ROUNDING = 16 * Number.EPSILON

/** The size that an objective is rounded at: a cross-entropy near 0 is a difference of numbers near 1. */
const sizeOf = (objective: Objective, value: number): number =>
  Math.abs(value) +
  (objective.kind === 'loss' && objective.loss !== 'squared-error' ? 1 / objective.divisor : 0)

/** Whether the probe can be moved: a symbol is no number that could change a little. */
export const canProbe = ({ network, part, slot }: Pick<Probe, 'network' | 'part' | 'slot'>): boolean =>
  slot !== 'x' || (part === 0 && network.symbols === null)

const objectiveAt = ({ network, part, objective, slot, unit, t }: Probe, value: number): number => {
  const own = network.network.parts[part]!
  const { holds = [], initial } = network.options
  const start = initial ? { initial } : {}
  if (slot === 'x') {
    const moved = network.inputs.slice()
    moved[t * network.network.I + unit] = value
    return objectiveValue(objective, run(network.network, network.parameters, moved, { holds, ...start }))
  }
  const hold = { slot, unit, from: t, to: t, value, layer: own.layer, direction: own.direction }
  return objectiveValue(
    objective,
    run(network.network, network.parameters, network.symbols ?? network.inputs, {
      ...start,
      holds: [...holds, hold],
    }),
  )
}

/**
 * Measures ∂ objective / ∂ one number of a run and compares `shown` with it. Four runs of the network.
 * @throws Error for a slot, unit or step that the network does not have, or an x of symbols.
 */
export const checkGradient = (probe: Probe, shown: number): Check => {
  const { network, part, slot, unit, t } = probe
  if (!canProbe(probe))
    throw new Error(
      'Expected a network that reads vectors to move x, got symbols. Choose a slot of the cell.',
    )
  const value = at(network.traces[part]!, t, slot)[unit]
  if (value === undefined) throw new Error(`Expected a unit of "${slot}", got ${unit}.`)
  const step = STEP * Math.max(1, Math.abs(value))
  const central = (by: number): number =>
    (objectiveAt(probe, value + by) - objectiveAt(probe, value - by)) / (2 * by)
  const measured = (4 * central(step / 2) - central(step)) / 3
  const floor = (ROUNDING * sizeOf(probe.objective, objectiveValue(probe.objective, network))) / step
  const size = Math.max(Math.abs(shown), Math.abs(measured))
  const apart = Math.abs(shown - measured)
  const error = apart === 0 ? 0 : apart / size
  const verdict =
    apart === 0 || error <= AGREEMENT
      ? 'agrees'
      : !(apart <= floor)
        ? 'differs'
        : size <= floor * 10
          ? 'unresolved'
          : 'agrees'
  return { shown, measured, step, error, floor, verdict }
}
