/** What components read of the store; each selects narrowly, so that only what changed renders again. */
import { useMemo } from 'react'
import { messages, type Language, type Messages } from '../i18n/index.ts'
import { sceneIds, titleOf } from '../scenes/list.ts'
import type { SceneText } from '../scenes/sceneText.ts'
import type { CellId, CellRun, SceneView } from './runs.ts'
import {
  shownRun,
  shownScene,
  useStore,
  type Failure,
  type Hover,
  type LocalTraining,
  type Notice,
} from './state.ts'
import { formOf, momentOf, progressOf, type Form, type Moment, type View } from './view.ts'

/** A part of the view. The selector must return a primitive or a part of the view itself. */
export const useView = <S>(selector: (view: View) => S): S => useStore((state) => selector(state.view))

/** The timestep and phase of the playhead; renders again only when one of them changes. */
export const useMoment = (): Moment => {
  const t = useStore((state) => momentOf(state.view.clock).t)
  const phase = useStore((state) => momentOf(state.view.clock).phase)
  return useMemo(() => ({ t, phase }), [t, phase])
}

/** The phase alone. */
export const usePhase = (): number => useView((view) => momentOf(view.clock).phase)

/** The timestep and phase of the playhead, for what moves on from there; panels may show one before (ui/following.tsx). */
export const playheadNow = (): Moment => momentOf(useStore.getState().view.clock)

/** The selected unit, likewise. */
export const unitNow = (): number => useStore.getState().view.unit

/** The form of the chain; renders again only when an end is left or reached. */
export const useForm = (): Form => useView(formOf)

/** Whether the chain is, or is on its way to be, folded; null when it is held between. */
export const useFolding = (): boolean | null =>
  useStore(({ view, foldingTo }) => {
    const end = foldingTo ?? view.folded
    return end === 0 || end === 1 ? end === 1 : null
  })

/** The example in the page's language as the layer on screen reads it, or null while nothing is loaded. */
export const useScene = (): SceneView | null => useStore(shownScene)

/** The run of a cell (the view's unless told), or null while loading or when its weights failed. */
export const useRun = (cellId?: CellId): CellRun | null => useStore((state) => shownRun(state, cellId))

/** Why a cell (the view's unless told) has no run, or null. */
export const useRunFailure = (cellId?: CellId): Failure | null =>
  useStore((state) => state.failures[cellId ?? state.view.cell] ?? null)

export interface Load {
  readonly status: 'loading' | 'ready' | 'error'
  readonly error: Failure | null
}

/** How far the scene is. */
export const useLoad = (): Load => {
  const status = useStore((state) => state.status)
  const error = useStore((state) => state.failure)
  return useMemo(() => ({ status, error }), [status, error])
}

export const useTheme = (): 'light' | 'dark' => useStore((state) => state.themeChoice ?? state.systemTheme)

export const useLanguage = (): Language => useStore((state) => state.language)

/** The place of the stage's motion: how far it is folded, and where the lens stands. */
export interface Place {
  /** 0 unrolled … 1 folded. */
  readonly fold: number
  /** The step under the lens; between two steps while it moves. */
  readonly at: number
}

/** Where the stage stands now; for what moves between renders. */
export const placeNow = (): Place => {
  const { view, lens } = useStore.getState()
  return { fold: view.folded, at: lens ?? momentOf(view.clock).t }
}

/** How much of the phase on screen is computed, above 0 … 1; for what moves between renders. */
export const progressNow = (): number => progressOf(useStore.getState().view.clock)

/** Calls back whenever that changes, before the page is painted; returns how to stop. */
export const onProgress = (listener: () => void): (() => void) => {
  let before = progressNow()
  return useStore.subscribe(() => {
    const now = progressNow()
    if (now === before) return
    before = now
    listener()
  })
}

/** Calls back whenever the stage moves, before the page is painted; returns how to stop. */
export const onPlace = (listener: () => void): (() => void) => {
  let before = placeNow()
  return useStore.subscribe(() => {
    const now = placeNow()
    if (now.fold === before.fold && now.at === before.at) return
    before = now
    listener()
  })
}

/** The messages of the first picture in the page's language. */
export const useMessages = (): Messages => messages[useLanguage()]

/** The words of a panel that brings its own catalogue. */
export const useWords = <M>(catalogue: Readonly<Record<Language, M>>): M => catalogue[useLanguage()]

/** How many timesteps of a long sequence are drawn at most; null: as many as fit. */
export const useSpan = (): number | null => useStore((state) => state.span)

export const useHover = (): Hover | null => useStore((state) => state.hover)

/** The networks trained on this page that are shown in place of the scene's own. */
export const useLocalTraining = (): readonly LocalTraining[] => useStore((state) => state.local)

export const usePlaying = (): boolean => useStore((state) => state.playing)

export const usePauses = (): boolean => useStore((state) => state.pauses)

export const useKeys = (): boolean => useStore((state) => state.keys)

export const useNotices = (): readonly Notice[] => useStore((state) => state.notices)

/** The words of the scene on screen in both languages, or null while it comes in. */
export const useSceneText = (): SceneText | null =>
  useStore(({ loaded, view }) => (loaded?.scene.id === view.scene ? loaded.text : null))

/** What the scene of the view is called, loaded or not. */
export const useSceneTitle = (): string => {
  const language = useLanguage()
  return useView((view) => titleOf(view.scene)[language])
}

export interface Choice {
  readonly value: string
  readonly label: string
}

/** The scenes there are, by name. */
export const useSceneChoices = (): readonly Choice[] => {
  const language = useLanguage()
  return useMemo(() => sceneIds.map((id) => ({ value: id, label: titleOf(id)[language] })), [language])
}

/** The examples of the scene on screen, by name; their value is their index. */
export const useExampleChoices = (): readonly Choice[] => {
  const language = useLanguage()
  const loaded = useStore((state) => state.loaded)
  return useMemo(
    () =>
      (loaded?.scene.examples ?? []).map(({ id }, index) => ({
        value: String(index),
        label: loaded?.text.examples[id]?.[language] ?? id,
      })),
    [loaded, language],
  )
}
