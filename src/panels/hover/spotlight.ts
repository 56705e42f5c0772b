/**
 * One stylesheet whose selectors follow the datum under the pointer: every picture of that number lights
 * up, and no component renders for it.
 */
import type { Hover } from '../../store/index.ts'
import { selectorsOf } from './datum.ts'

const SHAPES = ':is(rect, circle, path)'

/** The stylesheet for a datum, or an empty one. */
export const spotlightCss = (hover: Hover | null): string => {
  if (!hover) return ''
  const { marks, wires } = selectorsOf(hover)
  return [
    `${marks}:is(${SHAPES}) { stroke: var(--ink); stroke-width: 1.25px; }`,
    `${marks} > ${SHAPES} { stroke: var(--ink); }`,
    `${marks} > text { fill: var(--ink); }`,
    `${marks}:not(${SHAPES}, g, .math-term) { background-color: var(--accent-soft); border-radius: 2px; }`,
    // The ring of the focus stays what it is.
    `${marks}:not(${SHAPES}, g, .math-term, :focus-visible) { outline: 1.5px solid var(--ink); outline-offset: -0.5px; }`,
    `:is(${marks}, ${wires}).math-term { background-color: var(--accent-soft); border-radius: 3px; }`,
    `${wires} > .anatomy-wire { stroke-width: 3.25px; }`,
  ].join('\n')
}

/** Adds the stylesheet; returns how to light a datum, and null where the browser has no such sheets. */
export const addSpotlight = (): ((hover: Hover | null) => void) | null => {
  if (typeof CSSStyleSheet === 'undefined' || !('adoptedStyleSheets' in document)) return null
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return (hover) => sheet.replaceSync(spotlightCss(hover))
}
