/** Which steps of a picture are painted: those around the ones in view at once, all of them when there is time. */
import { useEffect, useState } from 'react'
import { whenIdle } from '../whenIdle.ts'
import { blockOf, isShort } from './block.ts'
import type { Columns } from './heatmap.ts'

/** Values that are coloured in a part of a frame; with more than these, steps out of view wait until they are near. */
const MOST_VALUES = 2_000_000

/**
 * The steps of `picture` to paint. While it stays the same, a long one grows to all its T steps of H values once the
 * browser rests, so that scrubbing paints nothing.
 */
export const useBlock = (picture: object, first: number, last: number, T: number, H: number): Columns => {
  const [whole, setWhole] = useState<object | null>(null)
  const waits = whole !== picture && !isShort(T) && T * H <= MOST_VALUES
  useEffect(() => (waits ? whenIdle(() => setWhole(picture)) : undefined), [waits, picture])
  return whole === picture ? { from: 0, count: T } : blockOf(first, last, T)
}
