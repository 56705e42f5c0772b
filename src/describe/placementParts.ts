/**
 * What a placed cell is made of: boxes, ribbons and wires in pixels of the pane. Plain data; the panel
 * draws each part, tests read it. `since` names the slot whose phase brings a part to life ('x' and 'y'
 * for the first and last); `carries` lists the wires of the graph that the part stands for.
 */
import type { Cell, OpName, Role } from '../engine/index.ts'
import type { AnatomyGeometry } from './geometry.ts'
import type { Reading } from './graph.ts'

/** What a part is coloured by. */
export type PartTone = Role | 'input' | 'output' | 'weight' | 'muted'

interface Part {
  readonly id: string
  readonly since: string
  readonly carries: readonly string[]
}

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type CardColumn =
  /** A thumbnail of weight matrices side by side, rows = units. */
  | {
      readonly kind: 'weights'
      readonly slot: string
      readonly x: number
      readonly width: number
      readonly tensors: readonly string[]
    }
  /** One value a unit: a pre-activation (signed, ±5) or a value in its tone's scale. */
  | {
      readonly kind: 'values'
      readonly slot: string
      readonly x: number
      readonly width: number
      readonly scale: 'pre-activation' | 'value'
      readonly tone: PartTone
    }
  | { readonly kind: 'curve'; readonly slot: string; readonly x: number; readonly op: OpName }

export interface PlacedComplement {
  readonly slot: string
  readonly of: string
  readonly tone: PartTone
  /** Left edge of its column of values. */
  readonly x: number
  readonly width: number
  readonly labelX: number
  /** Which edge of its label stands there. */
  readonly labelAnchor: 'start' | 'end'
  /** The dotted line between the value and its complement. */
  readonly link: readonly [number, number]
}

/** A learned equation. Its rows start at `body`, all columns aligned. */
export interface PlacedCard extends Part, Rectangle {
  readonly name: string
  readonly tone: PartTone
  readonly body: number
  /** Where the card's letter stands, right of it the name; or where both end. */
  readonly titleX: number
  /** Which edge of its words stands there. */
  readonly titleAnchor: 'start' | 'end'
  readonly columns: readonly CardColumn[]
  readonly complement: PlacedComplement | null
}

/** The values of an operand where an operation acts, one row a unit. */
export interface PlacedStrip extends Part, Rectangle {
  readonly reading: Reading
  readonly tone: PartTone
  readonly stroke: number
  /** The operation that it belongs to. */
  readonly operation: string
}

export interface PlacedPill extends Part, Rectangle {
  readonly slot: string
  readonly op: OpName
  readonly tone: PartTone
}

export interface PlacedBadge extends Part {
  readonly x: number
  readonly y: number
  readonly r: number
  readonly glyph: '×' | '+'
  readonly tone: PartTone
  readonly operation: string
  /** Stands on the edge of a card, where another value comes in. */
  readonly edge: boolean
}

export interface PlacedRibbon extends Part, Rectangle {
  readonly reading: Reading
  /** A bar closes its right end: nothing reads on. */
  readonly ends: boolean
}

export interface PlacedWire extends Part {
  readonly points: readonly (readonly [number, number])[]
  readonly tone: PartTone
  /** Ids of the parts at both ends. */
  readonly from: string
  readonly to: string
  /** A dot where it leaves a ribbon. */
  readonly junction: boolean
}

export interface PlacedLabel {
  readonly x: number
  readonly y: number
  /** A slot's name ('f*c_prev'), set as mathematics; `time` is its subscript. */
  readonly symbol: string
  readonly time: 't−1' | 't+1' | 't' | null
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly tone: PartTone
  readonly since: string
}

export interface Placement {
  /** The step whose values come in: t + 1 where the pane runs from right to left. */
  readonly before: 't−1' | 't+1'
  readonly cell: Cell
  readonly geometry: AnatomyGeometry
  readonly cards: readonly PlacedCard[]
  readonly strips: readonly PlacedStrip[]
  readonly pills: readonly PlacedPill[]
  readonly badges: readonly PlacedBadge[]
  readonly ribbons: readonly PlacedRibbon[]
  readonly wires: readonly PlacedWire[]
  readonly labels: readonly PlacedLabel[]
  /** Where the conveyor would be: the state is written anew, or nothing is carried at all. */
  readonly without: 'conveyor' | 'memory' | null
  /** Where the label 'concat' stands, or null. */
  readonly concat: { readonly x: number; readonly y: number; readonly carry: string | null } | null
  /** Ends outside the pane: the input's token and the output's bar. */
  readonly ports: readonly ({ readonly id: string } & Rectangle)[]
}

export type Pieces = {
  readonly [
    Key in 'cards' | 'strips' | 'pills' | 'badges' | 'ribbons' | 'wires' | 'labels' | 'ports'
  ]?: Placement[Key]
}
