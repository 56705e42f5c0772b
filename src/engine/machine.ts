/** A program with its weights packed and its registers ready; one step of the forward pass runs on it. */
import { applyHolds, type HoldTable } from './interventions.ts'
import { multiplyAdd, packedZeros, paddedTo8 } from './kernel.ts'
import { expectParameters } from './parameters.ts'
import type { Program } from './program.ts'
import { scratchOf } from './scratch.ts'
import {
  packBias,
  packedLength,
  packMatrix,
  packPeepholes,
  peepholeZeros,
  type Peepholes,
} from './weights.ts'

interface PackedGroup {
  /** [rows, columns], see kernel.ts. */
  readonly matrix: number[]
  /** Sum of the biases, [rows]. */
  readonly bias: number[]
  /** The inputs side by side, padded with zeros to a multiple of 8. */
  readonly input: number[]
}

export interface Machine {
  readonly program: Program
  readonly registers: number[]
  readonly groups: readonly PackedGroup[]
  readonly peepholes: Peepholes
  /** Whether parameters have been packed. */
  isPacked: boolean
}

const machineScratch = scratchOf((program): Machine => ({
  program,
  registers: packedZeros(program.registers),
  groups: program.groups.map(({ rows, columns }) => ({
    matrix: packedZeros(packedLength(rows, columns)),
    bias: packedZeros(rows),
    input: packedZeros(paddedTo8(columns)),
  })),
  peepholes: peepholeZeros(program),
  isPacked: false,
}))

/**
 * The program's machine with these parameters (flat, the program's layout), until it is asked for again.
 * @param unchanged they are the numbers of the last call, so that their packed copies serve again.
 * @throws Error when there are more or fewer of them, or when there was no last call.
 */
export const machineOf = (program: Program, parameters: Float64Array, unchanged = false): Machine => {
  const machine = machineScratch(program)
  if (unchanged) {
    if (machine.isPacked) return machine
    throw new Error(
      'Expected a run with these parameters before one with unchanged ones, got none. Leave `unchanged` out the first time.',
    )
  }
  expectParameters(program.parameters, parameters)
  machine.groups.forEach(({ matrix, bias }, k) => {
    packMatrix(program, k, parameters, matrix)
    packBias(program, k, parameters, bias)
  })
  packPeepholes(program, parameters, machine.peepholes)
  machine.isPacked = true
  return machine
}

const runGroup = (machine: Machine, index: number): void => {
  const { program, registers: r } = machine
  const { inputs, rows, columns, out } = program.groups[index]!
  const { matrix, bias, input } = machine.groups[index]!
  let column = 0
  for (const { register, size } of inputs) {
    for (let j = 0; j < size; j++) input[column + j] = r[register + j]!
    column += size
  }
  for (let k = 0; k < rows; k++) r[out + k] = bias[k]!
  multiplyAdd(matrix, rows, columns, input, r, out)
}

const runDiagonal = (r: number[], out: number, a: number, p: number[], n: number): void => {
  for (let u = 0; u < n; u++) r[out + u] = p[u]! * r[a + u]!
}

/** Runs step t: registers of x and of the previous carries are set, all slots come out. */
export const runStep = (machine: Machine, holds: HoldTable | null, t: number): void => {
  const { program, registers: r } = machine
  const { H, code, slots } = program
  for (const instruction of code) {
    if (instruction.kind === 'op') instruction.op.forward(r, instruction.out, instruction.a, instruction.b, H)
    else if (instruction.kind === 'affine') runGroup(machine, instruction.group)
    else runDiagonal(r, instruction.out, instruction.a, machine.peepholes.get(instruction.weight)!, H)
    if (holds === null) continue
    for (const slot of instruction.writes) {
      const list = holds[slot]
      if (list) applyHolds(list, t, r, slots[slot]!.register, H, false)
    }
  }
}
