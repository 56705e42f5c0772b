/** Measuring the page: the width of an element, and which of the three layouts fits the window. */
import { useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react'

/** No place for a drawing is narrower, but while the page is laid out anew, for a moment, in between. */
const LEAST = 120

/**
 * The width of an element's content box in whole px, kept up to date; 0 before it is measured. A width in which
 * nothing can be drawn is no measure: the one before holds.
 */
export const useWidth = (element: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const node = element.current
    if (!node) return undefined
    // The observer also tells of heights; React now and then renders for nothing when told what it knows.
    let known = 0
    const measure = (): void => {
      const now = Math.floor(node.clientWidth)
      if (now < LEAST || now === known) return
      known = now
      setWidth(now)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => observer.disconnect()
  }, [element])
  return width
}

/** wide: the inspector has a column; medium: it is a drawer; narrow: a sheet at the bottom. */
export type Layout = 'wide' | 'medium' | 'narrow'

const QUERIES = { narrow: '(max-width: 699px)', medium: '(max-width: 1179px)' } as const

const layoutNow = (): Layout => {
  if (globalThis.matchMedia?.(QUERIES.narrow).matches) return 'narrow'
  return globalThis.matchMedia?.(QUERIES.medium).matches ? 'medium' : 'wide'
}

const subscribe = (listener: () => void): (() => void) => {
  const queries = Object.values(QUERIES).map((query) => globalThis.matchMedia?.(query))
  for (const query of queries) query?.addEventListener('change', listener)
  return () => {
    for (const query of queries) query?.removeEventListener('change', listener)
  }
}

export const useLayout = (): Layout => useSyncExternalStore(subscribe, layoutNow)
