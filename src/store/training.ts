/** All that a reader can do on the Train page, as functions on its state. */
import { taskOf } from '../workers/trainingSettings.ts'
import { lossChoices } from '../scenes/lossOn.ts'
import { tasks } from '../scenes/tasks.ts'
import { sceneIds } from '../scenes/list.ts'
import { resumeFrom } from '../workers/trainingSession.ts'
import { openRun, pauseRun, playRun, reopenRun, stepRun, stopRun } from './trainingControl.ts'
import { branch, budgetOf, checkpointsOf, nearest, newRun, withBudget, type Run } from './trainingRun.ts'
import { draftFor, equalTerms, problemsOf, sameRun, type Draft } from './trainingSetup.ts'
import { fetchData } from './taskData.ts'
import { initialTraining, useTraining, type TrainingState } from './trainingState.ts'
import { claimRun, findRun, forgetRun, loadRun } from './trainingStorage.ts'

const { getState: get, setState: set } = useTraining

type Opened = NonNullable<TrainingState['task']>

/** The run before stays as a ghost when there is something of it to see. */
const ghostOf = (run: Run | null): Partial<Pick<TrainingState, 'ghost'>> =>
  run && run.update > 0 && run.checkpoints.length > 1 ? { ghost: run } : {}

/** The run of the form at its start, or null when something is wrong with the form. */
const prepare = (): { readonly next: Run; readonly task: Opened } | null => {
  const { task, draft } = get()
  if (!task || !draft) return null
  const entry = tasks[task.id]
  if (problemsOf(draft, task.task, entry).some(({ field }) => field === 'T')) return null
  const own = taskOf(draft, task.data)
  if (problemsOf(draft, own, entry).length > 0) return null
  return { next: newRun(crypto.randomUUID(), own, draft), task: { ...task, task: own } }
}

/** Which network of a new run is looked at: the cell that was, else the LSTM, else the first. */
const shownOf = (next: Run): number => {
  const { run, shown } = get()
  const placeOf = (id: string | undefined): number => next.members.findIndex(({ cell }) => cell === id)
  return Math.max(0, placeOf(run?.members[shown]?.cell), run ? 0 : placeOf('lstm'))
}

/** Opens a new run of the form at its start; false when something is wrong with the form. */
const startAnew = (): boolean => {
  const ready = prepare()
  if (!ready) return false
  const { next, task } = ready
  set({ ...ghostOf(get().run), task, shown: shownOf(next), part: 0, offer: null })
  openRun(next, null)
  return true
}

/** More parameters than this are not run before they are asked for. */
const PREVIEWED = 100_000

/**
 * Shows the networks of the form before their first update, so that the picture stands and only curves are
 * missing. A run that was trained stays, and so does the offer of one.
 */
const preview = (): void => {
  const { run, draft, phase } = get()
  if (phase === 'training' || (run && (run.update > 0 || (draft && sameRun(run.settings, draft))))) return
  const ready = prepare()
  if (!ready || ready.next.counts.reduce((sum, count) => sum + count, 0) > PREVIEWED) return
  set({ task: ready.task, shown: shownOf(ready.next), part: 0 })
  openRun(ready.next, null)
}

/** What is typed is shown once the typing rests. */
const REST = 250
let typing: ReturnType<typeof setTimeout> | undefined
const previewSoon = (): void => {
  clearTimeout(typing)
  typing = setTimeout(preview, REST)
}

/** The open run, when it is that of the form. */
const current = (): Run | null => {
  const { run, draft, phase } = get()
  return run && draft && phase === 'resting' && sameRun(run.settings, draft) ? run : null
}

/** The run with the number of updates that the form says, and the form with what that comes to. */
const asEntered = (run: Run, draft: Draft): Pick<TrainingState, 'run' | 'draft'> => {
  const next = withBudget(run, draft.updates)
  return { run: next, draft: { ...draft, updates: budgetOf(next) } }
}

let asked = 0

export const training = {
  /** Shows the form of a scene's task, and offers the run of it that was saved last. */
  openTask: async (scene: string): Promise<void> => {
    const id = sceneIds.find((known) => known === scene)
    if (!id || get().task?.id === id) return
    const turn = ++asked
    stopRun()
    clearTimeout(typing)
    set({ ...initialTraining })
    try {
      const data = await fetchData(id)
      if (turn !== asked) return
      const task = tasks[id].create(data, null)
      set({
        task: { id, data, task },
        lengths: tasks[id].lengths,
        lossChoices: lossChoices(task),
        draft: draftFor(id, task),
      })
    } catch (error) {
      if (turn === asked) set({ failure: error instanceof Error ? error.message : String(error) })
      return
    }
    // Storage may be forbidden: then there is nothing to offer.
    const offer = await findRun(id).catch(() => null)
    if (turn !== asked || get().phase === 'training' || (get().run?.update ?? 0) > 0) return
    set({ offer, offeredAt: Date.now() })
    preview()
  },
  /** Fills in the form; the open run stays as it is. */
  edit: (part: Partial<Draft>): void => {
    const { draft } = get()
    if (!draft) return
    set({ draft: { ...draft, ...part } })
    previewSoon()
  },
  equalTerms: (): void => {
    const { draft } = get()
    if (!draft) return
    set({ draft: equalTerms(draft) })
    previewSoon()
  },
  /** Trains: the open run on, a finished one for another budget, else a new one with the form's settings. */
  train: (): void => {
    const { draft } = get()
    const run = current()
    if (!run || !draft) {
      if (startAnew()) playRun()
      return
    }
    set(asEntered(run, draft))
    playRun()
  },
  pause: pauseRun,
  /** One update. */
  step: (): void => {
    const { draft } = get()
    const run = current()
    if (run && draft && run.update < run.until) set(asEntered(run, draft))
    if (run || startAnew()) stepRun()
  },
  /** Back to the initial weights of the form's settings. */
  reset: (): void => void startAnew(),
  /** Goes on from the checkpoint nearest to an update with another rate and a new optimizer. */
  goBack: (update: number, learningRate: number): void => {
    const { run, draft } = get()
    const from = run && nearest(checkpointsOf(run), update)
    if (!run || !draft || !from) return
    const optimizer = { ...run.settings.optimizer, learningRate }
    const settings = { ...run.settings, optimizer }
    const next = branch(crypto.randomUUID(), run, settings, from)
    set({ ghost: run, draft: { ...settings, updates: budgetOf(next) } })
    openRun(next, resumeFrom(settings, from))
    playRun()
  },
  tryAgain: reopenRun,
  /** Takes the offered run up where it was stored last. */
  goOn: async (): Promise<void> => {
    const { offer, task } = get()
    if (!offer || !task) return
    set({ offer: null })
    const saved = await loadRun(offer.id).catch(() => null)
    if (!saved) return
    const { settings } = saved.run
    // A run that meanwhile is open in another tab goes on here under another id.
    const id = (await claimRun(offer.id)) ? offer.id : crypto.randomUUID()
    set({
      draft: { ...settings, updates: budgetOf(saved.run) },
      task: { ...task, task: taskOf(settings, task.data) },
    })
    openRun({ ...saved.run, id }, saved.resume)
  },
  /** Forgets the offered run. */
  discard: (): void => {
    const { offer } = get()
    set({ offer: null })
    if (offer) void forgetRun(offer.id).catch(() => {})
  },
  /** Moves over training time; the end follows the newest weights. */
  setCursor: (update: number): void => {
    const { run } = get()
    const last = run ? checkpointsOf(run).at(-1) : undefined
    set({ cursor: last && update >= last.update ? null : update })
  },
  /** Which network, layer, step and unit is looked at. */
  select: (part: Partial<Pick<TrainingState, 'shown' | 'part' | 't' | 'unit'>>): void =>
    set('t' in part || 'unit' in part ? { ...part, chosen: true } : part),
  /** Looks at a telling step and unit, unless the reader chose one. */
  suggest: (t: number, unit: number): void => {
    if (!get().chosen) set({ t, unit })
  },
  dropGhost: (): void => set({ ghost: null }),
}
