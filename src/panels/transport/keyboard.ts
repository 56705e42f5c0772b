/** The keys that move the clock and the unit wherever the focus is, except where it has keys of its own. */
import { actions, useStore, type Phase } from '../../store/index.ts'

/** Elements that use letters or arrows themselves. */
const FIELDS =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), select, textarea, [contenteditable="true"], dialog'

/** Sliders that use the keys that move, and nothing else, themselves. */
const RANGES = 'input[type="range"]'
const MOVES = /^(Arrow|Page|Home$|End$)/

/** Choices that use the arrows, and nothing else, themselves. */
const CHOICES = 'input[type="radio"]'

/** Elements that Space presses. */
const PRESSABLE =
  'button, a, summary, input, [role="button"], [role="option"], [role="radio"], [role="gridcell"]'

const matches = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null

/** Timesteps that PageUp and PageDown pass. */
const PAGE = 10

const moveUnit = (by: 1 | -1): void => actions.select({ unit: useStore.getState().view.unit + by })

const toggleReading = (): void =>
  actions.setReading(useStore.getState().view.reading === 'gradient' ? 'values' : 'gradient')

const togglePlaying = (): void => (useStore.getState().playing ? actions.pause() : actions.play())

const toggleFold = (): void => {
  const { view, foldingTo } = useStore.getState()
  actions.setFolded((foldingTo ?? view.folded) < 0.5)
}

/**
 * What a key does, or null when it does nothing here.
 * @param help opens the sheet of keys
 */
export const commandOf = (event: KeyboardEvent, help: () => void): (() => void) | null => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null
  if (matches(event.target, FIELDS)) return null
  if (event.key.startsWith('Arrow') && matches(event.target, CHOICES)) return null
  if (MOVES.test(event.key) && matches(event.target, RANGES)) return null
  switch (event.key) {
    case ' ':
      return matches(event.target, PRESSABLE) ? null : togglePlaying
    case 'ArrowLeft':
      return () => (event.shiftKey ? actions.stepPhase(-1) : actions.stepTime(-1))
    case 'ArrowRight':
      return () => (event.shiftKey ? actions.stepPhase(1) : actions.stepTime(1))
    case '?':
      return help
    case 'Home':
      return actions.home
    case 'End':
      return actions.end
    case 'PageUp':
      return () => actions.stepTime(-PAGE)
    case 'PageDown':
      return () => actions.stepTime(PAGE)
    case 'g':
    case 'G':
      return toggleReading
    case 'ArrowUp':
      return () => (event.shiftKey ? actions.stepPart(1) : moveUnit(-1))
    case 'ArrowDown':
      return () => (event.shiftKey ? actions.stepPart(-1) : moveUnit(1))
    case 'p':
    case 'P':
      return () => actions.setPauses(!useStore.getState().pauses)
    case 'f':
    case 'F':
      return toggleFold
    default:
      return /^[1-6]$/.test(event.key) ? () => actions.select({ phase: Number(event.key) as Phase }) : null
  }
}

/** Listens on the whole page; returns how to stop. */
export const listenForKeys = (help: () => void): (() => void) => {
  const onKey = (event: KeyboardEvent): void => {
    const command = useStore.getState().keys ? commandOf(event, help) : null
    if (!command) return
    event.preventDefault()
    command()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
