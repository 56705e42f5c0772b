/**
 * What a demanding eye would find wrong with the texts of a page: cut off by their box, outside the window or
 * their card, or run into each other. Looks at what is drawn, so it holds for HTML, SVG and mathematics alike.
 */
import type { Page } from '@playwright/test'

/** Runs in the page; everything it needs is inside. */
const faultsInPage = (): string[] => {
  /** Pixels that a glyph's box may reach beyond what one sees of it. */
  const SLACK = 1.5
  const faults: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > window.innerWidth)
    faults.push(`the page is ${root.scrollWidth} px wide in a window of ${window.innerWidth}`)

  interface Text {
    readonly text: string
    readonly element: Element
    readonly box: DOMRect
    readonly panel: Element
  }

  const name = ({ text, element }: Pick<Text, 'text' | 'element'>): string =>
    `"${text}" (${element.closest('[class]')?.getAttribute('class') ?? element.tagName})`

  /** One pixel wide, or cut away: for screen readers only. */
  const isForEars = (element: Element): boolean => {
    for (let above: Element | null = element; above && above !== root; above = above.parentElement) {
      if (above instanceof SVGElement) continue
      const { clipPath, position } = getComputedStyle(above)
      const { width, height } = above.getBoundingClientRect()
      if (clipPath.startsWith('inset(50%') || (position === 'absolute' && width <= 1.5 && height <= 1.5))
        return true
    }
    return false
  }

  const isSeen = (element: Element): boolean =>
    element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    }) &&
    !element.closest('desc, title, option, script, style') &&
    !isForEars(element)

  /** What floats over the page covers it: its texts may lie over others. */
  const panelOf = (element: Element): Element => {
    for (let above: Element | null = element; above && above !== root; above = above.parentElement)
      if (
        above.matches('dialog, .datum-tip, .stage-tip') ||
        ['sticky', 'fixed'].includes(getComputedStyle(above).position)
      )
        return above
    return document.body
  }

  const boxes: Text[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').replaceAll(/[\s\u200b\u2061]+/g, ' ').trim()
    const element = node.parentElement
    if (text === '' || !element || !isSeen(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const panel = panelOf(element)
    for (const box of range.getClientRects())
      if (box.width > 0.5 && box.height > 0.5) boxes.push({ text, element, box, panel })
  }

  /** The part of an element's box in which its content shows. */
  const clips = (
    element: Element,
  ): { readonly x: boolean; readonly y: boolean; readonly scrolls: boolean } => {
    const { overflowX, overflowY } = getComputedStyle(element)
    const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
    const scrolls = [overflowX, overflowY].some((overflow) => overflow === 'auto' || overflow === 'scroll')
    return { x: hides(overflowX), y: hides(overflowY), scrolls }
  }

  for (const { text, element, box } of boxes) {
    let inScroller = false
    for (let above: Element | null = element; above && above !== root; above = above.parentElement) {
      // Within a picture only its outermost frame cuts.
      if (above instanceof SVGElement && !(above instanceof SVGSVGElement)) continue
      const { x, y, scrolls } = clips(above)
      if (scrolls) {
        inScroller = true
        break
      }
      const frame: DOMRect = above.getBoundingClientRect()
      // Wholly outside, it is not seen at all, as below the fold of the bottom sheet.
      const isOutside: boolean =
        (x && (box.left >= frame.right || box.right <= frame.left)) ||
        (y && (box.top >= frame.bottom || box.bottom <= frame.top))
      if (isOutside || above.matches('.frame-sheet-content')) {
        inScroller = true
        break
      }
      const isCut =
        (x && (box.left < frame.left - SLACK || box.right > frame.right + SLACK)) ||
        (y &&
          (box.top + box.height * 0.2 < frame.top - SLACK ||
            box.bottom - box.height * 0.2 > frame.bottom + SLACK))
      // A name that is cut with an ellipsis says itself in full elsewhere.
      if (isCut && !above.closest('[title]')) {
        faults.push(
          `${name({ text, element })} is cut by its box (${above.getAttribute('class') ?? above.tagName})`,
        )
        break
      }
    }
    if (!inScroller && (box.left < -SLACK || box.right > window.innerWidth + SLACK))
      faults.push(
        `${name({ text, element })} reaches beyond the window, ${Math.round(box.left)} … ${Math.round(box.right)} px`,
      )
  }

  for (const table of document.querySelectorAll('table')) {
    const around = table.parentElement!
    const over = table.getBoundingClientRect().right - around.getBoundingClientRect().right
    if (over > SLACK && isSeen(table) && !clips(around).scrolls)
      faults.push(`the table ${table.className} is ${over.toFixed(1)} px wider than its room`)
  }

  for (const card of document.querySelectorAll('.anatomy-card')) {
    const frame = card.getBoundingClientRect()
    for (const { text, element, box } of boxes)
      if (
        element.closest('text')?.parentElement === card.parentElement &&
        (box.left < frame.left - SLACK || box.right > frame.right + SLACK)
      )
        faults.push(`${name({ text, element })} crosses the border of its card`)
  }

  /** A letter fills about the middle two thirds of its line. */
  const ink = ({ box }: Text) => ({
    left: box.left + SLACK,
    right: box.right - SLACK,
    top: box.top + box.height * 0.22,
    bottom: box.bottom - box.height * 0.22,
  })
  const sameText = (a: Element, b: Element): boolean =>
    a === b ||
    (a.closest('text') !== null && a.closest('text') === b.closest('text')) ||
    (a.closest('math') !== null && a.closest('math') === b.closest('math'))
  const inked = boxes.map((text) => ({ text, ...ink(text) })).toSorted((a, b) => a.top - b.top)
  inked.forEach((one, k) => {
    for (const other of inked.slice(k + 1)) {
      if (other.top >= one.bottom) break
      const overlap = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      if (overlap <= 0 || one.text.panel !== other.text.panel) continue
      if (sameText(one.text.element, other.text.element)) continue
      faults.push(`${name(one.text)} and ${name(other.text)} run into each other by ${overlap.toFixed(1)} px`)
    }
  })
  return [...new Set(faults)]
}

/** Every fault in words; empty for a page that is well laid out. */
export const layoutFaults = (page: Page): Promise<string[]> => page.evaluate(faultsInPage)
