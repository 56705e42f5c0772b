/** What the tasks generate is what they say: targets are worked out here a second way, and nothing leaks. */
import { describe, expect, test } from 'vitest'
import { rng } from '../../src/engine/rng.ts'
import type { TrainingSequence } from '../../src/engine/trainer.ts'
import { bracketsTask } from '../../src/scenes/brackets/task.ts'
import { co2Task } from '../../src/scenes/co2/task.ts'
import { parseSeries } from '../../src/scenes/co2/series.ts'
import { countingTask } from '../../src/scenes/counting/task.ts'
import { pairsTask } from '../../src/scenes/pairs/task.ts'
import { recallTask } from '../../src/scenes/recall/task.ts'
import { sentimentTask } from '../../src/scenes/sentiment/task.ts'
import { vocabulary } from '../../src/scenes/sentiment/vocabulary.ts'
import { parseWeather } from '../../src/scenes/weather/series.ts'
import { weatherTask } from '../../src/scenes/weather/task.ts'
import { fetchText } from './files.ts'

const rows = ({ sequence }: TrainingSequence): readonly (readonly number[])[] =>
  Array.from(sequence as readonly (number | readonly number[])[], (row) =>
    typeof row === 'number' ? [row] : row,
  )

describe('store and recall', () => {
  const task = recallTask()
  const drawn = task.sample(rng(3), 200)

  test('the target is the last stored value when it is asked for, else 0', () => {
    for (const sequence of [...drawn, ...task.validation]) {
      let stored = NaN
      rows(sequence).forEach(([value = NaN, store, recall], t) => {
        expect(sequence.target[t]).toBe(recall === 1 ? stored : 0)
        if (store === 1) stored = value
      })
    }
  })

  test('half of the sequences bridge at least 15 steps', () => {
    const delay = (sequence: TrainingSequence): number => {
      let since = 0
      let longest = 0
      rows(sequence).forEach(([, store, recall], t) => {
        if (store === 1) since = t
        if (recall === 1) longest = Math.max(longest, t - since)
      })
      return longest
    }
    const share = drawn.filter((sequence) => delay(sequence) >= 15).length / drawn.length
    expect(share).toBeGreaterThan(0.4)
    expect(Math.max(...drawn.map(delay))).toBeLessThan(24)
  })
})

test('aⁿbⁿ: words are balanced and the target is the next symbol', () => {
  const task = countingTask()
  for (const sequence of task.sample(rng(4), 100)) {
    const text = rows(sequence)
      .map(([symbol = -1]) => '#ab'[symbol])
      .join('')
    for (const word of text.split('#').slice(1)) {
      const n = word.length / 2
      expect(word).toBe('a'.repeat(n) + 'b'.repeat(n))
      expect(n).toBeLessThanOrEqual(task.metric.bound)
    }
    const next = Array.from(sequence.target, (symbol) => '#ab'[symbol]).join('')
    expect(next).toBe(`${text.slice(1)}#`)
  }
})

describe('CO₂', async () => {
  const csv = await fetchText('co2/co2-concentration.csv')
  const task = co2Task(csv)
  const months = parseSeries(csv).filter(({ mark }) => mark >= '1965-01')

  test('no month is missing from 1965 on', () => {
    const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
    months.slice(1).forEach(({ mark }, k) => {
      expect(number(mark) - number(months[k]?.mark ?? '')).toBe(1)
    })
  })

  test('scaled changes add up to the levels', () => {
    const { mean = NaN, scale = NaN } = task.scaling ?? {}
    for (const { steps, levels = [] } of task.examples)
      for (let t = 1; t < steps.length; t++) {
        const value = [steps[t]?.value].flat()[0] ?? NaN
        expect((levels[t - 1] ?? NaN) + mean + scale * value).toBeCloseTo(levels[t] ?? NaN, 9)
      }
  })

  test('training, validation and shown months do not overlap', () => {
    const { mean = NaN, scale = NaN } = task.scaling ?? {}
    const changes = months.slice(1).map(({ level }, k) => (level - (months[k]?.level ?? NaN) - mean) / scale)
    const at = (sequence: TrainingSequence): number => {
      const values = rows(sequence).map(([value]) => value)
      return changes.findIndex((_, k) => values.every((value, j) => value === changes[k + j]))
    }
    const span = (sequence: TrainingSequence): readonly [string, string] => {
      const start = at(sequence)
      expect(start).toBeGreaterThanOrEqual(0)
      // The change numbered k leads to month k + 1; the last target is one change further.
      return [months[start]?.mark ?? '', months[start + sequence.target.length + 1]?.mark ?? '']
    }
    for (const sequence of task.sample(rng(5), 300)) expect(span(sequence)[1] < '2000-01').toBe(true)
    for (const sequence of task.validation) {
      const [from, to] = span(sequence)
      expect(from >= '2000-01' && to < '2010-01').toBe(true)
    }
    for (const { steps } of task.examples) expect((steps[0]?.mark ?? '') >= '2010-01').toBe(true)
  })

  test('a file that is not the series is refused by line', () => {
    expect(() => co2Task('a,b\n1,2')).toThrow(/line 1: expected "Date,CO2,adjusted CO2", got "a,b"/)
    expect(() => co2Task('Date,CO2,adjusted CO2\n1965-01-01,many,2')).toThrow(
      /line 2.*got "1965-01-01,many,2"/,
    )
  })
})

describe('sentiment', () => {
  const task = sentimentTask()
  const words = (sequence: TrainingSequence): readonly string[] =>
    rows(sequence).map(([symbol = -1]) => vocabulary[symbol]?.en ?? '?')
  const good = ['good', 'great', 'beautiful', 'clever']
  const bad = ['bad', 'boring', 'awful', 'slow']

  /** The meaning of the last clause, read word by word. */
  const meaning = (text: readonly string[]): number => {
    const joint = Math.max(text.lastIndexOf('and'), text.lastIndexOf('but'))
    const last = text.slice(joint + 1)
    const negated = last.includes('not') || last.includes('never')
    const praised = last.some((word) => good.includes(word))
    expect(praised).not.toBe(last.some((word) => bad.includes(word)))
    return praised === negated ? 0 : 1
  }

  test('labels say what the sentences mean', () => {
    for (const sequence of [...task.sample(rng(6), 300), ...task.validation])
      expect(sequence.target[0]).toBe(meaning(words(sequence)))
    for (const { steps, targets } of task.examples)
      expect(targets[0]).toEqual([meaning(steps.map(({ mark }) => mark ?? ''))])
  })

  test('no validation sentence is trained on', () => {
    const held = new Set(task.validation.map((sequence) => words(sequence).join(' ')))
    const drawn = task.sample(rng(7), 2000).map((sequence) => words(sequence).join(' '))
    expect(drawn.some((sentence) => held.has(sentence))).toBe(false)
  })

  test('every word has a Spanish one of its own', () => {
    expect(new Set(vocabulary.map(({ es }) => es)).size).toBe(vocabulary.length)
  })
})

test('odd or even: the answer is the parity of “ab” in the text so far', () => {
  const task = pairsTask()
  for (const sequence of [...task.sample(rng(8), 200), ...task.validation]) {
    const text = rows(sequence)
      .map(([symbol = -1]) => 'abc'[symbol])
      .join('')
    for (let t = 0; t < text.length; t++)
      expect(sequence.target[t]).toBe((text.slice(0, t + 1).split('ab').length - 1) % 2)
  }
  for (const { steps, targets } of task.examples) {
    const text = steps.map(({ mark }) => mark).join('')
    expect(targets.at(-1)).toEqual([(text.split('ab').length - 1) % 2])
  }
})

describe('inside the brackets', () => {
  const task = bracketsTask()
  const textOf = (sequence: TrainingSequence): string =>
    rows(sequence)
      .map(([symbol = -1]) => '·()'[symbol])
      .join('')

  /** Steps of the dots between a bracket that opens and the next one, if that closes. */
  const inside = (text: string): ReadonlySet<number> =>
    new Set(
      [...text.matchAll(/\((·*)(?=\))/g)].flatMap(({ 0: match, index }) =>
        Array.from({ length: match.length - 1 }, (_, k) => index + 1 + k),
      ),
    )

  test('a dot is inside when the text says so; brackets are not asked about', () => {
    for (const sequence of [...task.sample(rng(9), 300), ...task.validation]) {
      const text = textOf(sequence)
      const dots = inside(text)
      for (let t = 0; t < text.length; t++) {
        expect(sequence.target[t]).toBe(dots.has(t) ? 1 : 0)
        expect(sequence.mask?.[t]).toBe(text[t] === '·' ? 1 : 0)
      }
    }
    for (const { steps, targets } of task.examples) {
      const text = steps.map(({ mark }) => mark).join('')
      expect(targets).toEqual(
        Array.from(text, (sign, t) => (sign === '·' ? [inside(text).has(t) ? 1 : 0] : null)),
      )
    }
  })

  test('the future matters: the same left side ends both ways', () => {
    const ends = new Map<string, number[]>()
    for (const sequence of task.sample(rng(10), 2000)) {
      const text = textOf(sequence)
      for (let t = 0; t < 6; t++) {
        const left = text.slice(0, t + 1)
        if (/\(·+$/.test(left)) ends.set(left, [...(ends.get(left) ?? []), sequence.target[t]!])
      }
    }
    const frequent = [...ends.values()].filter((tags) => tags.length >= 40)
    expect(frequent.length).toBeGreaterThan(3)
    for (const tags of frequent) expect(new Set(tags).size).toBe(2)
  })
})

describe('the weather', async () => {
  const csv = await fetchText('weather/seattle-weather.csv')

  test('no day is missing', () => {
    const days = parseWeather(csv).map(({ mark }) => Date.parse(mark) / 86_400_000)
    expect(days.length).toBe(1461)
    days.slice(1).forEach((day, k) => expect(day - days[k]!).toBe(1))
  })

  test('what is shown was neither trained on nor chosen by', () => {
    const task = weatherTask(csv)
    const shown = new Set(task.examples.flatMap(({ steps }) => steps.map(({ value }) => [value].flat()[0])))
    const before = parseWeather(csv).filter(({ mark }) => mark < '2015-01-01')
    expect(task.examples.every(({ steps }) => (steps[0]?.mark ?? '') >= '2015-01-01')).toBe(true)
    expect(shown.size).toBeGreaterThan(20)
    // 2012 and 2013 have 730 changes; a sequence and its last target take T + 1 of them.
    expect(task.sequences).toBe(before.filter(({ mark }) => mark < '2014-01-01').length - 1 - 28)
  })

  test('a file that is not the series is refused by line', () => {
    expect(() => weatherTask('a,b\n1,2')).toThrow(/line 1: expected "date,precipitation/)
    const [head] = csv.split('\n')
    expect(() => weatherTask(`${head}\n2012-01-01,0,warm,5,4.7,rain`)).toThrow(/line 2.*"2012-01-01,0,warm/)
  })
})
