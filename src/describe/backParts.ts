/** What stands in the picture of a cell read backward. */
import type { PlacedBadge, PlacedPill, PlacedStrip, Placement, Rectangle } from './placementParts.ts'

/** What a part of the picture shows of a slot. */
export type BackValue =
  /** ∂L/∂ slot, complete */
  | { readonly kind: 'gradient'; readonly slot: string }
  /** what reaches it from the step that reads it */
  | { readonly kind: 'arrives'; readonly slot: string }
  /** what its own step adds: all but what arrives */
  | { readonly kind: 'local'; readonly slot: string }
  /** what this step sends back to it, as the step before left it */
  | { readonly kind: 'sent'; readonly slot: string }
  /** the part of that which comes through weights: all but `kept` */
  | { readonly kind: 'through'; readonly slot: string; readonly kept: string; readonly keeper: string }
  /** the part of that which the keep gate lets through: keeper ⊙ ∂L/∂ state */
  | { readonly kind: 'kept'; readonly slot: string; readonly keeper: string }

export interface Shown {
  /** Names the slot whose phase, counted back from 6, brings the part to life; 'x' is the last, 'y' the first. */
  readonly since: string
  readonly what: BackValue
}

export type BackRibbon = Rectangle & Shown & { readonly id: string; readonly ends: boolean }
export type BackStrip = Rectangle & Shown & { readonly id: string }

export type Point = readonly [number, number]

/** A wire from where the gradient comes to the tip of its arrow. */
export interface BackWire {
  readonly id: string
  readonly since: string
  readonly points: readonly Point[]
  /** Where the arrow points: a unit step. */
  readonly towards: Point
}

export interface BackLabel {
  readonly x: number
  readonly y: number
  readonly slot: string
  readonly time: 't−1' | 't+1' | 't'
  readonly anchor: 'start' | 'middle' | 'end'
  readonly since: string
}

export interface BackPlacement {
  readonly placement: Placement
  readonly ribbons: readonly BackRibbon[]
  /** Factors: the values that multiply forward multiply backward too. */
  readonly factors: readonly PlacedStrip[]
  /** Gradients that join at a fork. */
  readonly joins: readonly BackStrip[]
  readonly badges: readonly PlacedBadge[]
  readonly pills: readonly PlacedPill[]
  readonly wires: readonly BackWire[]
  readonly labels: readonly BackLabel[]
}
