/** The one store: what is on screen (view), what is loaded, and what the reader prefers. */
import { create } from 'zustand'
import type { Language } from '../i18n/index.ts'
import type { LoadedScene } from '../scenes/load.ts'
import {
  onSystemTheme,
  preferredKeys,
  preferredLanguage,
  preferredPauses,
  preferredTheme,
  systemTheme,
  type ThemeChoice,
} from './preferences.ts'
import { partIndex, partRun, sceneOfPart } from './parts.ts'
import type { CellId, CellRun, SceneView } from './runs.ts'
import { INITIAL_VIEW, type View } from './view.ts'

/** A failure in parts, as the error panel shows it. */
export interface Failure {
  readonly what: string
  readonly expected: string
  readonly got: string
  readonly todo: string
}

/** A number of a run; see panels/hover/datum.ts. */
export interface Hover {
  readonly slot: string
  readonly unit: number
  readonly t: number
  /** Which input of a weighted sum: the slot is then the weights' name, 'W_f'. */
  readonly input?: number
  /** Which of several cells side by side. */
  readonly lane?: string
}

/** Something in the address that could not be followed, and what is shown instead. */
export interface Notice {
  /** Key of the address: 'scene', 't' …; 'address' when none of it could be read. */
  readonly key: string
  readonly expected: string
  readonly got: string
  readonly shown: string
}

/** Which network: its cell, the update at which it was taken, its seed. */
export interface LocalTraining {
  readonly cell: string
  readonly update: number
  readonly seed: number
}

export interface State {
  readonly view: View
  readonly playing: boolean
  /** The clock, in the order of computing, that a step is on its way to, or null. */
  readonly steppingTo: number | null
  /** Whether playing pauses at the end of each phase. */
  readonly pauses: boolean
  /** The end that the chain is on its way to by itself, or null while it rests or is drawn by hand. */
  readonly foldingTo: 0 | 1 | null
  /** Where the lens stands while it moves between steps; null: on the open one. */
  readonly lens: number | null
  readonly hover: Hover | null
  /** How many timesteps of a long sequence are drawn at most; null: as many as fit. */
  readonly span: number | null
  readonly status: 'loading' | 'ready' | 'error'
  readonly failure: Failure | null
  readonly loaded: LoadedScene | null
  /** The scene as its files have it, while networks trained on this page stand in it; else null. */
  readonly original: LoadedScene | null
  /** The networks trained on this page that stand in place of the scene's own; one a cell. */
  readonly local: readonly LocalTraining[]
  readonly scenes: Readonly<Record<Language, SceneView>> | null
  readonly runs: Readonly<Partial<Record<CellId, CellRun>>>
  /** Why a cell of the scene cannot be shown; the others go on. */
  readonly failures: Readonly<Partial<Record<CellId, Failure>>>
  readonly notices: readonly Notice[]
  readonly language: Language
  /** null: the system decides. */
  readonly themeChoice: ThemeChoice | null
  readonly systemTheme: ThemeChoice
  /** Whether single keys move the clock; some readers' tools send keys of their own. */
  readonly keys: boolean
}

export const initialState = (): State => ({
  view: INITIAL_VIEW,
  playing: false,
  steppingTo: null,
  pauses: preferredPauses(),
  foldingTo: null,
  lens: null,
  hover: null,
  span: null,
  status: 'loading',
  failure: null,
  loaded: null,
  original: null,
  local: [],
  scenes: null,
  runs: {},
  failures: {},
  notices: [],
  language: preferredLanguage(),
  themeChoice: preferredTheme(),
  systemTheme: systemTheme(),
  keys: preferredKeys(),
})

export const useStore = create<State>(() => initialState())

/** A cell (the view's unless told) as seen from the layer and direction on screen, or the nearest that it has. */
export const shownRun = ({ runs, view }: State, cellId: CellId = view.cell): CellRun | null => {
  const run = runs[cellId]
  return run ? partRun(run, partIndex(run.network, view)) : null
}

/** The example in the page's language as the part on screen reads it. */
export const shownScene = (state: State): SceneView | null => {
  const scene = state.scenes?.[state.language] ?? null
  const run = shownRun(state)
  return scene && run ? sceneOfPart(scene, run, state.language) : scene
}

/** True when the part on screen reads the sequence from its end: it computes from right to left. */
export const isReversed = (state: State): boolean => shownRun(state)?.layer.reversed ?? false

/** Number of timesteps of the example on screen; 1 while nothing is loaded. */
export const lengthOf = (state: State): number => state.scenes?.en.T ?? 1

/** The theme follows the system from now on, unless the reader chose one; returns how to stop. */
export const followSystemTheme = (): (() => void) =>
  onSystemTheme(() => useStore.setState({ systemTheme: systemTheme() }))
