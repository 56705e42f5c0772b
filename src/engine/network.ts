/** A network: input, stacked recurrent layers in one or both directions, and a readout. */
import type { BiasStyle } from './cell.ts'
import { cellOf } from './cells/index.ts'
import { expectOneOf } from './choice.ts'
import { layOut, parameterCount, type ParameterSpec, type ParameterTemplate } from './parameters.ts'
import { compile, type Program } from './program.ts'

export type InputSpec =
  /** T vectors of `size` numbers. */
  | { readonly kind: 'vector'; readonly size: number }
  /** T symbol indices, each 1 at its own place. */
  | { readonly kind: 'one-hot'; readonly symbols: number }
  /** T symbol indices, each a learned vector of `size` numbers. */
  | { readonly kind: 'embedding'; readonly symbols: number; readonly size: number }

export type Direction = 'forward' | 'reverse'

export interface LayerSpec {
  /** Id of a cell in the registry. */
  readonly cell: string
  /** Hidden size H of one direction. */
  readonly size: number
  readonly direction: Direction | 'bidirectional'
}

export interface ReadoutSpec {
  readonly size: number
  readonly activation: 'identity' | 'sigmoid' | 'softmax'
}

export interface NetworkSpec {
  readonly input: InputSpec
  readonly layers: readonly LayerSpec[]
  /** Linear readout of the last layer's h; null leaves h itself as the output. */
  readonly readout: ReadoutSpec | null
  /** 'every': an output a step (many to many). 'last': one output of the final states (many to one). */
  readonly outputs: 'every' | 'last'
  /** 'single' unless told; 'per-input' trains as PyTorch's two bias vectors do. */
  readonly bias?: BiasStyle
}

/** One direction of one layer: its program and where its parameters start in the flat array. */
export interface Part {
  readonly layer: number
  readonly direction: Direction
  readonly program: Program
  readonly offset: number
}

export interface Network {
  readonly spec: NetworkSpec
  /** Width of the vectors that the first layer reads. */
  readonly I: number
  readonly parts: readonly Part[]
  /** Width of the last layer's output: directions · H. */
  readonly width: number
  /** Width of an output: the readout's size, or `width` without a readout. */
  readonly outputs: number
  readonly parameters: readonly ParameterSpec[]
  readonly parameterCount: number
}

const need = (ok: boolean, message: string): void => {
  if (!ok) throw new Error(message)
}

const expectChoices = ({ input, layers, readout, outputs, bias }: NetworkSpec): void => {
  expectOneOf('the kind of input', ['vector', 'one-hot', 'embedding'], input.kind)
  for (const { direction } of layers)
    expectOneOf('the direction of a layer', ['forward', 'reverse', 'bidirectional'], direction)
  if (readout)
    expectOneOf('the activation of the readout', ['identity', 'sigmoid', 'softmax'], readout.activation)
  expectOneOf('outputs', ['every', 'last'], outputs)
  if (bias !== undefined) expectOneOf('bias', ['single', 'per-input'], bias)
}

const directionsOf = (layer: LayerSpec): readonly Direction[] =>
  layer.direction === 'bidirectional' ? ['forward', 'reverse'] : [layer.direction]

const whole = (what: string, n: number): void =>
  need(Number.isInteger(n) && n >= 1, `Expected ${what} to be a whole number of at least 1, got ${n}.`)

/**
 * Builds a network from its description.
 * @throws Error for an unknown cell or choice, a size that is not a whole number of at least 1, no layers.
 */
export const buildNetwork = (spec: NetworkSpec): Network => {
  need(spec.layers.length > 0, 'Expected at least one layer, got none. Add one to `layers`.')
  expectChoices(spec)
  const { input, readout } = spec
  whole(
    input.kind === 'vector' ? 'the input size' : 'the number of symbols',
    input.kind === 'vector' ? input.size : input.symbols,
  )
  if (input.kind === 'embedding') whole('the embedding size', input.size)
  const I = input.kind === 'one-hot' ? input.symbols : input.size

  const templates: ParameterTemplate[] = []
  const outside = { gate: null, layer: null, direction: null }
  if (input.kind === 'embedding')
    templates.push({ ...outside, name: 'embedding.E', kind: 'embedding', shape: [input.symbols, I] })
  const parts: Part[] = []
  let width = I
  let offset = input.kind === 'embedding' ? input.symbols * I : 0
  spec.layers.forEach((layer, index) => {
    const directions = directionsOf(layer)
    for (const direction of directions) {
      const program = compile(cellOf(layer.cell), width, layer.size, spec.bias ?? 'single')
      parts.push({ layer: index, direction, program, offset })
      for (const parameter of program.parameters)
        templates.push({
          ...parameter,
          name: `layers.${index}.${direction}.${parameter.name}`,
          layer: index,
          direction,
        })
      offset += parameterCount(program.parameters)
    }
    width = directions.length * layer.size
  })
  if (readout) {
    whole('the readout size', readout.size)
    templates.push(
      { ...outside, name: 'readout.W', kind: 'readout', shape: [readout.size, width] },
      { ...outside, name: 'readout.b', kind: 'readout-bias', shape: [readout.size] },
    )
  }
  const parameters = layOut(templates)
  return {
    spec,
    I,
    parts,
    width,
    outputs: readout?.size ?? width,
    parameters,
    parameterCount: parameterCount(parameters),
  }
}

/** The stretch of a network's flat array that one part's program reads: a view in the program's layout. */
export const partParameters = (part: Part, values: Float64Array): Float64Array =>
  values.subarray(part.offset, part.offset + parameterCount(part.program.parameters))
