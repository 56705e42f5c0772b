/**
 * The view: everything that says what is on screen, as one serializable object. The same view always
 * gives the same picture; the address carries it.
 */
import type { Direction } from '../engine/index.ts'

export const CELL_CHOICES = ['rnn', 'lstm', 'gru'] as const
export type CellChoice = (typeof CELL_CHOICES)[number]

export const DIRECTIONS = ['forward', 'reverse'] as const satisfies readonly Direction[]

/** Sub-steps of a timestep; 1 concat … 6 output. */
export type Phase = 1 | 2 | 3 | 4 | 5 | 6
export const PHASES = 6

/** The rooms of the page. */
export const PAGES = ['explore', 'train'] as const
export type Page = (typeof PAGES)[number]

/** What the Train page shows: a run, or one of its laboratories. */
export const LABS = ['train', 'gradients', 'decay', 'memory'] as const
export type Lab = (typeof LABS)[number]

/** What the same equations are read for: their values forward, or the gradient back. */
export const READINGS = ['values', 'gradient'] as const
export type Reading = (typeof READINGS)[number]

/** Where the gradient is sent back from: every loss, the last one, or the output of one step. */
export type Source = 'all' | 'last' | `y${number}`

/** The step of a source that is one output, or null. */
export const stepOfSource = (source: Source): number | null =>
  source.startsWith('y') ? Number(source.slice(1)) : null

export interface View {
  readonly page: Page
  readonly lab: Lab
  /** What is set in the laboratory, as it stands in the address: 'bias_2*delay_40'; '' when all is as usual. */
  readonly set: string
  /** Scene id. */
  readonly scene: string
  /** Index of the scene's example sequence. */
  readonly example: number
  readonly cell: CellChoice
  /** The layer on screen, from 0 at the input, and its direction. */
  readonly layer: number
  readonly direction: Direction
  /** Three lanes on one clock. */
  readonly compare: boolean
  /** Compare has a fourth lane: the layer without memory. */
  readonly feedforward: boolean
  /** 0 unrolled, 1 folded; between them the chain is on its way, and every position follows. */
  readonly folded: number
  /** Gradients run through the unrolled chain of one cell: folding and comparing return to values. */
  readonly reading: Reading
  readonly source: Source
  /**
   * The playhead, in phases from the start: at t · 6 + (phase − 1) that phase of step t is complete. With
   * a fraction the next phase is being computed, to that part.
   */
  readonly clock: number
  /** Name of the selected slot, e.g. 'f'. */
  readonly slot: string
  /** The selected unit. */
  readonly unit: number
  /** The equation whose arithmetic is open over the stage, or null. It is the selected slot. */
  readonly open: string | null
  /** The product that is looked at in the open arithmetic: 'U_f.5', see describe/opened.ts; or null. */
  readonly term: string | null
  /** Also draw what is not computed yet as solid. */
  readonly reveal: boolean
  /** Speed of play: 1 is 1.8 s a timestep. */
  readonly speed: number
}

export interface Moment {
  /** Timestep, 0 … T − 1. */
  readonly t: number
  readonly phase: Phase
}

/** The forms of the chain: its two ends, and all that lies between. */
export type Form = 'unrolled' | 'between' | 'folded'

export const formOf = ({ folded }: Pick<View, 'folded'>): Form =>
  folded === 0 ? 'unrolled' : folded === 1 ? 'folded' : 'between'

/** The end that is nearer. */
export const isMostlyFolded = ({ folded }: Pick<View, 'folded'>): boolean => folded >= 0.5

const asPhase = (n: number): Phase => (n < 1 ? 1 : n > 6 ? 6 : n) as Phase

/** Closer to a whole clock than this is that clock: sums of frames are not exact. */
const WHOLE = 1e-9

/** The whole clock at which the phase that a clock stands in is complete. */
const completedAt = (clock: number): number => Math.max(0, Math.ceil(clock - WHOLE))

/** How much of the phase that a clock stands in is computed: above 0, and 1 at a whole clock. */
export const progressOf = (clock: number): number => Math.min(1, Math.max(0, clock - completedAt(clock) + 1))

/** The timestep and phase that a clock stands in: complete, or being computed. */
export const momentOf = (clock: number): Moment => {
  const whole = completedAt(clock)
  return { t: Math.floor(whole / PHASES), phase: asPhase((whole % PHASES) + 1) }
}

/** The clock at which a phase of a timestep is complete. */
export const clockAt = (t: number, phase: Phase = 1): number => t * PHASES + (phase - 1)

/** The clock within 0 and the last phase of the last step. */
export const clampClock = (clock: number, T: number): number =>
  Math.min(Math.max(0, clock), Math.max(0, T * PHASES - 1))

/** The whole clock that follows a clock, or with −1 precedes it: within a phase, its end or its start. */
export const phaseStep = (clock: number, direction: 1 | -1, T: number): number =>
  clampClock(direction > 0 ? Math.floor(clock + WHOLE) + 1 : completedAt(clock) - 1, T)

/** The clock one timestep on or back, in the same phase; at an end it stays in the end's step. */
export const timeStep = (clock: number, by: number, T: number): number => {
  const { t, phase } = momentOf(clock)
  return clampClock(clockAt(Math.min(Math.max(0, t + by), Math.max(0, T - 1)), phase), T)
}

/**
 * A clock in the order in which a reversed layer computes: its first step is the last of the sequence. The
 * phases of a step keep their order. Its own inverse.
 */
export const turned = (clock: number, T: number): number => {
  const { t } = momentOf(clock)
  return (T - 1 - t) * PHASES + (clock - t * PHASES)
}

export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const
export type Speed = (typeof SPEEDS)[number]

/** What is on screen before anything is chosen. */
export const INITIAL_VIEW: View = {
  page: 'explore',
  lab: 'train',
  set: '',
  scene: 'recall',
  example: 0,
  cell: 'lstm',
  layer: 0,
  direction: 'forward',
  compare: false,
  feedforward: false,
  folded: 0,
  reading: 'values',
  source: 'all',
  clock: 0,
  slot: 'f',
  unit: 0,
  open: null,
  term: null,
  reveal: false,
  speed: 0.5,
}
