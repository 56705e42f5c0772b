/** Pointing at a place on an area: a press says it, and so does every movement until the pointer is lifted. */
import type { PointerEvent } from 'react'

interface Handlers<E extends Element> {
  readonly onPointerDown: (event: PointerEvent<E>) => void
  readonly onPointerMove: (event: PointerEvent<E>) => void
}

/** Handlers of such an area. The pointer keeps it where it leaves it; `isPress` is true of the first place alone. */
export const dragging = <E extends Element>(
  moveTo: (event: PointerEvent<E>, isPress: boolean) => void,
): Handlers<E> => ({
  onPointerDown: (event) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    moveTo(event, true)
  },
  onPointerMove: (event) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event, false)
  },
})
