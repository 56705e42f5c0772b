/**
 * From equations to slots: every operation of a cell gets a name and a place in one ordered list, and
 * every affine or diagonal operation gets its parameters. This list is the program, the graph and the
 * layout of a trace at once.
 */
import type { BiasStyle, CellDefinition, CellParameter, CellSlot, Flat, Operand } from './cell.ts'
import { isLeaf, type Expression, type Operation } from './expression.ts'
import { ops } from './ops.ts'

interface Walk {
  readonly definition: CellDefinition
  readonly style: BiasStyle
  readonly slots: CellSlot[]
  readonly parameters: CellParameter[]
  readonly byName: Map<string, number>
  readonly seen: Set<Operation>
  /** The equation that is being flattened. */
  equation: string
}

const fail = (walk: Walk, expected: string, got: string, todo: string): never => {
  throw new Error(
    `Cell "${walk.definition.id}", equation "${walk.equation}": expected ${expected}, got ${got}. ${todo}`,
  )
}

/** Types rule the mistake out where there are types; a definition may also come from plain JavaScript. */
const expectExpression = (walk: Walk, e: Expression | undefined): void => {
  if (e !== undefined && isLeaf(e)) return
  if (e === undefined || !Object.hasOwn(ops, e.op))
    return fail(
      walk,
      `a name, x, previous(…) or one of ${Object.keys(ops).join(', ')}`,
      e === undefined ? 'nothing' : `"${e.op}"`,
      'Mend the term.',
    )
  for (const arg of e.args) expectExpression(walk, arg)
}

const holdsWeights = (e: Expression): boolean =>
  !isLeaf(e) && (e.op === 'affine' || e.op === 'diagonal' || e.args.some(holdsWeights))

const letterOf = (e: Expression): 'x' | 'h' => (isLeaf(e) && e.leaf === 'input' ? 'x' : 'h')

const affinesIn = (e: Expression): number =>
  isLeaf(e) ? 0 : (e.op === 'affine' ? 1 : 0) + e.args.reduce((n, a) => n + affinesIn(a), 0)

/** The readable name of a part of an equation, e.g. 'f*c_prev', '1-z', 'a_n.x'. */
const partName = (walk: Walk, e: Operation, names: readonly string[], parent: Operation): string => {
  if (ops[parent.op].activation) return `a_${walk.equation}`
  if (e.op === 'affine') return `a_${walk.equation}.${e.args.map(letterOf).join('')}`
  if (e.op === 'diagonal') return `p_${walk.equation}*${names[0]}`
  if (e.op === 'multiply') return names.map(bracketed).join('*')
  if (e.op === 'add') return names.join('+')
  if (e.op === 'complement') return `1-${names[0]}`
  return `${e.op}(${names[0]})`
}

/** '1-z' and 'i+j' need brackets as factors. */
const bracketed = (name: string): string => (/^1-|\+/.test(name) ? `(${name})` : name)

const operandName = (walk: Walk, operand: Operand): string => {
  if (operand.from === 'input') return 'x'
  if (operand.from === 'slot') return walk.slots[operand.slot]?.name ?? ''
  return `${previousNames(walk)[operand.slot] ?? ''}_prev`
}

/** A carried slot may be read before it is flattened, so that its operand holds the carry's rank first. */
const previousNames = (walk: Walk): readonly string[] => walk.definition.carry

const parametersOf = (walk: Walk, e: Operation): { weights: string[]; biases: string[] } => {
  const gate = walk.equation
  const declare = (parameter: CellParameter): string => {
    if (walk.parameters.some((p) => p.name === parameter.name))
      fail(
        walk,
        'one set of weights a name',
        `"${parameter.name}" twice`,
        'Give the second affine term of the same input an equation of its own.',
      )
    walk.parameters.push(parameter)
    return parameter.name
  }
  if (e.op === 'diagonal')
    return {
      weights: [declare({ name: `p_${gate}`, kind: 'peephole', gate, shape: ['H'] })],
      biases: [],
    }
  if (e.op !== 'affine') return { weights: [], biases: [] }
  const letters = e.args.map(letterOf)
  const weights = letters.map((letter) =>
    declare(
      letter === 'x'
        ? { name: `W_${gate}`, kind: 'input', gate, shape: ['H', 'I'] }
        : { name: `U_${gate}`, kind: 'recurrent', gate, shape: ['H', 'H'] },
    ),
  )
  const whole = walk.definition.equations[gate]
  const alone = whole !== undefined && affinesIn(whole.expression) === 1
  const biasNames =
    walk.style === 'single' && alone
      ? [`b_${gate}`]
      : (walk.style === 'single' ? letters.slice(0, 1) : letters).map((letter) =>
          letter === 'x' ? `bi_${gate}` : `bh_${gate}`,
        )
  const biases = biasNames.map((name) => declare({ name, kind: 'bias', gate, shape: ['H'] }))
  return { weights, biases }
}

const readLeaf = (walk: Walk, e: Exclude<Expression, Operation>, vectorOfH: boolean): Operand => {
  if (e.leaf === 'input') {
    if (vectorOfH)
      fail(
        walk,
        'a vector of hidden size H',
        'the input x, of size I',
        'Put x inside affine(…), which brings it to hidden size.',
      )
    return { from: 'input' }
  }
  if (e.leaf === 'previous') {
    const rank = walk.definition.carry.indexOf(e.name)
    if (rank < 0)
      fail(
        walk,
        `a carried value (${walk.definition.carry.join(', ') || 'this cell carries none'})`,
        `previous("${e.name}")`,
        `Add "${e.name}" to carry, or read another value.`,
      )
    return { from: 'previous', slot: rank }
  }
  const slot = walk.byName.get(e.name)
  if (slot === undefined)
    return fail(
      walk,
      `a name defined above it (${[...walk.byName.keys()].join(', ') || 'none yet'})`,
      `"${e.name}"`,
      Object.hasOwn(walk.definition.equations, e.name)
        ? 'Move its equation up, or read previous(…).'
        : 'Write an equation for it, or mend the name.',
    )
  return { from: 'slot', slot }
}

/** Whether a slot already holds this operation on these operands: two parts may only share a name then. */
const isSame = (slot: CellSlot | undefined, e: Operation, args: readonly Operand[]): boolean =>
  slot?.op === e.op && JSON.stringify(slot.args) === JSON.stringify(args)

const visit = (walk: Walk, e: Expression, parent: Operation | null): Operand => {
  if (isLeaf(e)) return readLeaf(walk, e, parent?.op !== 'affine')
  if (walk.seen.has(e) && holdsWeights(e))
    fail(
      walk,
      'each affine term to be written once',
      'one expression object used in two places, which would make two sets of weights',
      'Give it an equation and refer to it by name.',
    )
  walk.seen.add(e)
  const { arity } = ops[e.op]
  if (arity === null ? e.args.length === 0 : e.args.length !== arity)
    fail(walk, `${arity ?? 'at least 1'} argument(s) of ${e.op}`, `${e.args.length}`, 'Mend the call.')
  const args = e.args.map((arg) => visit(walk, arg, e))
  const names = args.map((operand) => operandName(walk, operand))
  const name = parent === null ? walk.equation : partName(walk, e, names, parent)
  const known = walk.byName.get(name)
  if (known !== undefined && parent !== null && isSame(walk.slots[known], e, args) && !holdsWeights(e))
    return { from: 'slot', slot: known }
  const index = walk.slots.length
  const parameters = parametersOf(walk, e)
  walk.slots.push({
    index,
    name,
    op: e.op,
    args,
    equation: walk.equation,
    named: parent === null,
    ...parameters,
  })
  if (walk.byName.has(name)) fail(walk, 'a new name', `"${name}" again`, 'Split the equation in two.')
  walk.byName.set(name, index)
  return { from: 'slot', slot: index }
}

/** Flattens a cell's equations. Throws as `defineCell` says. */
export const flatten = (definition: CellDefinition, style: BiasStyle): Flat => {
  const walk: Walk = {
    definition,
    style,
    slots: [],
    parameters: [],
    byName: new Map(),
    seen: new Set(),
    equation: '',
  }
  for (const [name, { expression }] of Object.entries(definition.equations)) {
    walk.equation = name
    if (name === 'x' || name === 'y') fail(walk, 'a name other than x and y', `"${name}"`, 'Rename it.')
    expectExpression(walk, expression)
    if (isLeaf(expression)) fail(walk, 'an operation', 'a bare name', 'Use the name itself instead.')
    visit(walk, expression, null)
  }
  for (const name of [...definition.carry, definition.output]) {
    walk.equation = name
    if (!Object.hasOwn(definition.equations, name))
      fail(
        walk,
        'an equation for every carried value and for the output',
        `none for "${name}" (there are ${Object.keys(definition.equations).join(', ')})`,
        'Write it, or take the name out.',
      )
  }
  for (const [rank, name] of definition.carry.entries()) {
    walk.equation = name
    if (!walk.slots.some((slot) => slot.args.some((arg) => arg.from === 'previous' && arg.slot === rank)))
      fail(
        walk,
        `previous("${name}") to be read, as "${name}" is carried`,
        'no reader',
        'Take it out of carry.',
      )
  }
  // Only now are the carried slots' places known: a previous operand points at the slot itself.
  const place = definition.carry.map((name) => walk.byName.get(name) ?? -1)
  const resolve = (operand: Operand): Operand =>
    operand.from === 'previous' ? { from: 'previous', slot: place[operand.slot] ?? -1 } : operand
  return {
    slots: walk.slots.map((slot) => ({ ...slot, args: slot.args.map(resolve) })),
    parameters: walk.parameters,
  }
}
