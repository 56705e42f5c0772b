/** A sentence for every phase of the way back, in both languages, whose numbers are those of the trace. */
import { describe, expect, it } from 'vitest'
import { narrateBack, type BackPlace } from '../../src/describe/backNarration.ts'
import { arrives, sentBack } from '../../src/describe/gradientTerms.ts'
import { textOf } from '../../src/describe/narration/index.ts'
import { backward, cells, gradAt } from '../../src/engine/index.ts'
import { networkOf, randomCase, traceOf } from '../engine/support/networks.ts'

const placeOf = (id: string, t: number, language: 'en' | 'es' = 'en'): BackPlace => {
  const sample = randomCase(networkOf(id, { I: 2, H: 3, readout: { size: 2, activation: 'identity' } }), 4, 3)
  const { trace } = backward(traceOf(sample), sample.dLogits)
  return {
    site: { network: trace, part: 0, seed: sample.dLogits },
    t,
    unit: 1,
    of: 'L',
    loss: 0.25,
    speech: {
      language,
      number: (value) => value.toFixed(4),
      percent: (value) => `${Math.round(value * 100)} %`,
    },
  }
}

const PHASES = [1, 2, 3, 4, 5, 6] as const

describe.each(cells.map(({ id }) => id))('%s', (id) => {
  it('says something in each phase, at both ends of the sequence, in both languages', () => {
    for (const t of [0, 1, 3])
      for (const phase of PHASES) {
        const [en, es] = (['en', 'es'] as const).map((language) =>
          narrateBack(placeOf(id, t, language), phase),
        )
        expect(textOf(en!).length).toBeGreaterThan(8)
        expect(textOf(es!)).not.toBe(textOf(en!))
        expect(textOf(en!)).not.toMatch(/NaN|undefined|\{/)
        const numbers = (parts: typeof en) =>
          parts!.flatMap(({ value }) => (value === undefined ? [] : [value]))
        expect(numbers(es)).toEqual(numbers(en))
      }
  })
})

it('takes its numbers from the trace', () => {
  const place = placeOf('lstm', 1)
  const layer = place.site.network.traces[0]!
  const values = (phase: (typeof PHASES)[number]): readonly (number | undefined)[] =>
    narrateBack(place, phase).map(({ value }) => value)
  expect(values(5)).toContain(gradAt(layer, 1, 'h')[1])
  expect(values(4)).toContain(gradAt(layer, 1, 'c')[1])
  for (const gate of ['f', 'i', 'g', 'o']) expect(values(3)).toContain(gradAt(layer, 1, gate)[1])
  expect(values(1)).toContain(sentBack(place.site, 'h', 1)[1])
  expect(values(6).some((value) => Math.abs((value ?? NaN) - arrives(place.site, 'c', 1)[1]!) < 1e-12)).toBe(
    true,
  )
})

it('says that nothing of a cell without memory goes back', () => {
  expect(textOf(narrateBack(placeOf('feedforward', 1), 1))).toMatch(/carries nothing/)
})
