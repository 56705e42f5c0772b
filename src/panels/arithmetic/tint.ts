/** The ground and the ink of a number that lies on its own colour. */
import { scaleOf, tableOf, type Theme, type Tone } from '../../ui/colour.ts'

const channel = (v: number): number => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)

/** Relative luminance of '#rrggbb', 0 … 1 (WCAG 2). */
export const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Black or white, whichever reads better: at least 4.58 : 1 on any ground. */
export const inkOn = (ground: string): string => (luminance(ground) > 0.179 ? '#000000' : '#ffffff')

export interface Tint {
  readonly backgroundColor: string
  readonly color: string
}

/** @param reach half the width of a signed scale */
export const tintOf = (tone: Tone, theme: Theme, reach: number): ((value: number) => Tint) => {
  const colour = scaleOf(tableOf(tone, theme, reach))
  return (value) => {
    const backgroundColor = colour(value)
    return { backgroundColor, color: inkOn(backgroundColor) }
  }
}
