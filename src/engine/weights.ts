/** A program's weights as the kernels read them: packed once a run, unpacked once a backward pass. */
import { packedZeros, paddedTo8 } from './kernel.ts'
import { parameterSpec, parameterView } from './parameters.ts'
import type { Group, Program } from './program.ts'
import { scratchOf } from './scratch.ts'

/** Where weight (row, column) of a group stands in some array: at rows[row] + columns[column]. */
interface Places {
  readonly rows: Int32Array
  readonly columns: Int32Array
}

/** A weight tensor [H][width], where it starts in the flat parameters, and the places of its rows and columns. */
interface Tensor extends Places {
  readonly offset: number
}

/** All tensors of a group, for each of the arrays that its weights are copied to or from. */
interface Layout {
  /** [columns / 8][row][8], for the forward product. */
  readonly packed: readonly Tensor[]
  /** The transposed matrix packed alike, for the way back. */
  readonly transposed: readonly Tensor[]
  /** [column][row], the sums of gradients. */
  readonly sums: readonly Tensor[]
  /** Biases [H]: where they start in the flat parameters, and their first row. */
  readonly biases: readonly { readonly offset: number; readonly row: number }[]
}

/** Along the side that the kernel takes in blocks of eight, of a matrix with `others` on the other side. */
const blocked = (n: number, others: number): Int32Array =>
  Int32Array.from({ length: n }, (_, k) => (k >> 3) * others * 8 + (k & 7))

const spaced = (n: number, apart: number): Int32Array => Int32Array.from({ length: n }, (_, k) => k * apart)

const offsetOf = (program: Program, name: string): number => parameterSpec(program.parameters, name).offset

const tensorsOf = (program: Program, group: Group, { rows, columns }: Places): readonly Tensor[] =>
  group.members.flatMap((member, rank) => {
    const { H } = program
    let column = 0
    return member.weights.map((name, k) => {
      const from = column
      column += group.inputs[k]!.size
      return {
        offset: offsetOf(program, name),
        rows: rows.subarray(rank * H, (rank + 1) * H),
        columns: columns.subarray(from, column),
      }
    })
  })

const layouts = scratchOf((program) =>
  program.groups.map((group): Layout => {
    const { rows, columns } = group
    return {
      packed: tensorsOf(program, group, { rows: spaced(rows, 8), columns: blocked(columns, rows) }),
      transposed: tensorsOf(program, group, { rows: blocked(rows, columns), columns: spaced(columns, 8) }),
      sums: tensorsOf(program, group, { rows: spaced(rows, 1), columns: spaced(columns, rows) }),
      biases: group.members.flatMap((member, rank) =>
        member.biases.map((name) => ({ offset: offsetOf(program, name), row: rank * program.H })),
      ),
    }
  }),
)

/** Length of a packed matrix: its columns are padded with zeros. */
export const packedLength = (rows: number, columns: number): number => rows * paddedTo8(columns)

const pack = (values: Float64Array, tensors: readonly Tensor[], matrix: number[]): void => {
  for (const { offset, rows, columns } of tensors)
    for (let u = 0, from = offset; u < rows.length; u++) {
      const base = rows[u]!
      for (let j = 0; j < columns.length; j++) matrix[base + columns[j]!] = values[from++]!
    }
}

/** Packs a group's weights for the forward product into `matrix`, zeros of packedLength(rows, columns). */
export const packMatrix = (program: Program, group: number, values: Float64Array, matrix: number[]): void =>
  pack(values, layouts(program)[group]!.packed, matrix)

/** Packs them transposed into `matrix`, zeros of packedLength(columns, rows). */
export const packTransposed = (
  program: Program,
  group: number,
  values: Float64Array,
  matrix: number[],
): void => pack(values, layouts(program)[group]!.transposed, matrix)

/** Sums each row's biases into `bias`, [rows]. */
export const packBias = (program: Program, group: number, values: Float64Array, bias: number[]): void => {
  for (let k = 0; k < bias.length; k++) bias[k] = 0
  for (const { offset, row } of layouts(program)[group]!.biases)
    for (let u = 0; u < program.H; u++) bias[row + u]! += values[offset + u]!
}

/** Peephole vectors [H] by name. */
export type Peepholes = ReadonlyMap<string, number[]>

export const peepholeZeros = (program: Program): Peepholes =>
  new Map(
    program.parameters
      .filter((spec) => spec.kind === 'peephole')
      .map((spec) => [spec.name, packedZeros(program.H)]),
  )

export const packPeepholes = (program: Program, values: Float64Array, peepholes: Peepholes): void => {
  for (const [name, p] of peepholes)
    parameterView(program.parameters, values, name).forEach((value, u) => {
      p[u] = value
    })
}

/** Adds a group's summed gradients, dW [columns][rows] and db [rows], to the flat gradient. */
export const addGroupGradient = (
  program: Program,
  group: number,
  dW: readonly number[],
  db: readonly number[],
  gradient: Float64Array,
): void => {
  const { sums, biases } = layouts(program)[group]!
  for (const { offset, rows, columns } of sums)
    for (let u = 0, to = offset; u < rows.length; u++) {
      const base = rows[u]!
      for (let j = 0; j < columns.length; j++) gradient[to++]! += dW[base + columns[j]!]!
    }
  for (const { offset, row } of biases)
    for (let u = 0; u < program.H; u++) gradient[offset + u]! += db[row + u]!
}
