/**
 * An equation opened: the columns of numbers that stand side by side from what it reads to its value, one
 * row a unit. A weighted sum is its weights, each under the number that it multiplies, then its biases and
 * the sum; an element-wise operation is the values that it reads and its result. By rule from the slots.
 */
import { at, parameterView, partParameters, type CellSlot, type Operand } from '../engine/index.ts'
import { contributions, operandValues, type Contributions, type Product, type Site } from './contributions.ts'
import type { Term } from './term.ts'

/** What stands before a column: an operation, or nothing. */
export type Sign = '×' | '+' | '=' | '1 −' | 'σ' | 'tanh' | 'relu' | ''

export type OpenColumn =
  /** Weights of one input of a weighted sum. */
  | {
      readonly kind: 'weight'
      readonly of: Operand
      readonly index: number
      readonly parameter: string
      readonly sign: Sign
    }
  /** The products that have no column of their own. */
  | { readonly kind: 'others'; readonly count: number; readonly sign: Sign }
  /** A learned vector: a bias that is added, a peephole that is multiplied with. */
  | { readonly kind: 'vector'; readonly parameter: string; readonly sign: Sign }
  /** Values that another equation or the step before made. */
  | { readonly kind: 'operand'; readonly of: Operand; readonly sign: Sign }
  /** What the operation of the block gives. */
  | { readonly kind: 'result'; readonly slot: CellSlot; readonly sign: Sign }

/** One operation of the equation. */
export interface Block {
  readonly slot: CellSlot
  /** A weighted sum has products for a unit; an element-wise operation is read along its row. */
  readonly parts: Contributions
  readonly columns: readonly OpenColumn[]
  /** Of a weighted sum: its products in the order of the columns, and those of the others. */
  readonly products: readonly Product[]
  readonly others: readonly Product[]
}

export interface Opened {
  readonly equation: string
  readonly blocks: readonly Block[]
}

/** More weights than this in an equation are sorted by the size of their products and cut. */
export const MOST_WEIGHTS = 24

/** So many then have a column of their own. */
export const MOST_SORTED = 10

const isSum = ({ op }: CellSlot): boolean => op === 'affine'

const matches = (term: Term | null, { parameter, index }: Product): boolean =>
  term !== null && term.parameter === parameter && term.index === index

/** What a sum reads of the past stands left of what it reads of the input, as in [h_{t−1}, x_t]. */
const pastFirst = (products: readonly Product[]): readonly Product[] => [
  ...products.filter(({ of }) => of.from !== 'input'),
  ...products.filter(({ of }) => of.from === 'input'),
]

const bySize = (a: Product, b: Product): number => Math.abs(b.product) - Math.abs(a.product)

const sumBlock = (slot: CellSlot, parts: Contributions, most: number | null, term: Term | null): Block => {
  const all = pastFirst(parts.products)
  const sorted = most === null ? all : all.toSorted(bySize)
  const shown = most === null ? all : sorted.filter((product, k) => k < most || matches(term, product))
  const own = new Set(shown)
  const others = all.filter((product) => !own.has(product))
  return {
    slot,
    parts,
    products: shown,
    others,
    columns: [
      ...shown.map(({ of, index, parameter }): OpenColumn => ({
        kind: 'weight',
        of,
        index,
        parameter,
        sign: '',
      })),
      ...(others.length > 0 ? [{ kind: 'others' as const, count: others.length, sign: '+' as const }] : []),
      ...parts.biases.map(({ name }): OpenColumn => ({ kind: 'vector', parameter: name, sign: '+' })),
      { kind: 'result', slot, sign: '=' },
    ],
  }
}

const activationSign = { sigmoid: 'σ', tanh: 'tanh', relu: 'relu' } as const

/**
 * @param made slots of the equation whose results stand left of this block already
 * @param last the slot whose result is the column right before this block
 */
const elementBlock = (
  slot: CellSlot,
  parts: Contributions,
  made: ReadonlySet<number>,
  last: number | null,
): Block => {
  const block = (columns: readonly OpenColumn[]): Block => ({
    slot,
    parts,
    products: [],
    others: [],
    columns,
  })
  const result = (sign: Sign): OpenColumn => ({ kind: 'result', slot, sign })
  const isLast = (of: Operand): boolean => of.from === 'slot' && of.slot === last
  const operand = (of: Operand, sign: Sign): OpenColumn => ({ kind: 'operand', of, sign })
  if (slot.op === 'sigmoid' || slot.op === 'tanh' || slot.op === 'relu') {
    const read = slot.args.filter((of) => !isLast(of)).map((of) => operand(of, ''))
    return block([...read, result(activationSign[slot.op])])
  }
  if (slot.op === 'diagonal')
    return block([
      ...slot.args.map((of) => operand(of, '')),
      ...slot.weights.map((parameter): OpenColumn => ({ kind: 'vector', parameter, sign: '×' })),
      result('='),
    ])
  if (slot.op === 'complement')
    return block([...slot.args.filter((of) => !isLast(of)).map((of) => operand(of, '')), result('1 −')])
  if (slot.op === 'multiply') {
    const fresh = slot.args.filter((of) => !isLast(of))
    const follows = fresh.length < slot.args.length
    return block([...fresh.map((of, k) => operand(of, follows || k > 0 ? '×' : '')), result('=')])
  }
  // A sum of results that stand there already needs no more than itself.
  const fresh = slot.args.filter((of) => !(of.from === 'slot' && made.has(of.slot)))
  return block([...fresh.map((of) => operand(of, '+')), result('=')])
}

/**
 * The equation `name` of a run layer at step t, as unit `unit` sees it: products are that unit's.
 * @param term a weight that has a column even when its product is small
 * @throws Error as `contributions` does; for a name that is no equation.
 */
export const opened = (
  site: Site,
  name: string,
  unit: number,
  t: number,
  term: Term | null = null,
): Opened => {
  const layer = site.network.traces[site.part]
  const slots = (layer?.program.slots ?? []).filter(({ equation }) => equation === name)
  if (slots.length === 0)
    throw new Error(
      `Expected an equation of the cell: ${Object.keys(layer?.program.cell.equations ?? {}).join(', ')}; got "${name}".`,
    )
  const parts = slots.map((slot) => contributions(site, slot.name, unit, t))
  const sums = slots.filter(isSum).length
  const weights = parts.reduce((sum, { op, products }) => sum + (op === 'affine' ? products.length : 0), 0)
  const most = weights > MOST_WEIGHTS ? Math.ceil(MOST_SORTED / sums) : null
  const made = new Set<number>()
  let last: number | null = null
  const blocks = slots.map((slot, k): Block => {
    const own = parts[k]!
    const block = isSum(slot) ? sumBlock(slot, own, most, term) : elementBlock(slot, own, made, last)
    made.add(slot.index)
    last = slot.index
    return block
  })
  return { equation: name, blocks }
}

/** The numbers of a column, one a unit; null for what is no number a unit. */
export const columnValues = (
  site: Site,
  t: number,
  column: OpenColumn,
): ((unit: number) => number | null) => {
  const layer = site.network.traces[site.part]
  const part = site.network.network.parts[site.part]
  if (!layer || !part || column.kind === 'others') return () => null
  const { H, parameters: specs } = layer.program
  const tensor = (parameter: string): Float64Array =>
    parameterView(specs, partParameters(part, site.network.parameters), parameter)
  switch (column.kind) {
    case 'weight': {
      const weights = tensor(column.parameter)
      const width = weights.length / H
      return (unit) => weights[unit * width + column.index] ?? NaN
    }
    case 'vector': {
      const vector = tensor(column.parameter)
      return (unit) => vector[unit] ?? NaN
    }
    case 'operand': {
      const values = operandValues(layer, t, column.of)
      return (unit) => values[unit] ?? NaN
    }
    default: {
      const values = at(layer, t, column.slot.name)
      return (unit) => values[unit] ?? NaN
    }
  }
}

/** Units that have a row: all of a few, of many those around the one that is looked at. */
export const MOST_ROWS = 16
const WINDOW = 8

export const shownRows = (H: number, unit: number): readonly number[] => {
  const rows = H <= MOST_ROWS ? H : WINDOW
  const from = H <= MOST_ROWS ? 0 : Math.min(Math.max(0, unit - Math.floor(rows / 2)), H - rows)
  return Array.from({ length: rows }, (_, k) => from + k)
}
