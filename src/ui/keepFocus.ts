/**
 * The focus stays where the reader works: when what has it is taken from the page, as by another phase or another
 * reading, it goes to what takes the keyboard in the nearest part around it that is still there, else to the main
 * part, where the page's keys work. A component that knows better sets the focus itself when it renders.
 */
import { focusMain } from './focusMain.ts'

/**
 * What takes it, the better first: the stop of a roving focus, whose arrows go on from where the reader is; else a
 * button or a link. Not a slider: it keeps the arrows to itself.
 */
const TAKES = ['[tabindex="0"]', ':is(button, a[href], summary):not(:disabled, [tabindex="-1"])']

/** Parts that are nearer than all of the page. */
const INSIDE = ':is(main, aside) *, aside'

const around = (element: Element): readonly Element[] => {
  const parents: Element[] = []
  for (let parent = element.parentElement; parent; parent = parent.parentElement) parents.push(parent)
  return parents
}

/** Follows the focus from now on; returns how to stop. */
export const keepFocus = (): (() => void) => {
  let had: Element | null = null
  let parents: readonly Element[] = []

  const remember = ({ target }: Event): void => {
    had = target instanceof Element ? target : null
    parents = had ? around(had) : []
  }
  // Who points elsewhere has left it.
  const forget = ({ target }: Event): void => {
    if (!(target instanceof Node && had?.contains(target))) had = null
  }
  const observer = new MutationObserver(() => {
    if (!had || had.isConnected || document.activeElement !== document.body) return
    had = null
    for (const part of parents.filter((parent) => parent.isConnected && parent.matches(INSIDE)))
      for (const takes of TAKES)
        for (const next of part.querySelectorAll<HTMLElement | SVGElement>(takes)) {
          next.focus({ preventScroll: true })
          // What is not shown does not take it.
          if (document.activeElement === next) return
        }
    focusMain()
  })
  document.addEventListener('focusin', remember)
  document.addEventListener('pointerdown', forget)
  observer.observe(document, { childList: true, subtree: true })
  return () => {
    document.removeEventListener('focusin', remember)
    document.removeEventListener('pointerdown', forget)
    observer.disconnect()
  }
}
