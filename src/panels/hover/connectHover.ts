/** Pointer and keyboard focus on any mark of the page set the datum that lights up everywhere. */
import { actions, momentOf, useStore } from '../../store/index.ts'
import { datumOf, focusedDatum } from './datum.ts'
import { addSpotlight } from './spotlight.ts'

/** Parts that find the datum under the pointer themselves, as canvases must. */
const OWN = '[data-hovers]'

const now = (): number => momentOf(useStore.getState().view.clock).t

let light: ReturnType<typeof addSpotlight> | undefined

/** Follows pointer and focus from now on; returns how to stop. */
export const connectHover = (): (() => void) => {
  light ??= addSpotlight()
  let byFocus = false
  let frame = 0

  const show = (target: EventTarget | null): void => {
    if (target instanceof Element && target.closest(OWN)) return
    byFocus = false
    actions.setHover(datumOf(target, now()))
  }
  const onOver = (event: Event): void => show(event.target)
  const onLeave = (): void => {
    if (!byFocus) actions.setHover(null)
  }
  const showFocused = (): void => {
    const focused = document.activeElement
    const datum = focused?.matches(':focus-visible') ? focusedDatum(focused, now()) : null
    if (!datum && !byFocus) return
    byFocus = datum !== null
    actions.setHover(datum)
  }
  const unsubscribe = useStore.subscribe((state, before) => {
    if (state.hover !== before.hover) light?.(state.hover)
    // The part with the focus may stand for another datum after its keys moved the view.
    if (byFocus && state.view !== before.view) {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(showFocused)
    }
  })
  // It may say so later than the view moves: panels follow.
  const observer = new MutationObserver(() => {
    if (byFocus) showFocused()
  })
  const watch = ({ target }: Event): void => {
    observer.disconnect()
    if (target instanceof Element) observer.observe(target, { attributeFilter: ['data-focus', 'data-t'] })
  }
  const { documentElement } = document
  document.addEventListener('pointerover', onOver)
  documentElement.addEventListener('pointerleave', onLeave)
  document.addEventListener('focusin', showFocused)
  document.addEventListener('focusin', watch)
  document.addEventListener('focusout', showFocused)
  return () => {
    cancelAnimationFrame(frame)
    unsubscribe()
    light?.(null)
    document.removeEventListener('pointerover', onOver)
    documentElement.removeEventListener('pointerleave', onLeave)
    document.removeEventListener('focusin', showFocused)
    document.removeEventListener('focusin', watch)
    observer.disconnect()
    document.removeEventListener('focusout', showFocused)
  }
}
