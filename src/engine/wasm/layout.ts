/**
 * Where everything of a program lies in its memory, in bytes. Registers are laid out as in program.ts, but every
 * vector has an even length, so that pairs of units never reach into the next one: what stands in the last place
 * of an odd vector is worked out and never read by a kernel that mixes units.
 */
import { elementary } from '../elementary.ts'
import { paddedTo8 } from '../kernel.ts'
import { parameterCount, parameterSpec } from '../parameters.ts'
import type { Group, Program } from '../program.ts'
import type { Tables } from './elementwise.ts'

export const BYTES = 8

const even = (n: number): number => n + (n & 1)

export interface GroupLayout {
  readonly group: Group
  /** Rows and columns, each made even. */
  readonly rows: number
  readonly columns: number
  /** Packed for the forward product and transposed for the way back, see `multiplyAdd`. */
  readonly matrix: number
  readonly transposed: number
  /** [rows] */
  readonly bias: number
  /** The inputs side by side, and ∂ them. */
  readonly input: number
  readonly dInput: number
  /** ∂ results, members side by side without gaps. */
  readonly dZ: number
  /** ∂ results and inputs of eight steps, see `addOuter`. */
  readonly collectedZ: number
  readonly collectedInputs: number
  /** Sums: ∂ weights [columns][rows], ∂ biases [rows]. */
  readonly dW: number
  readonly db: number
}

export interface Layout {
  readonly program: Program
  /** Units of a vector, made even. */
  readonly H: number
  readonly tables: Tables
  readonly registers: number
  readonly gradients: number
  readonly registersEnd: number
  /** The carry that a step reads, in the registers. */
  readonly carries: number
  readonly groups: readonly GroupLayout[]
  /** Peepholes [H] and ∂ them, by name. */
  readonly peepholes: ReadonlyMap<string, { readonly p: number; readonly dp: number }>
  /** ∂ the carry that leaves the step. */
  readonly dCarry: number
  /** All sums lie between. */
  readonly sums: number
  readonly sumsEnd: number
  /** Parameters and their gradient as they are given; one zero stands behind the parameters. */
  readonly parameters: number
  readonly gradient: number
  /** Tables of `gather`: each group's matrix and transposed from parameters, and the gradient from the sums. */
  readonly matrixTables: readonly { readonly at: number; readonly length: number }[]
  readonly transposedTables: readonly { readonly at: number; readonly length: number }[]
  readonly gradientTable: number
  /** What a sequence needs lies from here on. */
  readonly end: number
}

/** Where a register of the program lies: x at the start, every vector of H after it in its even place. */
export const addressOf = (
  { program, registers, H }: Pick<Layout, 'program' | 'registers' | 'H'>,
  register: number,
): number =>
  register < program.I
    ? registers
    : registers + BYTES * (even(program.I) + ((register - program.I) / program.H) * H)

/** Lays a program out. */
export const layOutProgram = (program: Program): Layout => {
  let end = 0
  /** A stretch of n doubles that starts a cache line. */
  const take = (n: number): number => {
    const at = end
    end = (at + BYTES * n + 63) & ~63
    return at
  }
  const H = even(program.H)
  const count = parameterCount(program.parameters)
  const tables = {
    roots: take(elementary.ROOTS.length),
    rests: take(elementary.RESTS.length),
    halves: take(elementary.HALVES.length),
    tanhs: take(elementary.TANHS.length),
  }
  const size = even(program.I) + (program.carry.length + program.slots.length) * H
  const registers = take(size)
  const registersEnd = registers + BYTES * size
  const gradients = take(size)
  const parameters = take(count + 1)
  const gradient = take(count)
  const dCarry = take(program.carry.length * H)
  const names = program.parameters.filter(({ kind }) => kind === 'peephole').map(({ name }) => name)
  const vectors = names.map((name) => [name, take(H)] as const)
  const working = program.groups.map((group) => {
    const rows = group.members.length * H
    const columns = even(group.columns)
    return {
      group,
      rows,
      columns,
      matrix: take(rows * paddedTo8(group.columns)),
      transposed: take(columns * paddedTo8(group.rows)),
      bias: take(rows),
      input: take(paddedTo8(group.columns)),
      dInput: take(columns),
      dZ: take(paddedTo8(group.rows)),
      collectedZ: take(8 * rows),
      collectedInputs: take(8 * group.columns),
    }
  })
  const sums = end
  const groups = working.map((own) => ({
    ...own,
    dW: take(own.group.columns * own.rows),
    db: take(own.rows),
  }))
  const peepholes = new Map(vectors.map(([name, p]) => [name, { p, dp: take(H) }]))
  const sumsEnd = end
  const table = (length: number): number => take(length / 2 + 1)
  const tablesOf = (length: (own: GroupLayout) => number) =>
    groups.map((own) => ({ at: table(length(own)), length: length(own) }))
  const matrixTables = tablesOf(({ rows, group }) => rows * paddedTo8(group.columns))
  const transposedTables = tablesOf(({ columns, group }) => columns * paddedTo8(group.rows))
  const gradientTable = table(count)
  return {
    program,
    H,
    tables,
    registers,
    gradients,
    registersEnd,
    carries: registers + BYTES * even(program.I),
    groups,
    peepholes,
    dCarry,
    sums,
    sumsEnd,
    parameters,
    gradient,
    matrixTables,
    transposedTables,
    gradientTable,
    end,
  }
}

/** Place of (row, column) in a matrix of `rows` rows that is packed for `multiplyAdd`. */
const packedPlace = (rows: number, row: number, column: number): number =>
  ((column >> 3) * (rows / 2) + (row >> 1)) * 16 + (column & 7) * 2 + (row & 1)

/** Writes the constants that kernels read: the tables of elementary.ts and those of `gather`. */
export const writeTables = (layout: Layout, memory: ArrayBuffer): void => {
  const { program, tables, groups, matrixTables, transposedTables, gradientTable, sums } = layout
  const doubles = new Float64Array(memory)
  const ints = new Int32Array(memory)
  doubles.set(elementary.ROOTS, tables.roots / BYTES)
  doubles.set(elementary.RESTS, tables.rests / BYTES)
  doubles.set(elementary.HALVES, tables.halves / BYTES)
  doubles.set(elementary.TANHS, tables.tanhs / BYTES)
  const zero = BYTES * parameterCount(program.parameters)
  for (const { at, length } of [...matrixTables, ...transposedTables])
    ints.fill(zero, at / 4, at / 4 + length)
  const offsetOf = (name: string): number => parameterSpec(program.parameters, name).offset
  groups.forEach(({ group, rows, columns, dW, db }, index) => {
    const matrix = matrixTables[index]!.at / 4
    const transposed = transposedTables[index]!.at / 4
    group.members.forEach((member, rank) => {
      const first = rank * layout.H
      let column = 0
      member.weights.forEach((name, k) => {
        const { size } = group.inputs[k]!
        let from = offsetOf(name)
        for (let u = 0; u < program.H; u++)
          for (let j = column; j < column + size; j++, from++) {
            ints[matrix + packedPlace(rows, first + u, j)] = BYTES * from
            ints[transposed + packedPlace(columns, j, rank * program.H + u)] = BYTES * from
            ints[gradientTable / 4 + from] = dW - sums + BYTES * (j * rows + first + u)
          }
        column += size
      })
      for (const name of member.biases)
        for (let u = 0; u < program.H; u++)
          ints[gradientTable / 4 + offsetOf(name) + u] = db - sums + BYTES * (first + u)
    })
  })
  for (const [name, { dp }] of layout.peepholes)
    for (let u = 0; u < program.H; u++) ints[gradientTable / 4 + offsetOf(name) + u] = dp - sums + BYTES * u
}
