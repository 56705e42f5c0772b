/** Parameters: every tensor of a network by name, all in one flat Float64Array. */
import type { ParameterKind } from './cell.ts'
import { firstNotFinite } from './finite.ts'

export interface ParameterSpec {
  /** 'W_f' in a program; 'layers.0.forward.W_f', 'readout.W', 'embedding.E' in a network. */
  readonly name: string
  readonly kind: ParameterKind
  /** The equation it belongs to, or null outside a cell. */
  readonly gate: string | null
  /** Layer and direction in a network, or null outside a layer. */
  readonly layer: number | null
  readonly direction: 'forward' | 'reverse' | null
  /** [rows, columns] or [rows]; row-major. */
  readonly shape: readonly number[]
  /** Place in the flat array, in elements. */
  readonly offset: number
  readonly size: number
}

export type ParameterTemplate = Omit<ParameterSpec, 'offset' | 'size'>

/** Places parameters one after the other. */
export const layOut = (templates: readonly ParameterTemplate[]): readonly ParameterSpec[] => {
  let offset = 0
  return templates.map((template) => {
    const size = template.shape.reduce((product, n) => product * n, 1)
    const spec = { ...template, offset, size }
    offset += size
    return spec
  })
}

/** Elements that these parameters take in the flat array. */
export const parameterCount = (specs: readonly ParameterSpec[]): number =>
  specs.reduce((sum, spec) => sum + spec.size, 0)

/** The spec called `name`. Throws Error listing the names there are. */
export const parameterSpec = (specs: readonly ParameterSpec[], name: string): ParameterSpec => {
  const spec = specs.find((candidate) => candidate.name === name)
  if (!spec)
    throw new Error(
      `No parameter "${name}". Expected one of: ${specs.map((known) => known.name).join(', ')}.`,
    )
  return spec
}

/**
 * The tensor called `name` as a view (never a copy) of the flat array, row-major in the shape of its spec.
 * @param specs parameters of a network or a program
 * @param values flat, in their layout: weights, or gradients
 * @throws Error listing the names there are.
 */
export const parameterView = (
  specs: readonly ParameterSpec[],
  values: Float64Array,
  name: string,
): Float64Array => {
  const { offset, size } = parameterSpec(specs, name)
  return values.subarray(offset, offset + size)
}

/** Throws Error unless there are as many values as these parameters take. */
export const expectParameters = (specs: readonly ParameterSpec[], values: Float64Array): void => {
  const count = parameterCount(specs)
  if (values.length !== count)
    throw new Error(
      `Expected ${count} parameters (${specs[0]?.name} … ${specs.at(-1)?.name}), got ${values.length}. ` +
        'A layer of a network reads its own part of them: partParameters.',
    )
}

/** Throws Error unless there are as many values as these parameters take, all finite. */
export const checkParameters = (specs: readonly ParameterSpec[], values: Float64Array): void => {
  expectParameters(specs, values)
  const bad = firstNotFinite(values)
  if (bad < 0) return
  const spec = specs.find(({ offset, size }) => bad >= offset && bad < offset + size)
  throw new Error(
    `Expected finite weights, got ${values[bad]} in "${spec?.name}", element ${bad - (spec?.offset ?? 0)}.`,
  )
}
