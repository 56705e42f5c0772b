/**
 * Where a value comes from, as the rows of a table: the largest products of its weighted sums, the rest
 * of them in one row, biases, halves, what a gate lets through, and the sum. By rule from the slots.
 */
import type { CellSlot, Operand } from '../engine/index.ts'
import { ops } from '../engine/index.ts'
import { contributions, type Contributions, type Product, type Site } from './contributions.ts'

/** left × right = result, one line of a table. */
export type Row =
  /** a number times a weight */
  | { readonly kind: 'product'; readonly product: Product; readonly result: number }
  /** the products that have no row of their own */
  | { readonly kind: 'others'; readonly count: number; readonly result: number }
  | { readonly kind: 'bias'; readonly name: string; readonly result: number }
  /** two values of the cell multiplied: f · c₋ */
  | {
      readonly kind: 'pair'
      readonly left: Operand
      readonly right: Operand
      readonly values: readonly [number, number]
      readonly result: number
    }
  /** the half above, times a gate */
  | {
      readonly kind: 'gate'
      readonly gate: CellSlot
      readonly values: readonly [number, number]
      readonly result: number
    }
  /** a value as it is; `complement` for what it leaves of 1 */
  | { readonly kind: 'value'; readonly of: Operand; readonly complement: boolean; readonly result: number }

export interface Section {
  /** Where its numbers come from: the input, the past, both, or other values of the cell. */
  readonly from: 'input' | 'past' | 'both' | 'values'
  readonly rows: readonly Row[]
  /** The sum of the rows that are not gates, where another section follows or a gate acts. */
  readonly half: number | null
}

export interface Breakdown {
  /** The slot that the rows add up to: a pre-activation, or the value itself. */
  readonly slot: string
  readonly sections: readonly Section[]
  /** Its recorded value. */
  readonly sum: number
}

const byIndex = (site: Site, operand: Operand | undefined): CellSlot | undefined =>
  operand?.from === 'slot' ? site.network.traces[site.part]?.program.slots[operand.slot] : undefined

const weightedRows = (parts: Contributions, most: number): readonly Row[] => {
  const sorted = [...parts.products].sort((a, b) => Math.abs(b.product) - Math.abs(a.product))
  // A single other product may as well be shown itself.
  const shown = sorted.slice(0, sorted.length === most + 1 ? most + 1 : most)
  const rest = sorted.slice(shown.length)
  return [
    ...shown.map((product): Row => ({ kind: 'product', product, result: product.product })),
    ...(rest.length > 0
      ? [
          {
            kind: 'others' as const,
            count: rest.length,
            result: rest.reduce((sum, { product }) => sum + product, 0),
          },
        ]
      : []),
    ...parts.biases.map(({ name, value }): Row => ({ kind: 'bias', name, result: value })),
  ]
}

const sourceOf = (parts: Contributions): Section['from'] => {
  const input = parts.products.some(({ of }) => of.from === 'input')
  const past = parts.products.some(({ of }) => of.from !== 'input')
  return input && past ? 'both' : input ? 'input' : 'past'
}

interface Look {
  readonly site: Site
  readonly unit: number
  readonly t: number
  /** Products with a row of their own, in a sum alone and in one of two halves. */
  readonly most: { readonly whole: number; readonly half: number }
}

const partsOf = ({ site, unit, t }: Look, slot: CellSlot): Contributions =>
  contributions(site, slot.name, unit, t)

const pairRow = (look: Look, slot: CellSlot): Row | null => {
  const parts = partsOf(look, slot)
  const [left, right] = parts.arguments
  if (slot.op !== 'multiply' || !left || !right) return null
  return {
    kind: 'pair',
    left: left.of,
    right: right.of,
    values: [left.value, right.value],
    result: parts.value,
  }
}

/** A gate times a weighted sum: the sum's rows, its half, and the gate's row. */
const gatedSection = (look: Look, slot: CellSlot): Section | null => {
  if (slot.op !== 'multiply') return null
  const factors = slot.args.map((arg) => byIndex(look.site, arg))
  const inner = factors.find((factor) => factor?.op === 'affine' && !factor.named)
  const gate = factors.find((factor) => factor && factor !== inner)
  if (!inner || !gate) return null
  const parts = partsOf(look, inner)
  const open = partsOf(look, gate).value
  return {
    from: sourceOf(parts),
    half: parts.value,
    rows: [
      ...weightedRows(parts, look.most.half),
      { kind: 'gate', gate, values: [parts.value, open], result: partsOf(look, slot).value },
    ],
  }
}

const addendSection = (look: Look, operand: Operand, value: number): Section => {
  const slot = byIndex(look.site, operand)
  if (slot?.op === 'affine' && !slot.named) {
    const parts = partsOf(look, slot)
    return { from: sourceOf(parts), half: parts.value, rows: weightedRows(parts, look.most.half) }
  }
  const gated = slot && gatedSection(look, slot)
  if (gated) return gated
  const pair = slot && !slot.named ? pairRow(look, slot) : null
  if (pair) return { from: 'values', half: null, rows: [pair] }
  if (slot?.op === 'diagonal')
    return { from: 'values', half: null, rows: weightedRows(partsOf(look, slot), 1) }
  return {
    from: 'values',
    half: null,
    rows: [{ kind: 'value', of: operand, complement: false, result: value }],
  }
}

/** Neighbours without weighted sums share a section. */
const joined = (sections: readonly Section[]): readonly Section[] =>
  sections.reduce<readonly Section[]>((before, section) => {
    const last = before.at(-1)
    return last?.from === 'values' && section.from === 'values'
      ? [...before.slice(0, -1), { ...last, rows: [...last.rows, ...section.rows] }]
      : [...before, section]
  }, [])

/**
 * The breakdown of unit `unit` of a slot at step t; null where there is nothing to add up (tanh(c)).
 * @throws Error as `contributions` does.
 */
export const breakdown = (
  site: Site,
  name: string,
  unit: number,
  t: number,
  most: Look['most'] = { whole: 5, half: 3 },
): Breakdown | null => {
  const look = { site, unit, t, most }
  const own = site.network.traces[site.part]?.program.slots.find((slot) => slot.name === name)
  const parts = contributions(site, name, unit, t)
  if (!own) return null
  if (ops[own.op].activation) {
    const inner = byIndex(site, own.args[0])
    return inner && !inner.named ? breakdown(site, inner.name, unit, t, most) : null
  }
  const whole = (section: Section): Breakdown => ({ slot: name, sections: [section], sum: parts.value })
  if (own.op === 'affine' || own.op === 'diagonal')
    return whole({ from: sourceOf(parts), half: null, rows: weightedRows(parts, most.whole) })
  const gated = gatedSection(look, own)
  if (gated) return whole(gated)
  const pair = pairRow(look, own)
  if (pair) return whole({ from: 'values', half: null, rows: [pair] })
  if (own.op === 'add')
    return {
      slot: name,
      sections: joined(parts.arguments.map(({ of, value }) => addendSection(look, of, value))),
      sum: parts.value,
    }
  const [argument] = parts.arguments
  return argument
    ? whole({
        from: 'values',
        half: null,
        rows: [{ kind: 'value', of: argument.of, complement: own.op === 'complement', result: parts.value }],
      })
    : null
}

/** What a section adds to the sum: its gate's row where it has one, else all its rows. */
export const sectionTotal = ({ rows, half }: Section): number => {
  const gate = rows.find((row) => row.kind === 'gate')
  if (gate) return gate.result
  return half ?? rows.reduce((sum, { result }) => sum + result, 0)
}
