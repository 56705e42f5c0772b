/** A named array of numbers, as files of weights hold them. */
export interface Tensor {
  readonly name: string
  /** Row-major. [] is a single number. */
  readonly shape: readonly number[]
  readonly values: Float64Array
}

/** Numbers in an array of this shape. */
export const elements = (shape: readonly number[]): number => shape.reduce((n, side) => n * side, 1)

export const shapeText = (shape: readonly number[]): string => `[${shape.join(', ')}]`
