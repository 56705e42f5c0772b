/** The colour scales that the stage draws with, made once a theme. */
import { binaryTable, scaleOf, tableOf, type ColourScale, type Theme } from '../../ui/colour.ts'

export interface Palette {
  /** States, candidates and signed inputs, [−1, 1]. */
  readonly signed: ColourScale
  /** States whose scale goes to ±reach. */
  readonly state: (reach: number) => ColourScale
  /** Binary inputs. */
  readonly binary: ColourScale
  /** A bar above and below 0: its length says how much, its colour only the sign. */
  readonly bar: (value: number) => string
}

const make = (theme: Theme): Palette => {
  const signed = scaleOf(tableOf('cell', theme))
  const states = new Map<number, ColourScale>()
  const state = (reach: number): ColourScale => {
    const scale = states.get(reach) ?? scaleOf(tableOf('cell', theme, reach))
    states.set(reach, scale)
    return scale
  }
  return {
    signed,
    state,
    binary: scaleOf(binaryTable(theme)),
    bar: (value) => signed(value < 0 ? -0.9 : 0.9),
  }
}

const palettes: Readonly<Record<Theme, Palette>> = { light: make('light'), dark: make('dark') }

export const paletteOf = (theme: Theme): Palette => palettes[theme]
