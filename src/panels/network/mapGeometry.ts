/** Where the map of a network lies: a block a layer from the bottom up, in it a row a direction. Numbers only. */
import type { Network } from '../../engine/index.ts'

/** Height of a row, which is also pressed, and of the room between two blocks, px. */
export const ROW = 24
export const BETWEEN = 15
const PAD = 5

export interface MapRow {
  /** Index in network.parts. */
  readonly part: number
  readonly top: number
}

export interface MapBlock {
  readonly layer: number
  readonly top: number
  readonly bottom: number
}

export interface NetworkMapGeometry {
  readonly height: number
  /** In the order of network.parts. */
  readonly rows: readonly MapRow[]
  /** From the first layer, at the bottom, to the last. */
  readonly blocks: readonly MapBlock[]
}

/**
 * Places the layers of a network. Within a layer the forward direction stands below the reverse one, so that
 * from the bottom up rows lie in the order in which they compute.
 */
export const mapGeometry = ({ parts, spec }: Pick<Network, 'parts' | 'spec'>): NetworkMapGeometry => {
  const rows: MapRow[] = []
  const blocks: MapBlock[] = []
  const height = 2 * PAD + parts.length * ROW + (spec.layers.length + 1) * BETWEEN
  let bottom = height - PAD - BETWEEN
  spec.layers.forEach((_, layer) => {
    const own = parts.flatMap((part, index) => (part.layer === layer ? [index] : []))
    own.forEach((part, k) => rows.push({ part, top: bottom - (k + 1) * ROW }))
    blocks.push({ layer, top: bottom - own.length * ROW, bottom })
    bottom -= own.length * ROW + BETWEEN
  })
  return { height, rows, blocks }
}

/** True for a network that has a map: one of several layers or directions. */
export const hasMap = ({ parts }: Pick<Network, 'parts'>): boolean => parts.length > 1

/** The part whose row holds y, or null between two blocks. */
export const partAt = ({ rows }: NetworkMapGeometry, y: number): number | null =>
  rows.find(({ top }) => y >= top && y < top + ROW)?.part ?? null
