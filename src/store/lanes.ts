/** The selection in Compare: it is in one lane, that of the view's cell; the other lanes follow their own units. */
import type { CellId } from './runs.ts'
import { useStore } from './state.ts'
import { CELL_CHOICES, type View } from './view.ts'
import { noteWish } from './wishes.ts'

/**
 * Selects in a lane, which becomes that of the view's cell. The lane without memory has no view of its own, so it
 * keeps to its unit.
 */
export const selectInLane = (lane: CellId, { slot, unit }: Pick<View, 'slot' | 'unit'>): void => {
  const cell = CELL_CHOICES.find((choice) => choice === lane)
  if (!cell) return
  const part: Partial<View> = { cell, slot, unit }
  noteWish(part)
  useStore.setState(({ view }) => ({ view: { ...view, ...part } }))
}
