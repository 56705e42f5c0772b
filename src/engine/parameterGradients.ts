/**
 * ∂L/∂ parameters of one layer, gathered step by step on the way back. A weight's gradient is the sum over
 * steps of (∂L/∂ its row's result) · (its input); eight steps are collected and then added at once, because
 * so the forward kernel serves here too: eight multiply–adds share one load and store of the sum.
 */
import { multiplyAdd, packedZeros } from './kernel.ts'
import { parameterView } from './parameters.ts'
import type { Program } from './program.ts'
import { scratchOf } from './scratch.ts'
import { addGroupGradient } from './weights.ts'

const BLOCK = 8

interface GroupSum {
  /** ∂L/∂ weights, [columns][rows]. */
  readonly dW: number[]
  /** ∂L/∂ biases, [rows]. */
  readonly db: number[]
  /** ∂L/∂ results of the steps collected, [rows][8]. */
  readonly dZ: number[]
  /** Inputs of the same steps, [columns][8]. */
  readonly inputs: number[]
}

export interface ParameterSums {
  readonly program: Program
  readonly groups: readonly GroupSum[]
  /** ∂L/∂ peepholes: views of the flat gradient, which they are added to at once. */
  readonly peepholes: ReadonlyMap<string, Float64Array>
  readonly gradient: Float64Array
  /** Steps collected since the last sum, 0 … 7. */
  collected: number
}

const sumScratch = scratchOf((program) =>
  program.groups.map(({ rows, columns }): GroupSum => ({
    dW: packedZeros(rows * columns),
    db: packedZeros(rows),
    dZ: packedZeros(rows * BLOCK),
    inputs: packedZeros(columns * BLOCK),
  })),
)

const zeroed = (groups: readonly GroupSum[]): readonly GroupSum[] => {
  for (const { dW, db } of groups) {
    for (let k = 0; k < dW.length; k++) dW[k] = 0
    for (let k = 0; k < db.length; k++) db[k] = 0
  }
  return groups
}

/** Starts sums that `finishSums` adds to `gradient` (flat, the program's layout). */
export const startSums = (program: Program, gradient: Float64Array): ParameterSums => ({
  program,
  groups: zeroed(sumScratch(program)),
  peepholes: new Map(
    program.parameters
      .filter((spec) => spec.kind === 'peephole')
      .map((spec) => [spec.name, parameterView(program.parameters, gradient, spec.name)]),
  ),
  gradient,
  collected: 0,
})

const collectGroup = (
  program: Program,
  index: number,
  sum: GroupSum,
  place: number,
  r: number[],
  g: number[],
): void => {
  const { rows, inputs, out } = program.groups[index]!
  for (let k = 0; k < rows; k++) {
    const d = g[out + k]!
    sum.dZ[k * BLOCK + place] = d
    sum.db[k]! += d
  }
  let column = place
  for (const { register, size } of inputs)
    for (let j = 0; j < size; j++, column += BLOCK) sum.inputs[column] = r[register + j]!
}

const addBlock = (sum: GroupSum, rows: number, columns: number): void => {
  for (let k = 0; k < columns; k++) multiplyAdd(sum.dZ, rows, BLOCK, sum.inputs, sum.dW, k * rows, k * BLOCK)
}

/** Takes in one step, whose values and gradients stand in the registers `r` and `g`. */
export const collectStep = (sums: ParameterSums, r: number[], g: number[]): void => {
  const { program, groups } = sums
  groups.forEach((sum, k) => collectGroup(program, k, sum, sums.collected, r, g))
  for (const instruction of program.code) {
    if (instruction.kind !== 'diagonal') continue
    const dp = sums.peepholes.get(instruction.weight)!
    const { out, a } = instruction
    for (let u = 0; u < program.H; u++) dp[u]! += g[out + u]! * r[a + u]!
  }
  sums.collected++
  if (sums.collected < BLOCK) return
  groups.forEach((sum, k) => addBlock(sum, program.groups[k]!.rows, program.groups[k]!.columns))
  sums.collected = 0
}

/** Adds all that was collected to the flat gradient. */
export const finishSums = (sums: ParameterSums): void => {
  const { program, groups, gradient } = sums
  groups.forEach((sum, k) => {
    const { rows, columns } = program.groups[k]!
    if (sums.collected > 0) {
      // Places of the last, unfilled block still hold steps that were added before, or an overflow of long ago.
      for (const places of [sum.dZ, sum.inputs])
        for (let p = 0; p < places.length; p++) if (p % BLOCK >= sums.collected) places[p] = 0
      addBlock(sum, rows, columns)
    }
    addGroupGradient(program, k, sum.dW, sum.db, gradient)
  })
}
