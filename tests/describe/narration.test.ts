import { describe, expect, test } from 'vitest'
import {
  narrate,
  narrateTogether,
  textOf,
  type NarratedRun,
  type NarratedScene,
  type Speech,
} from '../../src/describe/narration/index.ts'
import { compose } from '../../src/describe/narration/parts.ts'
import type { PhaseNumber } from '../../src/describe/phases.ts'
import { at, carryInto, cells } from '../../src/engine/index.ts'
import { formatNumber, formatPercent } from '../../src/i18n/number.ts'
import { networkOf, randomCase, traceOf } from '../engine/support/networks.ts'

const T = 4
const H = 3
const phases: readonly PhaseNumber[] = [1, 2, 3, 4, 5, 6]

const speech = (language: 'en' | 'es'): Speech => ({
  language,
  number: (value) => formatNumber(value, language),
  percent: (value) => formatPercent(value),
})

const runOf = (
  id: string,
  activation: 'identity' | 'softmax' = 'identity',
  outputs: 'every' | 'last' = 'every',
) => {
  const network = networkOf(id, { I: 2, H, readout: { size: 2, activation }, outputs })
  const trace = traceOf(randomCase(network, T, 21))
  const [layer] = trace.traces
  const [part] = network.parts
  if (!layer || !part) throw new Error('Expected a network of one layer.')
  return { cell: part.program.cell, trace, layer, part: 0 } satisfies NarratedRun
}

const scene: NarratedScene = {
  inputName: null,
  said: ['store 0.50', 'rest', 'rest', 'recall'],
  outputs: 'every',
  outputNames: [],
  targets: [null, null, null, [0.5, -0.25]],
  rest: null,
}

/** Every number that may be spoken of a unit at a step, from the trace itself. */
const numbersOf = ({ cell, trace, layer }: NarratedRun, t: number, unit: number): ReadonlySet<number> =>
  new Set([
    ...cell.flat.single.slots.map(({ name }) => at(layer, t, name)[unit] ?? NaN),
    ...cell.carry.map((name) => carryInto(layer, t, name)[unit] ?? NaN),
    ...trace.outputs.subarray(t * 2, t * 2 + 2),
    ...(scene.targets[t] ?? []),
  ])

describe.each(cells.map(({ id }) => id))('narration of %s', (id) => {
  const run = runOf(id)

  test.each(['en', 'es'] as const)(
    'speaks the numbers of the trace and writes them as the page does, %s',
    (language) => {
      const how = speech(language)
      const wrong: string[] = []
      let spoken = 0
      for (const phase of phases)
        for (let t = 0; t < T; t++)
          for (let unit = 0; unit < H; unit++) {
            const known = numbersOf(run, t, unit)
            for (const { value, text } of narrate(run, scene, { t, phase }, unit, how)) {
              if (value === undefined) continue
              spoken++
              const written = text === how.number(value) || text === how.percent(value)
              if (!known.has(value) || !written) wrong.push(`${phase} ${t} ${unit} ${text} ${value}`)
            }
          }
      expect(wrong).toEqual([])
      expect(spoken).toBeGreaterThan(T * H * 4)
    },
  )

  test('says the same numbers in the same tones in both languages', () => {
    for (const phase of phases) {
      const said = (['en', 'es'] as const).map((language) =>
        narrate(run, scene, { t: 2, phase }, 1, speech(language))
          .filter((part) => part.value !== undefined)
          .map(({ value, tone }) => ({ value, tone }))
          .sort((a, b) => (a.value ?? 0) - (b.value ?? 0)),
      )
      expect(said[0]).toEqual(said[1])
    }
  })

  test('sentences are as they were', () => {
    expect(
      (['en', 'es'] as const).flatMap((language) =>
        phases.map((phase) => textOf(narrate(run, scene, { t: 3, phase }, 1, speech(language)))),
      ),
    ).toMatchSnapshot()
  })
})

const valuesAt = (run: NarratedRun, phase: PhaseNumber, t: number, unit: number) =>
  narrate(run, scene, { t, phase }, unit, speech('en')).flatMap(({ value }) => value ?? [])

test('the cell update says keep, old, write, candidate and new, in this order', () => {
  const run = runOf('lstm')
  const now = (slot: string) => at(run.layer, 2, slot)[1]
  const before = carryInto(run.layer, 2, 'c')[1]
  expect(valuesAt(run, 4, 2, 1)).toEqual([now('f'), before, now('i'), now('g'), now('c')])
  expect(valuesAt(run, 5, 2, 1)).toEqual([now('tanh(c)'), now('o'), now('h')])
})

test('the mix of the GRU says the same of h, and of 1 − z', () => {
  const run = runOf('gru')
  const now = (slot: string) => at(run.layer, 2, slot)[1]
  const before = carryInto(run.layer, 2, 'h')[1]
  expect(valuesAt(run, 5, 2, 1)).toEqual([now('z'), before, now('1-z'), now('n'), now('h')])
  expect(valuesAt(run, 4, 2, 1)).toEqual([now('n'), now('a_n.x'), now('r'), now('a_n.h')])
})

test('minGRU writes with z and keeps with 1 − z', () => {
  const run = runOf('mingru')
  const now = (slot: string) => at(run.layer, 2, slot)[0]
  const before = carryInto(run.layer, 2, 'h')[0]
  expect(valuesAt(run, 5, 2, 0)).toEqual([now('1-z'), before, now('z'), now('n'), now('h')])
})

test('classes are named, and a last output is not spoken of before it is there', () => {
  const named: NarratedScene = {
    ...scene,
    outputNames: ['a', 'b'],
    outputs: 'last',
    targets: [null, null, null, [0, 1]],
  }
  const run = runOf('gru', 'softmax', 'last')
  const say = (t: number) => textOf(narrate(run, named, { t, phase: 6 }, 0, speech('en')))
  expect(say(1)).toMatch(/No output at this step/)
  const [a = 0, b = 0] = run.trace.outputs
  const best = a > b ? 'a' : 'b'
  expect(say(3)).toBe(
    `Output. The readout puts most on ${best}, ${formatPercent(Math.max(a, b))}; the right one is b, ${formatPercent(b)}.`,
  )
})

test('at a step without a target it says what the output should rest at, where such steps count', () => {
  const run = runOf('gru')
  const say = (rest: NarratedScene['rest']) =>
    textOf(narrate(run, { ...scene, rest }, { t: 1, phase: 6 }, 0, speech('en')))
  expect(say(null)).toMatch(/Nothing is asked for at this step\.$/)
  expect(say([0, -0.5])).toMatch(/Nothing is asked for at this step: it should say 0\.00 and −0\.50\.$/)
})

describe('cells on one clock', () => {
  const runs = ['rnn', 'lstm', 'gru'].map((id) => runOf(id))

  test('sentences are as they were', () => {
    expect(
      (['en', 'es'] as const).flatMap((language) =>
        phases.map((phase) => textOf(narrateTogether(runs, scene, { t: 3, phase }, speech(language)))),
      ),
    ).toMatchSnapshot()
  })

  test('the share kept is the mean of the keeping gate', () => {
    const f = Array.from(at(runOf('lstm').layer, 1, 'f'))
    const spoken = narrateTogether(runs, scene, { t: 1, phase: 3 }, speech('en'))
    const shares = spoken.flatMap(({ value }) => value ?? [])
    expect(shares[0]).toBeCloseTo(f.reduce((a, b) => a + b, 0) / H, 15)
    expect(shares).toHaveLength(2)
  })

  test('of a layer without memory say that it reads and leaves no h for the next step', () => {
    const four = [runOf('feedforward'), ...runs]
    const say = (phase: PhaseNumber, language: 'en' | 'es'): string =>
      textOf(narrateTogether(four, scene, { t: 3, phase }, speech(language)))
    for (const phase of [2, 3, 4, 5, 6] as const)
      for (const language of ['en', 'es'] as const) expect(say(phase, language)).toContain('Feed-forward ')
    expect(say(3, 'en')).toContain('Feed-forward no gate')
    expect(say(1, 'en')).toContain('each recurrent cell also reads the h that it left itself')
    expect(say(1, 'es')).toContain('cada celda recurrente lee además el h')
    expect(say(5, 'en')).toContain('in recurrent cells right, to the next step')
    expect(say(5, 'es')).toContain('en las celdas recurrentes, al paso siguiente')
  })
})

test('a sentence without a part for a placeholder is refused', () => {
  expect(() => compose({ en: 'Unit {unit}', es: '' }, 'en', { t: 1 })).toThrow(/\{unit\}.*got t/)
})
