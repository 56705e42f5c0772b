/**
 * Contrast of letters in SVG, which axe does not look at: their fill, through every opacity, against the
 * ground behind the picture. What is not computed yet is faint on purpose and says so in words.
 */
import type { Page } from '@playwright/test'

/** WCAG 2.2, 1.4.3, for text of any size. */
const LEAST = 4.5

const faultsInPage = (least: number): string[] => {
  type Rgba = readonly [number, number, number, number]
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  const rgba = (colour: string): Rgba => {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const luminance = ([r, g, b]: Rgba | readonly [number, number, number]): number => {
    const [R = 0, G = 0, B = 0] = [r, g, b].map((v) => {
      const s = v / 255
      return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * R + 0.7152 * G + 0.0722 * B
  }
  const groundOf = (element: Element): Rgba => {
    for (let above: Element | null = element.closest('svg'); above; above = above.parentElement) {
      const colour = rgba(getComputedStyle(above).backgroundColor)
      if (colour[3] === 1) return colour
    }
    return [255, 255, 255, 1]
  }
  const faults = new Set<string>()
  for (const element of document.querySelectorAll('svg text, svg tspan')) {
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.replaceAll('\u200b', '').trim())
      .join('')
    if (!text || !element.checkVisibility({ visibilityProperty: true })) continue
    let opacity = 1
    for (let above: Element | null = element; above; above = above.parentElement)
      opacity *= Number(getComputedStyle(above).opacity)
    const style = getComputedStyle(element)
    const [r, g, b, a] = rgba(style.fill)
    const ground = groundOf(element)
    const alpha = a * opacity * Number(style.fillOpacity)
    // Faint on purpose: what is not computed yet.
    if (alpha < 0.6) continue
    const seen = [r, g, b].map((v, k) => v * alpha + (ground[k] ?? 0) * (1 - alpha)) as [
      number,
      number,
      number,
    ]
    const [light, dark] = [luminance(seen), luminance(ground)].toSorted((x, y) => y - x)
    const ratio = (light! + 0.05) / (dark! + 0.05)
    if (ratio < least)
      faults.add(`"${text}" (${element.closest('[class]')?.getAttribute('class')}) has ${ratio.toFixed(2)}`)
  }
  return [...faults]
}

/** Letters of pictures with too little contrast, in words. */
export const contrastFaults = (page: Page): Promise<string[]> => page.evaluate(faultsInPage, LEAST)
