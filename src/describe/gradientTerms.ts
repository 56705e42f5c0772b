/**
 * A gradient term by term, read off the equations. ∂L/∂ one unit of a slot is the sum, over everything that
 * reads it, of a local factor times the reader's own gradient: the chain rule, one row a reader. Readers
 * without a name of their own (f ⊙ c₋, tanh c) are passed through, so that a row leads to a value that the
 * page shows.
 */
import type { Slot } from '../engine/index.ts'
import { gradAt, parameterView } from '../engine/index.ts'
import {
  factorOf,
  isHeld,
  isPreActivation,
  layerOf,
  productOf,
  readers,
  slotNamed,
  weightsOf,
  type Factor,
  type GradientSite,
} from './gradientFactors.ts'

/** A weight times a gradient: one of the terms that a row of weights adds up. */
export interface WeightTerm {
  /** Unit of the reader, or index of the output. */
  readonly index: number
  readonly weight: number
  readonly gradient: number
}

export type Link =
  /** factor × ∂L/∂ `to`, of the same unit */
  | {
      readonly kind: 'elementwise'
      readonly to: string
      readonly step: number
      readonly factors: readonly Factor[]
      readonly factor: number
      readonly gradient: number
      readonly product: number
    }
  /**
   * factor × Σ_j weight[j] · ∂L/∂ `to`[j]: through the weights of a sum, of the readout, of a layer above, whose
   * parameter is its number, with an arrow where it has two directions
   */
  | {
      readonly kind: 'weights'
      readonly from: 'cell' | 'readout' | 'above'
      readonly parameter: string
      readonly to: string
      readonly step: number
      readonly factors: readonly Factor[]
      readonly factor: number
      readonly terms: () => readonly WeightTerm[]
      readonly product: number
    }

/** Σ over the reader's units of weight × gradient, and its terms when they are looked at. */
const throughSum = (
  site: GradientSite,
  slot: Slot,
  argument: number,
  unit: number,
  step: number,
  factors: readonly Factor[],
): Link => {
  const layer = layerOf(site)
  const { H } = layer.program
  const parameter = slot.weights[argument]!
  const weights = weightsOf(site, parameter)
  const width = weights.length / H
  const gradients = gradAt(layer, step, slot.name)
  const factor = productOf(factors)
  let sum = 0
  for (let j = 0; j < H; j++) sum += weights[j * width + unit]! * gradients[j]!
  return {
    kind: 'weights',
    from: 'cell',
    parameter,
    to: slot.name,
    step,
    factors,
    factor,
    product: factor * sum,
    terms: () =>
      Array.from(gradients, (gradient, index) => ({
        index,
        weight: weights[index * width + unit]!,
        gradient,
      })),
  }
}

const upwards = (
  site: GradientSite,
  { slot, argument }: { readonly slot: Slot; readonly argument: number },
  unit: number,
  step: number,
  before: readonly Factor[],
): readonly Link[] => {
  if (isHeld(site, slot, unit, step) && slot.op !== 'affine') return []
  if (slot.op === 'affine') return [throughSum(site, slot, argument, unit, step, before)]
  const layer = layerOf(site)
  const { slots } = layer.program
  const own = factorOf(site, slot, argument, unit, step)
  const factors = own ? [own, ...before] : before
  if (slot.named || isPreActivation(slots, slot)) {
    const gradient = gradAt(layer, step, slot.name)[unit] ?? NaN
    const factor = productOf(factors)
    return [
      { kind: 'elementwise', to: slot.name, step, factors, factor, gradient, product: factor * gradient },
    ]
  }
  return readers(slots, slot.index, 'slot').flatMap((next) => upwards(site, next, unit, step, factors))
}

/** Through what step `step` reads of the step before it: the gradient that a carried unit is sent. */
const throughStep = (site: GradientSite, slot: Slot, unit: number, step: number): readonly Link[] =>
  readers(layerOf(site).program.slots, slot.index, 'previous').flatMap((reader) =>
    upwards(site, reader, unit, step, []),
  )

const ARROWS = { forward: '→', reverse: '←' } as const

/** What the readout, or the layer above, sends to a unit of the layer's output at step t. */
const fromAbove = (site: GradientSite, unit: number, t: number): readonly Link[] => {
  const { network, seed } = site
  const { parts, spec, outputs: K, width, parameters } = network.network
  const own = parts[site.part]!
  const before = parts.filter((part, k) => part.layer === own.layer && k < site.part)
  const column = before.reduce((sum, part) => sum + part.program.H, 0) + unit
  if (own.layer < spec.layers.length - 1)
    return parts.flatMap((part, k): readonly Link[] => {
      if (part.layer !== own.layer + 1) return []
      const layer = network.traces[k]!
      const arrow = parts.some((other) => other.layer === part.layer && other !== part)
        ? ARROWS[part.direction]
        : ''
      const product = gradAt(layer, t, 'x')[column] ?? NaN
      const to = part.program.cell.output
      const common = { factors: [], factor: 1, terms: () => [], step: t, to }
      return [{ kind: 'weights', from: 'above', parameter: `${part.layer + 1}${arrow}`, product, ...common }]
    })
  const last = own.direction === 'reverse' ? 0 : network.T - 1
  if (spec.outputs === 'last' && t !== last) return []
  const row = spec.outputs === 'last' ? 0 : t
  const W = spec.readout ? parameterView(parameters, network.parameters, 'readout.W') : null
  const terms = (): readonly WeightTerm[] =>
    Array.from({ length: K }, (_, index) => ({
      index,
      weight: W ? W[index * width + column]! : index === column ? 1 : 0,
      gradient: seed[row * K + index]!,
    }))
  const product = terms().reduce((sum, { weight, gradient }) => sum + weight * gradient, 0)
  if (seed.subarray(row * K, (row + 1) * K).every((d) => d === 0)) return []
  const common = { factors: [], factor: 1, step: t, to: 'y' }
  return [{ kind: 'weights', from: 'readout', parameter: 'readout.W', terms, product, ...common }]
}

export interface GradientSum {
  readonly slot: string
  readonly unit: number
  readonly t: number
  /** The recorded ∂L/∂ slot[unit], which the links add up to unless the unit is held. */
  readonly value: number
  /** Held at a value: nothing that would have made it gets a gradient through it. */
  readonly held: boolean
  readonly links: readonly Link[]
}

/**
 * Where ∂L/∂ unit `unit` of a slot (component of 'x') at step t comes from.
 * @throws Error for a slot that the cell does not have, a step outside the sequence, a site without gradients.
 */
export const comesFrom = (site: GradientSite, name: string, unit: number, t: number): GradientSum => {
  const layer = layerOf(site)
  const { slots, cell } = layer.program
  const next = layer.reversed ? t - 1 : t + 1
  const value = gradAt(layer, t, name)[unit] ?? NaN
  if (name === 'x')
    return {
      slot: name,
      unit,
      t,
      value,
      held: false,
      links: readers(slots, null, 'input').flatMap((reader) => upwards(site, reader, unit, t, [])),
    }
  const slot = slotNamed(layer, name)
  return {
    slot: name,
    unit,
    t,
    value,
    held: isHeld(site, slot, unit, t),
    links: [
      ...(next >= 0 && next < layer.T ? throughStep(site, slot, unit, next) : []),
      ...readers(slots, slot.index, 'slot').flatMap((reader) => upwards(site, reader, unit, t, [])),
      ...(name === cell.output ? fromAbove(site, unit, t) : []),
    ],
  }
}

/**
 * What step t sends back to a carried value of the step before it (∂L/∂ it, as far as step t reads it): [H].
 * For a value that several readers take, `only` names the one that counts.
 */
export const sentBack = (site: GradientSite, name: string, t: number): Float64Array => {
  const layer = layerOf(site)
  const slot = slotNamed(layer, name)
  return Float64Array.from({ length: layer.program.H }, (_, unit) =>
    throughStep(site, slot, unit, t).reduce((sum, { product }) => sum + product, 0),
  )
}

/** What reaches a carried value at step t from the step that reads it: [H], zeros at the end of the sequence. */
export const arrives = (site: GradientSite, name: string, t: number): Float64Array => {
  const layer = layerOf(site)
  const next = layer.reversed ? t - 1 : t + 1
  return next >= 0 && next < layer.T ? sentBack(site, name, next) : new Float64Array(layer.program.H)
}
