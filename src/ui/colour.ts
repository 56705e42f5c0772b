/**
 * Colour is the job: hue says what a quantity does in the cell, lightness its value.
 * Gate scales run over [0, 1], signed scales over [−m, m]; both in OKLCH, light and dark.
 */
export type Theme = 'light' | 'dark'

/** What a quantity is coloured by: a role of the cell, or one of the quantities around it. */
export type Tone =
  | 'keep'
  | 'write'
  | 'candidate'
  | 'expose'
  | 'read'
  | 'cell'
  | 'hidden'
  | 'input'
  | 'output'
  | 'weight'
  | 'gradient'

/** A value to a CSS colour '#rrggbb'. */
export type ColourScale = (value: number) => string

/** The CSS variable of a tone, for lines and letters: var(--tone-keep). */
export const toneVariable = (tone: Tone): string => `var(--tone-${tone})`

const mix = (a: number, b: number, t: number): number => a + (b - a) * t

const clamp = (v: number, low: number, high: number): number => Math.min(high, Math.max(low, v))

/** OKLCH (L 0–1, C, hue in degrees) to sRGB, each 0–255 (Ottosson 2020). */
const oklch = (L: number, C: number, hue: number): readonly [number, number, number] => {
  const angle = (hue * Math.PI) / 180
  const a = C * Math.cos(angle)
  const b = C * Math.sin(angle)
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channel = (linear: number): number => {
    const v = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
    return Math.round(255 * clamp(v, 0, 1))
  }
  return [
    channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    channel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const STEPS = 128

/** Index of a table's last colour. */
export const tableSteps = STEPS

type Rgb = readonly [number, number, number]

/** A scale as a table of STEPS + 1 colours over [low, high]: painters index it, marks ask for a string. */
export interface ColourTable {
  readonly low: number
  readonly high: number
  readonly rgb: readonly Rgb[]
}

const hex = ([r, g, b]: Rgb): string => `#${[r, g, b].map((v) => v.toString(16).padStart(2, '0')).join('')}`

const table = (low: number, high: number, colour: (v: number) => Rgb): ColourTable => ({
  low,
  high,
  rgb: Array.from({ length: STEPS + 1 }, (_, k) => colour(mix(low, high, k / STEPS))),
})

/** Index of a value in a table; values outside are clipped, as the key of the picture says. */
export const tableIndex = ({ low, high }: ColourTable, value: number): number =>
  Math.round(clamp((value - low) / (high - low), 0, 1) * STEPS)

const gateHues: Partial<Record<Tone, number>> = { keep: 200, write: 88, expose: 8, read: 322 }

const gateTable = (hue: number, theme: Theme): ColourTable =>
  table(0, 1, (v) =>
    theme === 'dark'
      ? oklch(mix(0.255, 0.8, v), mix(0.012, 0.105, v), hue)
      : oklch(mix(0.972, 0.5, v), mix(0.006, 0.105, v ** 0.8), hue),
  )

const signedTable = (m: number, theme: Theme): ColourTable =>
  table(-m, m, (v) => {
    const a = Math.abs(v / m) ** 0.8
    const hue = v < 0 ? 292 : 58
    return theme === 'dark'
      ? oklch(mix(0.265, 0.78, a), mix(0.006, 0.13, a), hue)
      : oklch(mix(0.968, v < 0 ? 0.47 : 0.58, a), mix(0.004, v < 0 ? 0.15 : 0.14, a), hue)
  })

const greyTable = (theme: Theme): ColourTable =>
  table(0, 1, (v) => {
    const [from, to]: [Rgb, Rgb] =
      theme === 'dark'
        ? [
            [35, 44, 54],
            [154, 165, 177],
          ]
        : [
            [236, 239, 241],
            [93, 102, 113],
          ]
    const channel = (k: 0 | 1 | 2): number => Math.round(mix(from[k], to[k], v))
    return [channel(0), channel(1), channel(2)]
  })

const cache = new Map<string, ColourTable>()

const cached = (key: string, make: () => ColourTable): ColourTable => {
  const known = cache.get(key) ?? make()
  cache.set(key, known)
  return known
}

/** Gates (keep, write, expose, read) have a scale over [0, 1]; all other tones are signed, over [−m, m]. */
export const isGate = (tone: Tone): boolean => tone in gateHues

/** The colour table of a tone. m: 1 for states, 5 for pre-activations, 3.2 for weights. */
export const tableOf = (tone: Tone, theme: Theme, m = 1): ColourTable => {
  const hue = gateHues[tone]
  return hue === undefined
    ? cached(`signed ${m} ${theme}`, () => signedTable(m, theme))
    : cached(`${tone} ${theme}`, () => gateTable(hue, theme))
}

/** The greys of binary inputs. */
export const binaryTable = (theme: Theme): ColourTable => cached(`binary ${theme}`, () => greyTable(theme))

const hexes = new WeakMap<ColourTable, readonly string[]>()

const hexesOf = (colours: ColourTable): readonly string[] => {
  const known = hexes.get(colours) ?? colours.rgb.map(hex)
  hexes.set(colours, known)
  return known
}

/** A table as a function from value to '#rrggbb'. NaN shows as the table's middle. */
export const scaleOf = (colours: ColourTable): ColourScale => {
  const strings = hexesOf(colours)
  return (value) => strings[tableIndex(colours, value)] ?? strings[STEPS / 2]!
}
