/**
 * The geometry of the river: earlier writes as ribbons on the page's time scale. Above the zero line the
 * positive, below it the negative; as thick, in each column, as what was left of the write at that step.
 */
import { area, line } from 'd3'
import type { Share, UnitMemory } from '../../describe/provenance.ts'
import { historyOf, type Masses, type Remainder } from '../../describe/provenanceHistory.ts'
import type { TimeScale } from '../../ui/timeScale.ts'

/** Where a ribbon ends, at the step that is split. */
export interface RibbonEnd {
  readonly x: number
  /** Middle and thickness, px. */
  readonly y: number
  readonly thickness: number
}

export interface Ribbon {
  /** Null for all other writes together. */
  readonly part: Share | null
  readonly isNegative: boolean
  readonly path: string
  readonly end: RibbonEnd
}

export interface River {
  readonly ribbons: readonly Ribbon[]
  /** The memory's value over time: what is above zero minus what is below. */
  readonly value: string
  readonly zero: number
  /** Where the ribbons end: labels stand beyond it. */
  readonly endX: number
  /** 1 when time runs to the right, −1 in a layer that reads the sequence in reverse. */
  readonly direction: 1 | -1
}

export interface RiverInput {
  readonly memory: UnitMemory
  readonly masses: Masses
  /** The writes that have a ribbon of their own, in any order. */
  readonly parts: readonly Share[]
  /** The step that is split. */
  readonly t: number
  readonly scale: TimeScale
  readonly top: number
  readonly height: number
}

/** How far into the lens the ribbons run, as a part of its width; its rest is for the labels. */
const INTO_LENS = 0.3
/** Room of a column's slopes: the middle part of a column is level. */
const SLOPE = 0.25

const finite = (v: number): number => (Number.isFinite(v) ? v : 0)

/** From px to px a column's level part runs, in the order of reading. */
const levelOf = (scale: TimeScale, step: number, reversed: boolean): readonly [number, number] => {
  const [left, width] = [scale.left(step), scale.width(step)]
  const slope = Math.min(scale.w, width) * SLOPE
  const isLens = scale.open === step && scale.lens > 0
  const level = isLens ? scale.lens * INTO_LENS : width - 2 * slope
  return reversed
    ? [left + width - slope, left + width - slope - level]
    : [left + slope, left + slope + level]
}

/** Where the level part of the last column ends: a value that has only entered the lens ends soon after its edge. */
const endOf = (scale: TimeScale, t: number, reversed: boolean): number => {
  const next = t + (reversed ? -1 : 1)
  const [, end] = levelOf(scale, t, reversed)
  if (scale.open !== next || scale.lens === 0) return end
  return reversed ? scale.left(next) + scale.lens * 0.94 : scale.left(next) + scale.lens * 0.06
}

/** px a unit of value, and the zero line; the same at every step, so that scrubbing does not rescale. */
export const verticalScale = (
  { most: { positive: up, negative: down } }: Masses,
  top: number,
  height: number,
): { readonly zero: number; readonly perUnit: number } => {
  const perUnit = up + down > 0 ? height / (up + down) : 0
  return { zero: up + down > 0 ? top + up * perUnit : top + height / 2, perUnit }
}

/** The steps on screen that are read by step t, in the order of reading. */
const stepsWithin = ({ first, last }: TimeScale, reversed: boolean, t: number): readonly number[] => {
  const [from, to] = reversed ? [Math.max(first, t), last] : [first, Math.min(last, t)]
  const steps = Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k)
  return reversed ? steps.toReversed() : steps
}

interface Layer {
  readonly part: Share | null
  /** On which side it lies where nothing is left of it. */
  readonly sign: 1 | -1
  /** What is left at each step, by step; nothing before the first. */
  readonly left: ReadonlyMap<number, number>
}

/** All other writes of one sign: what the masses hold beyond the shown ones. */
const othersOf = (
  { positive, negative }: Masses,
  shown: readonly Layer[],
  steps: readonly number[],
  sign: 1 | -1,
): Layer => {
  const all = sign > 0 ? positive : negative
  const left = new Map(
    steps.map((step) => {
      const own = shown.reduce((sum, layer) => sum + Math.max(0, sign * (layer.left.get(step) ?? 0)), 0)
      return [step, sign * Math.max(0, finite(all[step] ?? 0) - finite(own))]
    }),
  )
  return { part: null, sign, left }
}

/** Thinner than this is no ribbon, px. */
const THINNEST = 0.15

/** The ribbons of a unit's memory from the first step on screen to step t. */
export const riverOf = ({ memory, masses, parts, t, scale, top, height }: RiverInput): River => {
  const { reversed } = memory
  const { zero, perUnit } = verticalScale(masses, top, height)
  const isDrawn = (step: number): boolean => step >= scale.first && step <= scale.last
  const steps = stepsWithin(scale, reversed, t)
  const toMap = (history: readonly Remainder[]) => new Map(history.map(({ t: step, value }) => [step, value]))
  // The oldest lies at the zero line: what is born later moves nothing that is there.
  const order = (part: Share): number => (reversed ? -part.step : part.step)
  const shown: readonly Layer[] = parts
    .toSorted((a, b) => order(a) - order(b))
    .map((part) => ({
      part,
      sign: part.written < 0 ? -1 : 1,
      left: toMap(historyOf(memory, part, t, isDrawn)),
    }))
  const layers = [...shown, othersOf(masses, shown, steps, 1), othersOf(masses, shown, steps, -1)]
  const lastX = endOf(scale, t, reversed)
  const heaps = new Map(steps.map((step) => [step, { up: 0, down: 0 }]))

  const ribbons = layers.flatMap((layer): readonly Ribbon[] => {
    const points = steps.flatMap((step, k) => {
      const value = layer.left.get(step)
      const heap = heaps.get(step)
      if (value === undefined || !heap) return []
      const v = finite(value)
      const isDown = v < 0 || (v === 0 && layer.sign < 0)
      const from = isDown ? -heap.down : heap.up
      if (isDown) heap.down -= v
      else heap.up += v
      const [start, end] = levelOf(scale, step, reversed)
      const [low, high] = [zero - from * perUnit, zero - (from + v) * perUnit]
      const isBirth = layer.part?.step === step
      const edge = reversed ? scale.left(step) + scale.width(step) : scale.left(step)
      return [
        // A write begins at its column's edge; what is older than the window comes in at full size.
        ...(isBirth ? [{ x: edge, low, high: low }] : k === 0 ? [{ x: edge, low, high }] : []),
        { x: start, low, high },
        { x: step === t ? lastX : end, low, high },
      ]
    })
    const last = points.at(-1)
    const thickest = points.reduce((most, { low, high }) => Math.max(most, Math.abs(high - low)), 0)
    if (!last || thickest < THINNEST) return []
    const path = area<(typeof points)[number]>()
      .x(({ x }) => x)
      .y0(({ low }) => low)
      .y1(({ high }) => high)
    return [
      {
        part: layer.part,
        isNegative: last.high > last.low || (last.high === last.low && layer.sign < 0),
        path: path(points) ?? '',
        end: { x: last.x, y: (last.low + last.high) / 2, thickness: Math.abs(last.high - last.low) },
      },
    ]
  })

  const values = steps.flatMap((step) => {
    const [start, end] = levelOf(scale, step, reversed)
    const y = zero - finite(memory.value(step)) * perUnit
    return [
      { x: start, y },
      { x: step === t ? lastX : end, y },
    ]
  })
  const path = line<{ x: number; y: number }>(
    ({ x }) => x,
    ({ y }) => y,
  )
  return { ribbons, value: path(values) ?? '', zero, endX: lastX, direction: reversed ? -1 : 1 }
}

/**
 * Places labels near their ribbons' ends without overlap: in order of height, at least `pitch` apart,
 * within top … bottom. What does not fit is left out, the weakest first.
 */
export const placeLabels = (
  ribbons: readonly Ribbon[],
  top: number,
  bottom: number,
  pitch: number,
): readonly { readonly ribbon: Ribbon; readonly y: number }[] => {
  const room = Math.max(0, Math.floor((bottom - top) / pitch) + 1)
  const chosen = ribbons
    .filter(({ part }) => part !== null)
    .toSorted((a, b) => b.end.thickness - a.end.thickness)
    .slice(0, room)
    .toSorted((a, b) => a.end.y - b.end.y)
  const down: number[] = []
  for (const { end } of chosen) down.push(Math.max(end.y, (down.at(-1) ?? -Infinity) + pitch, top))
  // Those pushed over the bottom go back up, and take along those in their way.
  for (let k = down.length - 1; k >= 0; k--)
    down[k] = Math.min(down[k] ?? 0, bottom - (down.length - 1 - k) * pitch)
  return chosen.map((ribbon, k) => ({ ribbon, y: down[k] ?? ribbon.end.y }))
}
