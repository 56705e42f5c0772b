/** From what an address (or a picker) asks for to a full view; what cannot be followed becomes a notice. */
import { termOf } from '../describe/term.ts'
import { partIndex, partRun, placeOf, type Place } from './parts.ts'
import type { CellId, CellRun } from './runs.ts'
import { hasSlot, openingOf, slotsOf } from './selection.ts'
import type { Notice } from './state.ts'
import { clampClock, clockAt, momentOf, stepOfSource, type Phase, type Source, type View } from './view.ts'

/** A view with gaps; t and phase in place of the clock. */
export type AskedView = Partial<Omit<View, 'clock'>> & {
  readonly clock?: number
  readonly t?: number
  readonly phase?: Phase
}

export interface Facts {
  readonly T: number
  readonly examples: number
  readonly runs: Readonly<Partial<Record<CellId, CellRun>>>
}

const within = (key: string, value: number, last: number, notices: Notice[]): number => {
  const kept = Math.min(Math.max(0, value), last)
  if (kept !== value) notices.push({ key, expected: `0 – ${last}`, got: String(value), shown: String(kept) })
  return kept
}

const seen = (run: CellRun, place: Place): CellRun => partRun(run, partIndex(run.network, place))

/** The layer and direction that are there; told where they are not those that were asked for. */
const placeWithin = (
  { layer = 0, direction = 'forward' }: AskedView,
  run: CellRun | undefined,
  notices: Notice[],
): Place => {
  if (!run) return { layer, direction }
  const { network } = run
  const kept = placeOf(network, partIndex(network, { layer, direction }))
  const tell = (key: string, expected: string, got: string, shown: string): number =>
    notices.push({ key, expected, got, shown })
  const last = network.spec.layers.length
  if (kept.layer !== layer)
    tell('layer', last === 1 ? '1' : `1 – ${last}`, String(layer + 1), String(kept.layer + 1))
  if (kept.direction !== direction && direction === 'reverse')
    tell('direction', kept.direction, direction, kept.direction)
  return kept
}

/** The equation whose arithmetic is open, when the cell has it. */
const openOf = (asked: string | null, shown: CellRun | undefined, notices: Notice[]): string | null => {
  if (asked === null || !shown) return null
  const equations = Object.keys(shown.cell.equations)
  if (equations.includes(asked)) return asked
  notices.push({ key: 'open', expected: equations.join(', '), got: asked, shown: '' })
  return null
}

/** The product that is looked at, when the open equation has it. */
const termIn = (
  asked: string | null,
  open: string,
  shown: CellRun | undefined,
  notices: Notice[],
): string | null => {
  if (asked === null || !shown) return null
  const { slots, parameters, H } = shown.layer.program
  const names = slots.flatMap(({ equation, op, weights }) =>
    equation === open && op === 'affine' ? weights : [],
  )
  const last = (name: string): number => (parameters.find((own) => own.name === name)?.size ?? 0) / H - 1
  const term = termOf(asked)
  if (term && names.includes(term.parameter) && term.index <= last(term.parameter)) return asked
  const expected = names.map((name) => `${name}.0 – ${name}.${last(name)}`).join(', ')
  notices.push({ key: 'term', expected: expected || '–', got: asked, shown: '' })
  return null
}

const sourceWithin = (source: Source, T: number, notices: Notice[]): Source => {
  const step = stepOfSource(source)
  if (step === null || step < T) return source
  const last: Source = `y${T - 1}`
  notices.push({ key: 'source', expected: `y0 – ${last}`, got: source, shown: last })
  return last
}

/** What an address asks for that cannot be shown beside something else that it asks for. */
const tellClashes = ({ compare, open, reading, folded }: AskedView, notices: Notice[]): void => {
  const beside = compare ? 'compare=1' : open ? `open=${open}` : 'reading=gradient'
  const tell = (key: string, got: string, shown: string): number =>
    notices.push({ key, expected: `${shown || '–'} (${beside})`, got, shown })
  if (compare && open) tell('open', open, '')
  if ((compare || open) && reading === 'gradient') tell('reading', reading, 'values')
  if ((compare || (!open && reading === 'gradient')) && folded) tell('folded', String(folded), '0')
}

/**
 * Fills the gaps of an asked view from the scene's numbers and holds it within them.
 * Settings that belong to no scene (cell, fold, speed …) stay as they were unless asked.
 */
export const resolveView = (
  asked: AskedView,
  before: View,
  { T, examples, runs }: Facts,
): { readonly view: View; readonly notices: readonly Notice[] } => {
  const notices: Notice[] = []
  const example = within('example', asked.example ?? 0, examples - 1, notices)
  const cell = asked.cell ?? before.cell
  const whole = runs[cell] ?? Object.values(runs)[0]
  const place = placeWithin(asked, whole, notices)
  const shown = whole && seen(whole, place)
  const t = asked.t === undefined ? undefined : within('t', asked.t, T - 1, notices)
  const opening = shown
    ? openingOf(shown, t, runs.lstm && seen(runs.lstm, place))
    : { clock: 0, slot: before.slot, unit: 0 }
  const clock =
    asked.clock ??
    (t === undefined ? opening.clock : clockAt(t, asked.phase ?? momentOf(opening.clock).phase))
  const unit =
    asked.unit === undefined || !shown
      ? opening.unit
      : within('unit', asked.unit, shown.layer.program.H - 1, notices)
  let slot = asked.slot ?? opening.slot
  if (shown && !hasSlot(shown.cell, slot)) {
    notices.push({
      key: 'slot',
      expected: slotsOf(shown.cell).join(', '),
      got: slot,
      shown: opening.slot,
    })
    slot = opening.slot
  }
  const compare = asked.compare ?? before.compare
  const open = compare ? null : openOf(asked.open ?? null, shown, notices)
  // What has been refused is beside nothing.
  tellClashes(compare ? asked : { ...asked, open }, notices)
  slot = open ?? slot
  // The opened arithmetic is that of the values.
  const reading = compare || open !== null ? 'values' : (asked.reading ?? before.reading)
  return {
    view: {
      page: asked.page ?? before.page,
      lab: asked.lab ?? before.lab,
      set: asked.set ?? before.set,
      scene: asked.scene ?? before.scene,
      example,
      cell,
      ...place,
      compare,
      feedforward: asked.feedforward ?? before.feedforward,
      folded: compare || reading === 'gradient' ? 0 : (asked.folded ?? before.folded),
      reading,
      source: sourceWithin(asked.source ?? before.source, T, notices),
      clock: clampClock(clock, T),
      slot,
      unit,
      open,
      term: open === null ? null : termIn(asked.term ?? null, open, shown, notices),
      reveal: asked.reveal ?? before.reveal,
      speed: asked.speed ?? before.speed,
    },
    notices,
  }
}
