/**
 * A program as a WebAssembly module: its instructions, which machine.ts and backwardStep.ts interpret, become
 * calls of kernels with the addresses written into the code. One function is one step of one sequence.
 */
import type { Instruction } from '../program.ts'
import { recordedSlots, type Recording } from '../trace.ts'
import { assemble, call, clear, func, get, int, plus, times, type Code, type Func } from './assembler.ts'
import { backwardOps, forwardOps } from './elementwise.ts'
import { kernels } from './kernels.ts'
import { addressOf, BYTES, type GroupLayout, type Layout } from './layout.ts'

/** The steps that a module exports beside its kernels; all arguments are addresses or lengths in bytes. */
export interface Steps {
  /** From x to the row of the first plane; planes are `stride` apart. */
  readonly forward: Readonly<Record<Recording, (x: number, row: number, stride: number) => void>>
  /**
   * From ∂ output to ∂ x. Planes of the slots that the way back reads are `stride` apart; `before` is the row of
   * the carry that the step read. `place` is that of the step among the eight that are collected.
   */
  readonly backward: (
    x: number,
    row: number,
    before: number,
    stride: number,
    dOutput: number,
    dX: number,
    place: number,
  ) => void
  /** Adds the collected steps to the sums. */
  readonly addCollected: () => void
}

const prefixed = (prefix: string, functions: Readonly<Record<string, Func>>): Record<string, Func> =>
  Object.fromEntries(Object.entries(functions).map(([name, own]) => [`${prefix}.${name}`, own]))

/** The bytes of a program's module. */
export const emit = (layout: Layout): Uint8Array<ArrayBuffer> => {
  const { program, H, registers, gradients, groups, peepholes, dCarry } = layout
  const { I, slots, carry } = program
  const apart = gradients - registers
  const callable: Record<string, Func> = {
    ...kernels,
    ...prefixed('forward', forwardOps(layout.tables)),
    ...prefixed('backward', backwardOps(apart)),
  }
  const numbers = new Map(Object.keys(callable).map((name, k) => [name, k]))
  const run = (name: string, ...args: readonly (number | Code)[]): Code =>
    call(numbers.get(name)!, ...args.map((arg) => (typeof arg === 'number' ? int(arg) : arg)))

  const value = (register: number): number => addressOf(layout, register)
  const gradient = (register: number): number => value(register) + apart
  const rowOf = (row: Code, stride: Code, plane: number): Code => plus(row, times(stride, int(plane)))
  const opName = (slot: number): string => slots[slot]!.op
  /** Every input of a group with its first column. */
  const inputsOf = ({ group }: GroupLayout) => {
    let next = 0
    return group.inputs.map(({ register, size }) => {
      const column = next
      next += size
      return { register, size, column }
    })
  }

  const runForward = (instruction: Instruction): readonly Code[] => {
    if (instruction.kind === 'affine') {
      const own = groups[instruction.group]!
      const { group, rows, input, matrix, bias } = own
      return [
        ...inputsOf(own).map(({ register, size, column }) =>
          run('copy', input + BYTES * column, value(register), size),
        ),
        run('copy', value(group.out), bias, rows),
        run('multiplyAdd', matrix, rows / 2, Math.ceil(group.columns / 8), input, value(group.out)),
      ]
    }
    const { out, a } = instruction
    return instruction.kind === 'diagonal'
      ? [run('forward.multiply', value(out), peepholes.get(instruction.weight)!.p, value(a), H / 2)]
      : [run(`forward.${opName(instruction.writes[0]!)}`, value(out), value(a), value(instruction.b), H / 2)]
  }

  const runBack = (instruction: Instruction): readonly Code[] => {
    if (instruction.kind === 'affine') {
      const own = groups[instruction.group]!
      const { group, columns, dZ, dInput, transposed } = own
      return [
        ...group.members.map((_, rank) =>
          run('copy', dZ + BYTES * rank * program.H, gradient(group.out) + BYTES * rank * H, program.H),
        ),
        clear(dInput, BYTES * columns),
        run('multiplyAdd', transposed, columns / 2, Math.ceil(group.rows / 8), dZ, dInput),
        ...inputsOf(own).map(({ register, size, column }) =>
          run('accumulate', gradient(register), dInput + BYTES * column, size),
        ),
      ]
    }
    const { out, a } = instruction
    return instruction.kind === 'diagonal'
      ? [run('backward.addProduct', gradient(a), gradient(out), peepholes.get(instruction.weight)!.p, H / 2)]
      : [run(`backward.${opName(instruction.writes[0]!)}`, value(out), value(a), value(instruction.b), H / 2)]
  }

  const forward = (recording: Recording): Func =>
    func({ params: ['x', 'row', 'stride'] }, (l) => [
      run('copy', registers, get(l.x), I),
      ...program.code.flatMap(runForward),
      ...recordedSlots(program, recording).map((slot, plane) =>
        run('copy', rowOf(get(l.row), get(l.stride), plane), value(slots[slot]!.register), program.H),
      ),
      ...carry.map(({ slot, register }) => run('copy', value(register), value(slots[slot]!.register), H)),
    ])

  const needed = recordedSlots(program, 'backward')
  const output = slots[program.output]!.register
  const backward = func({ params: ['x', 'row', 'before', 'stride', 'dOutput', 'dX', 'place'] }, (l) => [
    run('copy', registers, get(l.x), I),
    ...needed.map((slot, plane) =>
      run('copy', value(slots[slot]!.register), rowOf(get(l.row), get(l.stride), plane), program.H),
    ),
    ...carry.map(({ slot, register }) =>
      run('copy', value(register), rowOf(get(l.before), get(l.stride), needed.indexOf(slot)), program.H),
    ),
    clear(gradients, layout.registersEnd - registers),
    run('copy', gradient(output), get(l.dOutput), program.H),
    ...carry.map(({ slot }, rank) =>
      run('accumulate', gradient(slots[slot]!.register), dCarry + BYTES * rank * H, H),
    ),
    ...program.code.toReversed().flatMap(runBack),
    ...groups.flatMap((own) => [
      run(
        'collectPairs',
        plus(int(own.collectedZ), times(get(l.place), int(16))),
        gradient(own.group.out),
        own.rows / 2,
      ),
      run('accumulate', own.db, gradient(own.group.out), own.rows),
      ...inputsOf(own).map(({ register, size, column }) =>
        run(
          'collect',
          plus(int(own.collectedInputs + 8 * BYTES * column), times(get(l.place), int(BYTES))),
          value(register),
          size,
        ),
      ),
    ]),
    ...program.code.map((instruction) =>
      instruction.kind === 'diagonal'
        ? run(
            'backward.addProduct',
            peepholes.get(instruction.weight)!.dp,
            gradient(instruction.out),
            value(instruction.a),
            H / 2,
          )
        : [],
    ),
    run('copy', get(l.dX), gradients, I),
    ...carry.map(({ register }, rank) => run('copy', dCarry + BYTES * rank * H, gradient(register), H)),
  ])

  const addCollected = func({ params: [] }, () =>
    groups.flatMap(({ group, rows, collectedZ, collectedInputs, dW }) => [
      run('addOuter', collectedZ, rows / 2, collectedInputs, group.columns, dW),
      // Places that the next eight steps leave empty then add nothing.
      clear(collectedZ, 8 * BYTES * rows),
      clear(collectedInputs, 8 * BYTES * group.columns),
    ]),
  )

  return assemble({
    ...callable,
    ...prefixed('record', {
      all: forward('all'),
      backward: forward('backward'),
      display: forward('display'),
    }),
    back: backward,
    addCollected,
  })
}
