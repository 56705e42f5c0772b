/** All that a reader can do, as functions on the store. Everything is undone by another of them. */
import { cellOf } from '../engine/index.ts'
import type { Language } from '../i18n/index.ts'
import { inOrder, passEmpty, startPlaying, stepTo, stopPlaying } from './clock.ts'
import { foldAt, foldTo } from './folding.ts'
import { showScene } from './loading.ts'
import { keepKeys, keepLanguage, keepPauses, keepTheme, type ThemeChoice } from './preferences.ts'
import { partIndex, partRun, placeOf, type Place } from './parts.ts'
import { CELL_IDS, ensureRuns } from './running.ts'
import { hasSlot, sameJob } from './selection.ts'
import type { CellRun } from './runs.ts'
import { lengthOf, shownRun, useStore, type Hover, type Notice } from './state.ts'
import { clampClock, clockAt, momentOf, phaseStep, timeStep } from './view.ts'
import type { CellChoice, Lab, Page, Phase, Reading, Source, Speed, View } from './view.ts'
import { noteWish } from './wishes.ts'

const get = useStore.getState

const change = (part: Partial<View>): void => {
  noteWish(part)
  useStore.setState({ view: { ...get().view, ...part } })
}

/** Moves the playhead by hand: playing stops, as the reader has taken over. */
const moveTo = (clock: number): void => {
  stopPlaying()
  change({ clock: clampClock(clock, lengthOf(get())) })
}

export interface Selection {
  readonly slot?: string
  readonly unit?: number
  readonly t?: number
  readonly phase?: Phase
}

/** The open arithmetic follows the selection, as long as that is an equation. */
const openFor = (slot: string, view: View): Partial<View> => {
  if (view.open === null || slot === view.open) return {}
  const isEquation = shownRun(get())?.cell.equations[slot] !== undefined
  return { open: isEquation ? slot : null, term: null }
}

const select = ({ slot, unit, t, phase }: Selection): void => {
  const { view } = get()
  const now = momentOf(view.clock)
  const H = shownRun(get())?.layer.program.H ?? Infinity
  change({
    ...(slot === undefined ? {} : { slot, ...openFor(slot, view) }),
    ...(unit === undefined ? {} : { unit: Math.min(Math.max(0, unit), H - 1) }),
  })
  if (t !== undefined || phase !== undefined) moveTo(clockAt(t ?? now.t, phase ?? now.phase))
}

const sameDatum = (a: Hover | null, b: Hover | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.slot === b.slot &&
    a.unit === b.unit &&
    a.t === b.t &&
    a.input === b.input &&
    a.lane === b.lane)

/** Place and unit within what a run has. */
const at = (run: CellRun | null, place: Place): Partial<View> => {
  if (!run) return {}
  const part = partIndex(run.network, place)
  const { H } = partRun(run, part).layer.program
  return { ...placeOf(run.network, part), unit: Math.min(get().view.unit, H - 1) }
}

const setCell = (cell: CellChoice): void => {
  ensureRuns([cell])
  const { view, runs } = get()
  const slot = sameJob(view.slot, view.cell, cell)
  const open = view.open !== null && cellOf(cell).equations[slot] ? slot : null
  change({ cell, compare: false, slot, open, term: null, ...at(runs[cell] ?? null, view) })
}

/** Shows another layer or direction; what a network does not have is the nearest that it has. */
const setPart = (place: Place): void => {
  const { view, runs } = get()
  const run = runs[view.cell]
  if (!run) return
  const { cell } = partRun(run, partIndex(run.network, place))
  const slot = hasSlot(cell, view.slot) ? view.slot : cell.output
  const open = view.open !== null && cell.equations[slot] ? slot : null
  change({ slot, open, term: null, ...at(run, place) })
}

/** The layer or direction that follows, in the order in which they compute, or precedes with −1. */
const stepPart = (by: 1 | -1): void => {
  const { view, runs } = get()
  const network = runs[view.cell]?.network
  if (!network) return
  const part = Math.min(network.parts.length - 1, Math.max(0, partIndex(network, view) + by))
  setPart(placeOf(network, part))
}

/** What is folded: one cell, and its values. */
const VALUES_OF_ONE = { compare: false, reading: 'values' } as const

/** Fewer columns than these show no past. */
const SHORTEST_SPAN = 3

/** What was set in the laboratories that are not open. */
const settings = new Map<Lab, string>()

export const actions = {
  setPage: (page: Page): void => {
    stopPlaying()
    change({ page })
  },
  /** Opens a laboratory of the Train page with what was set there before. */
  setLab: (lab: Lab): void => {
    const { view } = get()
    if (lab === view.lab) return
    settings.set(view.lab, view.set)
    change({ lab, set: settings.get(lab) ?? '' })
  },
  /** What is set in the open laboratory. */
  setSettings: (set: string): void => change({ lab: get().view.lab, set }),
  /** Puts what can be followed in the place of what was asked, and tells of it once. */
  correctSettings: (asked: string, set: string, notices: readonly Notice[]): void => {
    const { view, notices: before } = get()
    if (view.set !== asked) return
    useStore.setState({ view: { ...view, set }, notices: [...before, ...notices] })
  },
  /** Loads a scene and shows its first example. */
  setScene: (scene: string): void => {
    useStore.setState({ notices: [] })
    void showScene({ scene })
  },
  setExample: (example: number): void => {
    const { scene, layer, direction } = get().view
    void showScene({ scene, example, layer, direction })
  },
  /** Loads the scene on screen again, after a failure. */
  reload: (): void => {
    const { view, loaded } = get()
    void showScene({ ...(loaded ? view : { scene: view.scene }), again: true })
  },
  setCell,
  setPart,
  stepPart,
  /** Three cells on one clock; always unrolled. */
  setCompare: (compare: boolean): void => {
    if (!compare) return change({ compare })
    ensureRuns(CELL_IDS)
    const part = { compare, open: null, term: null, reading: 'values' } as const
    noteWish(part)
    foldAt(0, part)
  },
  /** Folds or unrolls, from wherever the chain is. */
  setFolded: (folded: boolean): void => {
    const part = folded ? VALUES_OF_ONE : {}
    noteWish({ folded: folded ? 1 : 0, ...part })
    foldTo(folded ? 1 : 0, part)
  },
  /** Draws the chain to a part of the way by hand, 0 … 1. */
  setFold: (folded: number): void => {
    const part = folded > 0 ? VALUES_OF_ONE : {}
    noteWish({ folded, ...part })
    foldAt(folded, part)
  },
  /** Values forward or gradients back; gradients run through the unrolled chain of one cell. */
  setReading: (reading: Reading): void => {
    stopPlaying()
    if (reading === 'values') return change({ reading })
    const part = { reading, compare: false, open: null, term: null }
    noteWish(part)
    foldAt(0, part)
  },
  setSource: (source: Source): void => change({ source }),
  setClock: moveTo,
  /** One phase on or back in the order of computing, past those in which the shown cell does nothing. */
  stepPhase: (direction: 1 | -1): void => {
    const state = get()
    const T = lengthOf(state)
    // Steps that come faster than they can be shown add up.
    const next = phaseStep(state.steppingTo ?? inOrder(state.view.clock, state), direction, T)
    stepTo(clampClock(passEmpty(next, state, direction), T))
  },
  stepTime: (by: number): void => moveTo(timeStep(get().view.clock, by, lengthOf(get()))),
  home: (): void => moveTo(0),
  end: (): void => moveTo(Infinity),
  play: startPlaying,
  pause: stopPlaying,
  setSpeed: (speed: Speed): void => change({ speed }),
  select,
  setHover: (hover: Hover | null): void => {
    if (!sameDatum(hover, get().hover)) useStore.setState({ hover })
  },
  /** Draws so many timesteps of a long sequence at most, 3 or more; null: as many as fit. */
  setSpan: (span: number | null): void => {
    const kept = span === null || Number.isNaN(span) ? null : Math.max(SHORTEST_SPAN, Math.round(span))
    if (kept !== get().span) useStore.setState({ span: kept })
  },
  /** The layer without memory as a fourth lane of Compare. */
  setFeedforward: (feedforward: boolean): void => change({ feedforward }),
  /** Opens the arithmetic of an equation of the shown cell over the stage. */
  openArithmetic: (slot: string, unit?: number): void => {
    if (!shownRun(get())?.cell.equations[slot]) return
    select({ slot, ...(unit === undefined ? {} : { unit }) })
    change({ open: slot, compare: false, reading: 'values' })
  },
  closeArithmetic: (): void => change({ open: null, term: null }),
  /** Looks at one product of the open arithmetic ('U_f.5'), or at none. */
  setTerm: (term: string | null): void => {
    if (get().view.open !== null) change({ term })
  },
  setReveal: (reveal: boolean): void => change({ reveal }),
  setLanguage: (language: Language): void => {
    keepLanguage(language)
    useStore.setState({ language })
  },
  setTheme: (theme: ThemeChoice): void => {
    keepTheme(theme)
    useStore.setState({ themeChoice: theme })
  },
  setPauses: (pauses: boolean): void => {
    keepPauses(pauses)
    useStore.setState({ pauses })
  },
  setKeys: (keys: boolean): void => {
    keepKeys(keys)
    useStore.setState({ keys })
  },
  dismissNotices: (): void => useStore.setState({ notices: [] }),
}
