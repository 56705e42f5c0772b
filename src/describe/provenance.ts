/**
 * Where a memory comes from. A carried value that is updated as keep ⊙ previous + write ⊙ candidate is the
 * sum of its initial value and of every write so far, each times all keep gates after it:
 * c_t = c₋₁ Π f_j + Σ_k (i_k g_k) Π_{j>k} f_j. Exact, given the gates' values; found by rule in any cell.
 */
import { carryInto, plane, type Cell, type CellSlot, type Trace, type Words } from '../engine/index.ts'
import { mixOf } from './mix.ts'

/** The carried slot that a cell remembers with, and the gates and candidate that update it. */
export interface MemoryUpdate {
  /** The carried slot, e.g. 'c'. */
  readonly slot: string
  readonly keep: CellSlot
  readonly write: CellSlot
  readonly candidate: CellSlot
}

/** One term of the sum. */
export interface Share {
  /** Step of the write; of the initial value the step before the first one read, −1 or, in reverse, T. */
  readonly step: number
  /** 'set': the value was put there by hand, over whatever had been there. */
  readonly kind: 'initial' | 'write' | 'set'
  /** What was written: gate × candidate. */
  readonly written: number
  /** Product of all keep gates after it, up to and with step t; 1 for a write of step t. */
  readonly kept: number
  /** written × kept. */
  readonly share: number
}

export interface Provenance {
  readonly update: MemoryUpdate
  readonly unit: number
  readonly t: number
  /** The recorded value, which the shares add up to. */
  readonly value: number
  /** One term a step, the oldest first. */
  readonly shares: readonly Share[]
}

/** How a cell updates its memory, or null when it has none that outlives a step by a gate. */
export const memoryUpdateOf = (cell: Cell): MemoryUpdate | null => {
  for (const slot of cell.carry) {
    const mix = mixOf(cell, slot)
    if (mix?.old.name === slot) return { slot, keep: mix.keep, write: mix.write, candidate: mix.candidate }
  }
  return null
}

/** Why a cell's state cannot be split into earlier writes; null when it can. */
export const whyNoProvenance = (cell: Cell): Words | null => {
  if (memoryUpdateOf(cell)) return null
  const [carried] = cell.carry
  return carried === undefined
    ? {
        en: 'Nothing is carried from one step to the next: every value comes from its own step.',
        es: 'Nada pasa de un paso al siguiente: cada valor sale solo de su propio paso.',
      }
    : {
        en: `${carried} is overwritten at every step: no part of an old value is kept as it was, so none can be traced to one earlier step.`,
        es: `${carried} se sobrescribe en cada paso: ninguna parte de un valor anterior se conserva tal cual, así que ninguna se puede atribuir a un solo paso anterior.`,
      }
}

/** One unit's memory, keep gate, write gate and candidate, by step; and what it started from. */
export interface UnitMemory {
  readonly T: number
  readonly reversed: boolean
  readonly initial: number
  readonly value: (t: number) => number
  readonly keep: (t: number) => number
  readonly written: (t: number) => number
  /** True where the value is not what the update gives: an intervention put it there. */
  readonly isSet: (t: number) => boolean
}

/** Two roundings lie closer than this, as a part of the values' size, in runs of 32 and of 64 bits. */
const TOLERANCE = { 32: 1e-5, 64: 1e-12 } as const

/**
 * Readers of one unit's memory over a trace that recorded all slots.
 * @throws Error for a unit outside 0 … H − 1, or a trace that did not record the gates' parts.
 */
export const unitMemory = (trace: Trace, update: MemoryUpdate, unit: number): UnitMemory => {
  const { T, reversed } = trace
  const { H } = trace.program
  if (!Number.isInteger(unit) || unit < 0 || unit >= H)
    throw new Error(`Expected a unit from 0 to ${H - 1}, got ${unit}. Choose one of them.`)
  const column = (name: string): ((t: number) => number) => {
    const values = plane(trace, name)
    return (t) => values[t * H + unit] ?? NaN
  }
  const [value, keep, write, candidate] = [
    column(update.slot),
    column(update.keep.name),
    column(update.write.name),
    column(update.candidate.name),
  ]
  const first = reversed ? T - 1 : 0
  const tolerance = TOLERANCE[trace.values instanceof Float32Array ? 32 : 64]
  const initial = carryInto(trace, first, update.slot)[unit] ?? NaN
  const written = (t: number): number => write(t) * candidate(t)
  const isSet = (t: number): boolean => {
    const kept = keep(t) * (t === first ? initial : value(reversed ? t + 1 : t - 1))
    const size = Math.abs(kept) + Math.abs(written(t)) + Math.abs(value(t))
    return Math.abs(value(t) - (kept + written(t))) > tolerance * size
  }
  return { T, reversed, initial, value, keep, written, isSet }
}

/**
 * Splits unit `unit` of the memory at step t (0 … T − 1) into its initial value and every write so far.
 * Where an intervention set the memory itself, what came before has no share.
 * @returns null for a cell without such a memory; `whyNoProvenance` says why.
 * @throws Error for a step or a unit outside the trace, or a trace that did not record all slots.
 */
export const provenance = (trace: Trace, unit: number, t: number): Provenance | null => {
  const update = memoryUpdateOf(trace.program.cell)
  if (!update) return null
  const memory = unitMemory(trace, update, unit)
  const { T, reversed } = memory
  if (!Number.isInteger(t) || t < 0 || t >= T)
    throw new Error(`Expected a step from 0 to ${T - 1}, got ${t}. Choose one of them.`)
  const shares: Share[] = []
  const direction = reversed ? 1 : -1
  const before = reversed ? T : -1
  let kept = 1
  let step = t
  // From now into the past: each step's keep gate stands between it and all that came before.
  for (; step !== before; step += direction) {
    const set = memory.isSet(step)
    const written = set ? memory.value(step) : memory.written(step)
    shares.push({ step, kind: set ? 'set' : 'write', written, kept, share: written * kept })
    if (set) break
    kept *= memory.keep(step)
  }
  if (step === before)
    shares.push({ step, kind: 'initial', written: memory.initial, kept, share: memory.initial * kept })
  return { update, unit, t, value: memory.value(t), shares: shares.toReversed() }
}

// A share that is not a number must not hide among the others.
const sizeOf = ({ share }: Share): number => (Number.isNaN(share) ? Infinity : Math.abs(share))

export interface Strongest {
  /** The largest first. */
  readonly shown: readonly Share[]
  /** Sum of the rest, and how many they are. */
  readonly others: number
  readonly count: number
}

/** Shares by size: at most `most`, of equal ones the newest first, and the rest as one sum. */
export const strongest = (shares: readonly Share[], most: number): Strongest => {
  // One share is not hidden behind a row that says so.
  const room = shares.length === most + 1 ? most + 1 : most
  const shown: Share[] = []
  let others = 0
  // From the newest back, each into its place: cheaper than to sort thousands for a handful.
  for (const part of shares.toReversed()) {
    const place = shown.findLastIndex((known) => sizeOf(known) >= sizeOf(part)) + 1
    if (place < room) shown.splice(place, 0, part)
    const dropped = place < room ? (shown.length > room ? shown.pop() : undefined) : part
    others += dropped?.share ?? 0
  }
  return { shown, others, count: shares.length - shown.length }
}
