/**
 * The view in the address: '#scene=recall&cell=lstm&t=9&phase=4&slot=f&unit=7'. Readable, complete, and
 * checked when it comes in; what cannot be followed is told and the rest is used.
 */
import * as v from 'valibot'
import { sceneIds } from '../scenes/list.ts'
import type { AskedView } from './resolve.ts'
import type { Notice } from './state.ts'
import {
  CELL_CHOICES,
  DIRECTIONS,
  INITIAL_VIEW,
  LABS,
  momentOf,
  PAGES,
  READINGS,
  SPEEDS,
  type Phase,
  type Source,
  type View,
} from './view.ts'

const oneOf = (names: readonly string[], other: string) => v.picklist(names, other)
const whole = (low: number, high: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.number(), v.minValue(low), v.maxValue(high))
/** How much of the way: 0, 1 or a decimal between them. */
const part = v.pipe(v.string(), v.regex(/^(0|1|[01]?\.\d{1,9})$/), v.transform(Number), v.maxValue(1))
const flag = v.pipe(
  v.picklist(['0', '1']),
  v.transform((text) => text === '1'),
)

/** One line a key: how it is checked, what to expect, and what is shown when it fails. */
const KEYS = {
  page: { schema: v.picklist(PAGES), expected: PAGES.join(', '), shown: INITIAL_VIEW.page },
  lab: { schema: v.picklist(LABS), expected: LABS.join(', '), shown: INITIAL_VIEW.lab },
  set: {
    schema: v.pipe(v.string(), v.regex(/^[\w.*-]{0,200}$/)),
    expected: 'name_value*name_value',
    shown: '',
  },
  scene: { schema: oneOf(sceneIds, 'scene'), expected: sceneIds.join(', '), shown: INITIAL_VIEW.scene },
  example: { schema: whole(0, 1e6), expected: '0, 1, 2 …', shown: '0' },
  cell: { schema: v.picklist(CELL_CHOICES), expected: CELL_CHOICES.join(', '), shown: INITIAL_VIEW.cell },
  layer: {
    schema: v.pipe(
      whole(1, 1e6),
      v.transform((number) => number - 1),
    ),
    expected: '1, 2 …',
    shown: '1',
  },
  direction: {
    schema: v.picklist(DIRECTIONS),
    expected: DIRECTIONS.join(', '),
    shown: INITIAL_VIEW.direction,
  },
  compare: { schema: flag, expected: '0, 1', shown: '0' },
  feedforward: { schema: flag, expected: '0, 1', shown: '0' },
  folded: { schema: part, expected: '0 – 1', shown: '0' },
  reading: { schema: v.picklist(READINGS), expected: READINGS.join(', '), shown: INITIAL_VIEW.reading },
  source: {
    schema: v.pipe(
      v.string(),
      v.regex(/^(all|last|y\d{1,9})$/),
      v.transform((text) => text as Source),
    ),
    expected: 'all, last, y0, y1 …',
    shown: INITIAL_VIEW.source,
  },
  t: { schema: whole(0, 1e9), expected: '0, 1, 2 …', shown: '' },
  phase: { schema: whole(1, 6), expected: '1 – 6', shown: '' },
  slot: { schema: v.pipe(v.string(), v.minLength(1), v.maxLength(64)), expected: 'f, i, c, h …', shown: '' },
  unit: { schema: whole(0, 1e9), expected: '0, 1, 2 …', shown: '' },
  open: { schema: v.pipe(v.string(), v.minLength(1), v.maxLength(64)), expected: 'f, i, c, h …', shown: '' },
  term: { schema: v.pipe(v.string(), v.regex(/^\w{1,32}\.\d{1,9}$/)), expected: 'U_f.5', shown: '' },
  reveal: { schema: flag, expected: '0, 1', shown: '0' },
  speed: {
    schema: v.pipe(v.string(), v.transform(Number), v.picklist(SPEEDS)),
    expected: SPEEDS.join(', '),
    shown: String(INITIAL_VIEW.speed),
  },
} as const

type Key = keyof typeof KEYS

const isFlag = (key: Key): boolean => KEYS[key].schema === flag

const isKey = (key: string): key is Key => Object.hasOwn(KEYS, key)

/** What an address means by leaving a key out; t, phase, slot and unit are then chosen by rule. */
export const LEFT_OUT: AskedView = {
  page: INITIAL_VIEW.page,
  lab: INITIAL_VIEW.lab,
  set: INITIAL_VIEW.set,
  scene: INITIAL_VIEW.scene,
  example: INITIAL_VIEW.example,
  cell: INITIAL_VIEW.cell,
  layer: INITIAL_VIEW.layer,
  direction: INITIAL_VIEW.direction,
  compare: INITIAL_VIEW.compare,
  feedforward: INITIAL_VIEW.feedforward,
  folded: INITIAL_VIEW.folded,
  open: INITIAL_VIEW.open,
  term: INITIAL_VIEW.term,
  reading: INITIAL_VIEW.reading,
  source: INITIAL_VIEW.source,
  reveal: INITIAL_VIEW.reveal,
  speed: INITIAL_VIEW.speed,
}

/** Longer texts are cut before they are shown back. */
const MOST_SHOWN = 40

const shorten = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text)

/** Reads the part of an address after '#'. Never throws. */
export const parseAddress = (
  hash: string,
): { readonly asked: AskedView; readonly notices: readonly Notice[] } => {
  const asked: Record<string, unknown> = {}
  const notices: Notice[] = []
  for (const [key, text] of new URLSearchParams(hash.replace(/^#/, ''))) {
    if (!isKey(key)) {
      notices.push({
        key: 'address',
        expected: Object.keys(KEYS).join(', '),
        got: shorten(text === '' ? key : `${key}=${text}`),
        shown: '',
      })
      continue
    }
    const { schema, expected, shown } = KEYS[key]
    const parsed = v.safeParse(schema, text)
    if (parsed.success) asked[key] = parsed.output
    else notices.push({ key, expected, got: shorten(text), shown })
  }
  return { asked, notices }
}

/** The view as the part of an address after '#'; the clock as its timestep and phase. */
export const formatAddress = (view: View): string => {
  const { t, phase } = momentOf(view.clock)
  const all: Readonly<Record<Key, string | number | boolean | null>> & { readonly phase: Phase } = {
    ...view,
    layer: view.layer + 1,
    folded: Number(view.folded.toFixed(3)),
    t,
    phase,
  }
  const isDefault = (key: Key): boolean =>
    ((key === 'page' || key === 'lab' || key === 'set' || key === 'reading' || key === 'source') &&
      view[key] === INITIAL_VIEW[key]) ||
    (key === 'example' && view.example === 0) ||
    (key === 'layer' && view.layer === 0) ||
    (key === 'direction' && view.direction === INITIAL_VIEW.direction) ||
    (key === 'speed' && view.speed === INITIAL_VIEW.speed) ||
    (key === 'folded' && view.folded === 0) ||
    ((key === 'open' || key === 'term') && view[key] === null) ||
    (isFlag(key) && all[key] === false)
  const entries = (Object.keys(KEYS) as Key[])
    .filter((key) => !isDefault(key))
    .map((key) => [key, all[key] === true ? '1' : String(all[key])])
  return new URLSearchParams(entries).toString()
}
