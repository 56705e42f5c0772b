/**
 * One step of backpropagation: the program's instructions in reverse, from ∂ of what the step made to ∂ of
 * what it read. Gradients live in a register file of their own, laid out as the values are. Weights take no
 * part here: what they get follows from these gradients alone (parameterGradients.ts).
 */
import { applyHolds, holdTable, type Hold, type HoldTable } from './interventions.ts'
import { multiplyAdd, packedZeros, paddedTo8 } from './kernel.ts'
import { expectParameters } from './parameters.ts'
import type { Program } from './program.ts'
import { scratchOf } from './scratch.ts'
import { recordedSlots, rowOf, type Trace } from './trace.ts'
import { packedLength, packPeepholes, packTransposed, peepholeZeros, type Peepholes } from './weights.ts'

/** A group's weights as the way back reads them. */
interface GroupBack {
  /** [columns, rows] */
  readonly transposed: number[]
  readonly dZ: number[]
  readonly dInput: number[]
}

/** What it takes to go back through the steps of one trace. */
export interface BackMachine {
  readonly trace: Trace
  /** What the step read and made. */
  readonly registers: number[]
  readonly holds: HoldTable | null
  /** ∂ every register. */
  readonly gradients: number[]
  readonly groups: readonly GroupBack[]
  readonly peepholes: Peepholes
  /** ∂ the carry that leaves the step, [carry · H]. */
  readonly carry: number[]
  /** Slots whose values the way back reads. */
  readonly needed: readonly number[]
}

const backScratch = scratchOf((program) => ({
  registers: packedZeros(program.registers),
  gradients: packedZeros(program.registers),
  carry: packedZeros(program.carry.length * program.H),
  groups: program.groups.map(({ rows, columns }): GroupBack => ({
    transposed: packedZeros(packedLength(columns, rows)),
    dZ: packedZeros(paddedTo8(rows)),
    dInput: packedZeros(columns),
  })),
  peepholes: peepholeZeros(program),
}))

/**
 * The slots whose values the way back through a trace reads.
 * @throws Error when the trace was recorded for display only
 */
export const backwardNeeds = ({ program, planes }: Trace): readonly number[] => {
  const needed = recordedSlots(program, 'backward')
  if (needed.some((slot) => planes[slot]! < 0))
    throw new Error(
      'Expected a trace recorded with "all" or "backward", got one recorded with "display". Run again with recording "backward".',
    )
  return needed
}

/**
 * The machine that goes back through a trace, until another trace of the same program is gone through.
 * @param parameters flat, in the layout of the trace's program.
 * @param unchanged they are the numbers of the last call, so that their packed copies serve again.
 * @throws Error when the trace was recorded for display only, parameters do not fit its program, or a hold is
 *   not valid.
 */
export const backMachineOf = (
  trace: Trace,
  parameters: Float64Array,
  holds: readonly Hold[],
  unchanged = false,
): BackMachine => {
  const { program } = trace
  const scratch = backScratch(program)
  const needed = backwardNeeds(trace)
  if (!unchanged) {
    expectParameters(program.parameters, parameters)
    scratch.groups.forEach(({ transposed }, k) => packTransposed(program, k, parameters, transposed))
    packPeepholes(program, parameters, scratch.peepholes)
  }
  return { trace, holds: holdTable(program, holds), needed, ...scratch }
}

/** Fills the registers with what step t read and made. */
export const loadStep = ({ trace, registers: r, needed }: BackMachine, t: number): void => {
  const { program, T, inputs, values, planes } = trace
  const { I, H, slots } = program
  const row = rowOf(trace, t)
  const before = trace.reversed ? row + 1 : row - 1
  for (let j = 0; j < I; j++) r[j] = inputs[t * I + j]!
  for (const slot of needed) {
    const base = (planes[slot]! * (T + 1) + row) * H
    const { register } = slots[slot]!
    for (let u = 0; u < H; u++) r[register + u] = values[base + u]!
  }
  for (const { slot, register } of program.carry) {
    const base = (planes[slot]! * (T + 1) + before) * H
    for (let u = 0; u < H; u++) r[register + u] = values[base + u]!
  }
}

const backGroup = (program: Program, index: number, back: GroupBack, g: number[]): void => {
  const { rows, columns, inputs, out } = program.groups[index]!
  const { transposed, dZ, dInput } = back
  for (let k = 0; k < rows; k++) dZ[k] = g[out + k]!
  for (let k = 0; k < columns; k++) dInput[k] = 0
  multiplyAdd(transposed, columns, rows, dZ, dInput, 0)
  let column = 0
  for (const { register, size } of inputs) {
    for (let j = 0; j < size; j++) g[register + j]! += dInput[column + j]!
    column += size
  }
}

const backDiagonal = (g: number[], out: number, a: number, p: number[], n: number): void => {
  for (let u = 0; u < n; u++) g[a + u]! += g[out + u]! * p[u]!
}

/**
 * Goes back through the loaded step t. The gradient registers hold ∂L/∂ what leaves the step (its output, its
 * carried slots; all else zero) and get ∂L/∂ every slot, the input x and the carry before.
 */
export const backStep = (back: BackMachine, t: number): void => {
  const { registers: r, gradients: g, groups, peepholes, holds } = back
  const { program } = back.trace
  const { H, code, slots } = program
  for (let k = code.length - 1; k >= 0; k--) {
    const instruction = code[k]!
    if (holds !== null)
      for (const slot of instruction.writes) {
        // A held value does not depend on what would have made it.
        const list = holds[slot]
        if (list) applyHolds(list, t, g, slots[slot]!.register, H, true)
      }
    if (instruction.kind === 'op')
      instruction.op.backward(r, g, instruction.out, instruction.a, instruction.b, H)
    else if (instruction.kind === 'affine')
      backGroup(program, instruction.group, groups[instruction.group]!, g)
    else backDiagonal(g, instruction.out, instruction.a, peepholes.get(instruction.weight)!, H)
  }
}
