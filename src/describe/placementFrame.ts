/** What every rule of placement starts from: the plan, the graph, the lanes, and where a card's value leaves. */
import type { Cell, Role } from '../engine/index.ts'
import { planOf, type CardPlan, type CellPlan } from './cellPlan.ts'
import type { AnatomyGeometry, Column, ColumnRole } from './geometry.ts'
import { graphOf, type Graph, type GraphWire } from './graph.ts'
import type { PartTone } from './placementParts.ts'

export interface Frame {
  readonly cell: Cell
  readonly plan: CellPlan
  readonly graph: Graph
  readonly geometry: AnatomyGeometry
  readonly column: (role: ColumnRole) => Column
  /** x at which a card's value, or the complement in it, leaves the card. */
  readonly leaves: (value: string) => number
  readonly cardOf: (value: string) => CardPlan
  readonly toneOf: (equation: string) => PartTone
  /** Ids of the graph's wires that fit. */
  readonly wires: (test: (wire: GraphWire) => boolean) => readonly string[]
  /** Right end of the bus: the last card reads from it. */
  readonly busEnd: number
  /** Top of the input's ribbon. */
  readonly inputTop: number
}

export const cardId = (name: string): string => `card ${name}`
export const stripId = (operation: string, slot: string): string => `strip ${slot} at ${operation}`
export const badgeId = (operation: string): string => `badge ${operation}`
export const ribbonId = (node: string): string => `ribbon ${node}`
export const INPUT_PORT = 'port x'
export const OUTPUT_PORT = 'port y'

/** Keep and write are each other's complement. */
export const complementOf = (column: ColumnRole): ColumnRole => (column === 'keep' ? 'write' : 'keep')

/** @throws Error for a cell that has more columns than the pane, or of a form that no rule places. */
export const frameOf = (cell: Cell, geometry: AnatomyGeometry): Frame => {
  const plan = planOf(cell)
  const graph = graphOf(cell)
  const columns = plan.cards.some((card) => card.column === 'read')
    ? geometry.columnsWithRead
    : geometry.columns
  const column = (role: ColumnRole): Column => {
    const found = columns[role]
    if (!found)
      throw new Error(
        `Cell "${cell.id}", pane "${geometry.name}": expected columns ${Object.keys(columns).join(', ')}, got a quantity for "${role}". Give the pane a column for it in geometry.ts.`,
      )
    return found
  }
  const cardOf = (value: string): CardPlan => {
    const card = plan.cards.find(({ name, complement }) => name === value || complement?.name === value)
    if (!card) throw new Error(`Cell "${cell.id}": expected "${value}" to be the value of a card.`)
    return card
  }
  const leaves = (value: string): number => {
    const card = cardOf(value)
    const { x, out } = column(card.name === value ? card.column : complementOf(card.column))
    return x + out
  }
  const toneOf = (equation: string): Role => cell.equations[equation]?.role ?? 'hidden'
  const right = (card: CardPlan): number => {
    const { x, width } = column(card.complement ? 'write' : card.column)
    return x + width
  }
  const half = geometry.ribbon / 2
  return {
    cell,
    plan,
    graph,
    geometry,
    column,
    leaves,
    cardOf,
    toneOf,
    wires: (test) => graph.wires.filter(test).map((wire) => wire.id),
    busEnd: Math.max(...plan.cards.map(right)) - 8,
    inputTop: plan.busState === null ? geometry.lanes.bus - half : geometry.lanes.bus + half + 2,
  }
}
