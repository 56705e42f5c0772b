/** How many weights and biases a cell has, said as its size: 4 × (8 × 11) weights + 32 biases. */
import type { Program } from '../../engine/index.ts'

export interface CellSize {
  readonly weights: number
  readonly biases: number
  /** Matrices of [rows, columns] that the weights make up, or null when they are of several shapes. */
  readonly matrices: { readonly count: number; readonly rows: number; readonly columns: number } | null
}

export const cellSizeOf = ({ parameters, I, H }: Pick<Program, 'parameters' | 'I' | 'H'>): CellSize => {
  const sum = (isWanted: (kind: string) => boolean): number =>
    parameters.reduce((total, { kind, size }) => total + (isWanted(kind) ? size : 0), 0)
  const biases = sum((kind) => kind === 'bias')
  const weights = sum((kind) => kind !== 'bias')
  const gates = new Set(parameters.filter(({ kind }) => kind === 'input').map(({ gate }) => gate))
  const recurrent = parameters.some(({ kind }) => kind === 'recurrent')
  const columns = recurrent ? I + H : I
  const isWhole = weights === gates.size * H * columns
  return { weights, biases, matrices: isWhole ? { count: gates.size, rows: H, columns } : null }
}
