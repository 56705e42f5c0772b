/**
 * The focus stays where the reader works: when what has it is taken from the page, as by another phase or another
 * reading, it goes to what takes the keyboard in the nearest part around it that is still there. A component that
 * knows better sets the focus itself when it renders.
 */
import { focusMain } from './focusMain.ts'

/** What Tab reaches in a part: also the one that a roving focus is at. */
const REACHED =
  ':is([tabindex="0"], button, a[href], input, select, textarea, summary):not(:disabled, [tabindex="-1"])'

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
  const forget = (): void => {
    had = null
  }
  const observer = new MutationObserver(() => {
    if (!had || had.isConnected || document.activeElement !== document.body) return
    had = null
    for (const part of parents.filter((parent) => parent.isConnected && parent.matches(INSIDE)))
      for (const next of part.querySelectorAll<HTMLElement | SVGElement>(REACHED)) {
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
