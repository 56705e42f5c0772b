/**
 * What is too small to be pressed: WCAG 2.2, 2.5.8 (AA). A target of less than 24 by 24 px passes when a circle of
 * 24 px around its middle meets no other target; links within a sentence pass, and so do the steps and strands of
 * pictures, whose work buttons, sliders and tables do as well ("equivalent").
 */
import type { Page } from '@playwright/test'

const faultsInPage = (): string[] => {
  const SIZE = 24
  const SLACK = 0.5
  const targets = [
    ...document.querySelectorAll<HTMLElement | SVGElement>(
      'a[href], button, input, select, textarea, summary, [role="slider"], [role="button"], [role="radio"], [role="tab"]',
    ),
  ].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest('[inert], :disabled') &&
      !(getComputedStyle(element).display === 'inline' && element.closest('p, li')) &&
      // The open columns of bands stand for the whole band, which is pressed anywhere.
      !element.matches('.bands-band, .bands-output-band'),
  )
  const boxOf = (element: Element): DOMRect => {
    const own = element.getBoundingClientRect()
    // A label that goes around its field is pressed like the field.
    const label = element.closest('label')?.getBoundingClientRect()
    return label && label.width * label.height > own.width * own.height ? label : own
  }
  const boxes = targets
    .map((element) => ({ element, box: boxOf(element) }))
    .filter(({ box }) => box.width > 1 && box.height > 1)
  const isSmall = ({ width, height }: DOMRect): boolean => width < SIZE - SLACK || height < SIZE - SLACK
  const meets = (a: DOMRect, b: DOMRect): boolean => {
    const [x, y] = [a.x + a.width / 2, a.y + a.height / 2]
    if (isSmall(b)) return Math.hypot(b.x + b.width / 2 - x, b.y + b.height / 2 - y) < SIZE - SLACK
    const dx = Math.max(b.left - x, 0, x - b.right)
    const dy = Math.max(b.top - y, 0, y - b.bottom)
    return Math.hypot(dx, dy) < SIZE / 2 - SLACK
  }
  return boxes
    .filter(({ box }) => isSmall(box))
    .flatMap(({ element, box }) => {
      const near = boxes.find(
        (other) => other.element !== element && !other.element.contains(element) && meets(box, other.box),
      )
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? ''
      return near
        ? [
            `${element.tagName.toLowerCase()} “${name}” is ${Math.round(box.width)} × ${Math.round(box.height)} px and ${near.element.tagName.toLowerCase()} “${near.element.getAttribute('aria-label') ?? near.element.textContent?.trim().slice(0, 30)}” is near`,
          ]
        : []
    })
}

/** Targets that are too small, in words. */
export const targetFaults = (page: Page): Promise<string[]> => page.evaluate(faultsInPage)
