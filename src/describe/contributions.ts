/**
 * Where a number comes from: what one unit of a slot is made of at one step, term by term. The parts,
 * put together as the operation does, are the recorded value.
 */
import type { NetworkTrace, OpName, Operand, ParameterKind, Slot, Trace } from '../engine/index.ts'
import { at, carryInto, parameterView, partParameters } from '../engine/index.ts'

/** What is looked at: one layer and direction of a network that has been run. */
export interface Site {
  readonly network: NetworkTrace
  /** Index in network.traces, 0 for the only layer. */
  readonly part: number
}

/** One number times one weight. */
export interface Product {
  /** What the number is: a component of x, or unit `index` of a slot, now or at the previous step. */
  readonly of: Operand
  readonly index: number
  readonly value: number
  /** The parameter, e.g. 'W_f', and its element for this unit. */
  readonly parameter: string
  readonly kind: ParameterKind
  readonly weight: number
  readonly product: number
}

export interface Bias {
  readonly name: string
  readonly value: number
}

export interface Argument {
  readonly of: Operand
  readonly value: number
}

export interface Contributions {
  readonly slot: string
  readonly op: OpName
  /** The recorded value. */
  readonly value: number
  /** Of an affine or diagonal operation. */
  readonly products: readonly Product[]
  readonly biases: readonly Bias[]
  /** Of any other operation: its arguments' values, in order. */
  readonly arguments: readonly Argument[]
}

const layerOf = ({ network, part }: Site): Trace => {
  const layer = network.traces[part]
  if (!layer)
    throw new Error(`Expected a part from 0 to ${network.traces.length - 1} of this network, got ${part}.`)
  return layer
}

const need = (value: number | undefined, what: string): number => {
  if (value === undefined) throw new Error(`Expected a number for ${what}, found none there.`)
  return value
}

/** The vector that an operand stands for at step t. */
export const operandValues = (layer: Trace, t: number, operand: Operand): ArrayLike<number> => {
  if (operand.from === 'input') return at(layer, t, 'x')
  const name = layer.program.slots[operand.slot]?.name ?? ''
  return operand.from === 'slot' ? at(layer, t, name) : carryInto(layer, t, name)
}

const productsOf = (site: Site, layer: Trace, slot: Slot, unit: number, t: number): Product[] => {
  const part = site.network.network.parts[site.part]
  const parameters = part ? partParameters(part, site.network.parameters) : new Float64Array()
  const { H, parameters: specs } = layer.program
  return slot.args.flatMap((of, k) => {
    const parameter = slot.weights[k] ?? ''
    const kind = specs.find((spec) => spec.name === parameter)?.kind ?? 'input'
    const weights = parameterView(specs, parameters, parameter)
    const values = operandValues(layer, t, of)
    const product = (index: number, element: number): Product => {
      const value = need(values[index], `component ${index} of step ${t}`)
      const weight = need(weights[element], `element ${element} of ${parameter}`)
      return { of, index, value, parameter, kind, weight, product: value * weight }
    }
    // A peephole is a diagonal: a unit looks at itself alone.
    if (slot.op === 'diagonal') return [product(unit, unit)]
    const width = weights.length / H
    return Array.from({ length: width }, (_, j) => product(j, unit * width + j))
  })
}

/**
 * What unit `unit` of a slot is made of at step t (0 … T − 1).
 * @throws Error for a slot that the cell does not have, a unit outside 0 … H − 1, a step outside the
 *   sequence, a trace that did not record the slot.
 */
export const contributions = (site: Site, name: string, unit: number, t: number): Contributions => {
  const layer = layerOf(site)
  const { slots, H, parameters: specs } = layer.program
  const value = at(layer, t, name)[unit]
  if (value === undefined) throw new Error(`Expected a unit from 0 to ${H - 1}, got ${unit}.`)
  const slot = slots.find((candidate) => candidate.name === name)
  if (!slot) throw new Error(`Expected a slot of cell "${layer.program.cell.id}", got "${name}".`)
  const weighted = slot.op === 'affine' || slot.op === 'diagonal'
  const part = site.network.network.parts[site.part]
  return {
    slot: name,
    op: slot.op,
    value,
    products: weighted ? productsOf(site, layer, slot, unit, t) : [],
    biases: slot.biases.map((bias) => ({
      name: bias,
      value: need(
        part && parameterView(specs, partParameters(part, site.network.parameters), bias)[unit],
        bias,
      ),
    })),
    arguments: weighted
      ? []
      : slot.args.map((of) => ({
          of,
          value: need(operandValues(layer, t, of)[unit], `unit ${unit} of step ${t}`),
        })),
  }
}

/** Σ products, Σ biases. */
export const sumOf = ({ products, biases }: Contributions): { products: number; biases: number } => ({
  products: products.reduce((sum, { product }) => sum + product, 0),
  biases: biases.reduce((sum, { value }) => sum + value, 0),
})

/** What output `output` of the readout is made of, before its activation, at a row of the output. */
export const readoutContributions = (network: NetworkTrace, output: number, row: number): Contributions => {
  const { width, outputs, parameters: specs } = network.network
  const logit = network.logits[row * outputs + output]
  if (logit === undefined)
    throw new Error(
      `Expected output 0 to ${outputs - 1} of row 0 to ${network.rows - 1}, got ${output} of ${row}.`,
    )
  const states = network.states.subarray(row * width, (row + 1) * width)
  if (!network.network.spec.readout)
    return { slot: 'y', op: 'affine', value: logit, products: [], biases: [], arguments: [] }
  const W = parameterView(specs, network.parameters, 'readout.W')
  const b = parameterView(specs, network.parameters, 'readout.b')
  const last = network.traces.at(-1)?.program.output ?? 0
  return {
    slot: 'y',
    op: 'affine',
    value: logit,
    products: Array.from(states, (value, index) => {
      const weight = need(W[output * width + index], 'readout.W')
      const of: Operand = { from: 'slot', slot: last }
      return { of, index, value, parameter: 'readout.W', kind: 'readout', weight, product: value * weight }
    }),
    biases: [{ name: 'readout.b', value: need(b[output], 'readout.b') }],
    arguments: [],
  }
}
