/**
 * A recurrent cell as data: its equations in the order of the paper, what each is for, and what it
 * carries to the next step. `defineCell` (defineCell.ts) checks it at load and flattens it to slots
 * and parameters.
 */
import type { Expression, OpName } from './expression.ts'

/** What a quantity does in the cell. Colour and place in the picture follow from it. */
export type Role =
  /** how much of the old state stays */
  | 'keep'
  /** how much of the candidate is written */
  | 'write'
  /** what would be written */
  | 'candidate'
  /** how much of the state is shown */
  | 'expose'
  /** how much of the past the candidate reads */
  | 'read'
  /** long memory that is not shown itself */
  | 'cell'
  /** the activation that the next step and the next layer see */
  | 'hidden'

/** The same words in every language of the page. */
export interface Words {
  readonly en: string
  readonly es: string
}

export interface Equation {
  readonly role: Role
  readonly words: Words
  readonly expression: Expression
}

/** Where a cell comes from: cite paper, equation numbers and the convention followed. */
export interface Source {
  readonly authors: string
  readonly year: number
  readonly title: string
  readonly equations: string
  readonly convention: string
}

export interface CellDefinition {
  readonly id: string
  /** The short name on screen: 'LSTM'. */
  readonly name: string
  readonly words: Words
  readonly source: Source
  /** Equations whose value the next step reads; empty for a cell without memory. */
  readonly carry: readonly string[]
  /** The equation that the next layer and the readout see. */
  readonly output: string
  readonly equations: Readonly<Record<string, Equation>>
  /** The order in which each framework stacks the gates' rows, where it has the cell. */
  readonly stacked?: Readonly<Partial<Record<'pytorch' | 'keras' | 'onnx', readonly string[]>>>
}

/** Where an operation reads from. */
export type Operand =
  | { readonly from: 'input' }
  | { readonly from: 'slot'; readonly slot: number }
  | { readonly from: 'previous'; readonly slot: number }

/**
 * One recorded intermediate: a named equation ('f') or a part of one ('a_f', 'f*c_prev').
 * Every slot is a vector of hidden size; every operand of a slot comes before it.
 */
export interface CellSlot {
  readonly index: number
  readonly name: string
  readonly op: OpName
  readonly args: readonly Operand[]
  /** The equation that the slot is a part of. */
  readonly equation: string
  /** True when the slot is the equation's own value. */
  readonly named: boolean
  /** Parameters that the slot multiplies with, parallel to `args`; then its biases. */
  readonly weights: readonly string[]
  readonly biases: readonly string[]
}

export type ParameterKind =
  | 'input'
  | 'recurrent'
  | 'bias'
  | 'peephole'
  | 'readout'
  | 'readout-bias'
  | 'embedding'

/** A parameter before sizes are known: 'W_f' is [H, I], 'U_f' [H, H], 'b_f' and 'p_f' [H]. */
export interface CellParameter {
  readonly name: string
  readonly kind: ParameterKind
  readonly gate: string
  readonly shape: readonly ('I' | 'H')[]
}

/** 'single': one bias an affine term, as papers write. 'per-input': one a weight matrix, as PyTorch. */
export type BiasStyle = 'single' | 'per-input'

export interface Flat {
  readonly slots: readonly CellSlot[]
  readonly parameters: readonly CellParameter[]
}

export interface Cell extends CellDefinition {
  /** The flattened equations for each way of counting biases. */
  readonly flat: Readonly<Record<BiasStyle, Flat>>
}

const equation =
  (role: Role) =>
  (expression: Expression, words: Words): Equation => ({ role, words, expression })

/** Equations, said by what they are for: `forget: keep(sigmoid(…), words)`. */
export const keep = equation('keep')
export const write = equation('write')
export const candidate = equation('candidate')
export const expose = equation('expose')
export const read = equation('read')
export const cellState = equation('cell')
export const hidden = equation('hidden')
