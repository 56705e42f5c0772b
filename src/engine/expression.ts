/**
 * Expressions: the small language in which a recurrent cell is written.
 * An expression is plain data, so that the forward pass, backpropagation, the formula, the graph and
 * the words can each be a fold over it.
 */

/** Operations that make a vector of hidden size out of other vectors. */
export type OpName = 'affine' | 'diagonal' | 'sigmoid' | 'tanh' | 'relu' | 'add' | 'multiply' | 'complement'

export type Leaf =
  /** x_t, the input of the step, of size I. */
  | { readonly leaf: 'input' }
  /** A named equation's value at this step. */
  | { readonly leaf: 'value'; readonly name: string }
  /** A carried value as the previous step left it: h_{t−1}. */
  | { readonly leaf: 'previous'; readonly name: string }

export interface Operation {
  readonly op: OpName
  readonly args: readonly Expression[]
}

export type Expression = Leaf | Operation

/** What may be written where an expression is meant: a string names an equation of the same step. */
export type Term = Expression | string

/** True for x, a name or a carried value; false for an operation. */
export const isLeaf = (e: Expression): e is Leaf => 'leaf' in e

const toExpression = (term: Term): Expression =>
  typeof term === 'string' ? { leaf: 'value', name: term } : term

const operation = (op: OpName, ...terms: readonly Term[]): Operation => ({
  op,
  args: terms.map(toExpression),
})

/** x_t */
export const x: Leaf = { leaf: 'input' }

/** The carried value `name` of the previous step, e.g. previous('h') is h_{t−1}. */
export const previous = (name: string): Leaf => ({ leaf: 'previous', name })

/** Σ W·input + b: one weight matrix an input, and a bias. */
export const affine = (...inputs: readonly Term[]): Operation => operation('affine', ...inputs)

/** p ⊙ v with a learned vector p: a peephole. */
export const diagonal = (v: Term): Operation => operation('diagonal', v)

/** σ(a) = 1 / (1 + e^−a), element by element, in (0, 1). */
export const sigmoid = (a: Term): Operation => operation('sigmoid', a)
/** The hyperbolic tangent of a, element by element, in (−1, 1). */
export const tanh = (a: Term): Operation => operation('tanh', a)
/** max(a, 0), element by element. */
export const relu = (a: Term): Operation => operation('relu', a)

/** a + b, element by element. */
export const add = (a: Term, b: Term): Operation => operation('add', a, b)

/** a ⊙ b */
export const multiply = (a: Term, b: Term): Operation => operation('multiply', a, b)

/** 1 − a */
export const complement = (a: Term): Operation => operation('complement', a)
