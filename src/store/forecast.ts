/** Forecasts of a scene's series from the open step on, beside what was observed and the baseline. */
import { useMemo } from 'react'
import {
  oneStepForecast,
  projection,
  rootMeanSquare,
  seasonalForecast,
  seasonalProjection,
} from '../scenes/forecast.ts'
import type { Scaling, Scene } from '../scenes/schema.ts'
import { useView } from './hooks.ts'
import type { CellId, CellRun } from './runs.ts'
import { useStore, type State } from './state.ts'

export interface Forecast {
  /** Entry k: the level forecast for step k + 1 from the observed level of step k, k = 0 … T − 1. */
  readonly oneStep: readonly number[]
  /** Levels of the steps t + 1 to the last, from what was observed up to t alone. */
  readonly projection: readonly number[]
  /** √ of the mean squared error of each, in the unit; NaN where nothing was observed to compare with. */
  readonly oneStepError: number
  readonly projectionError: number
}

export interface SeriesForecast {
  readonly unit: string
  /** What a step of time is. */
  readonly step: Scaling['step']
  /** Steps of the sequence; the observed ones go on after it. */
  readonly T: number
  /** The step at which the projection starts. */
  readonly t: number
  /** '2010-01' …, '2015-03-01' …; parallel to `observed`. */
  readonly times: readonly string[]
  readonly observed: readonly number[]
  /** Repeating the last value. */
  readonly baseline: Forecast
  /** The same change as a season ago; null for a series without a season. */
  readonly seasonal: Forecast | null
  readonly cells: readonly { readonly cellId: CellId; readonly forecast: Forecast }[]
}

type Facts = Omit<SeriesForecast, 'baseline' | 'seasonal' | 'cells'>

const withErrors = (
  { observed, t }: Facts,
  oneStep: readonly number[],
  projected: readonly number[],
): Forecast => {
  const next = observed.slice(1, oneStep.length + 1)
  return {
    oneStep,
    projection: projected,
    oneStepError: rootMeanSquare(oneStep.slice(0, next.length), next),
    projectionError: rootMeanSquare(projected, observed.slice(t + 1)),
  }
}

/** What runs forecast at step t of an example, or null for an example that is no series. */
export const forecastOf = (
  scene: Scene,
  exampleIndex: number,
  runs: State['runs'],
  step: number,
): SeriesForecast | null => {
  const { scaling } = scene
  const example = scene.examples[exampleIndex]
  const levels = example?.levels
  if (!scaling || !example || !levels) return null
  const T = levels.length
  const t = Math.min(step, T - 1)
  const continuation = example.continuation ?? []
  const observed = [...levels, ...continuation.map(({ level }) => level)]
  const times = [...example.steps.map(({ mark }) => mark ?? ''), ...continuation.map(({ mark }) => mark)]
  const facts: Facts = { unit: scaling.unit, step: scaling.step, T, t, times, observed }
  const ahead = observed.length - 1 - t
  const cells = Object.values(runs).map(({ cellId, network, parameters, trace }: CellRun) => {
    const known = Array.from(trace.inputs.subarray(0, t + 1))
    const projected = ahead > 0 ? projection(network, parameters, known, levels[t]!, ahead, scaling) : []
    return { cellId, forecast: withErrors(facts, oneStepForecast(levels, trace.outputs, scaling), projected) }
  })
  const last = Array.from({ length: ahead }, () => levels[t]!)
  const { before } = example
  const seasonal = before
    ? withErrors(facts, seasonalForecast(before, levels), seasonalProjection(before, levels, t, ahead))
    : null
  return { ...facts, cells, baseline: withErrors(facts, levels, last), seasonal }
}

/** What forecasts are made of. */
export interface Series {
  readonly scene: Scene
  readonly example: number
  readonly runs: State['runs']
}

/** The series on screen with the cells that forecast it, or null for a scene that is no series. */
export const useSeries = (): Series | null => {
  const scene = useStore((state) => state.loaded?.scene ?? null)
  const runs = useStore((state) => state.runs)
  const example = useView((view) => view.example)
  return useMemo(() => (scene?.scaling ? { scene, example, runs } : null), [scene, example, runs])
}
