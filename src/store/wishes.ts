/** What the reader sets while a scene comes in: it outlasts what was asked for before. */
import { cellOf } from '../engine/index.ts'
import type { AskedView } from './resolve.ts'
import { hasSlot, sameJob } from './selection.ts'
import type { View } from './view.ts'

/** What can be set whatever scene is on screen. Places within a scene belong to the request for it. */
const SETTINGS: ReadonlySet<string> = new Set<keyof View>([
  'page',
  'lab',
  'set',
  'cell',
  'compare',
  'feedforward',
  'folded',
  'reading',
  'source',
  'open',
  'term',
  'reveal',
  'speed',
])

const wished = new Set<string>()

export const clearWishes = (): void => wished.clear()

/** Takes note of what the reader sets. */
export const noteWish = (part: Partial<View>): void => {
  for (const key of Object.keys(part)) if (SETTINGS.has(key)) wished.add(key)
}

/** The view as the request asked for it, had the reader set nothing while it came in. */
export const beforeWishes = (view: View, asked: AskedView): View => ({
  ...view,
  ...Object.fromEntries(Object.entries(asked).filter(([key]) => wished.has(key))),
})

/** A request without what the reader has set since it began: the later wish wins. */
export const withoutWishes = (asked: AskedView, began: View, now: View): AskedView => {
  const kept: AskedView = Object.fromEntries(Object.entries(asked).filter(([key]) => !wished.has(key)))
  const from = asked.cell ?? began.cell
  // What was asked for in another cell is the same job in the chosen one; what is no slot is left to be told.
  if (!wished.has('cell') || asked.slot === undefined || !hasSlot(cellOf(from), asked.slot)) return kept
  return { ...kept, slot: sameJob(asked.slot, from, now.cell) }
}
