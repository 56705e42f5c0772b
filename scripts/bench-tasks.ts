/**
 * Trains the tasks on which gates become visible, over eight seeds each, and writes docs/tasks.md.
 *   npm run bench:tasks                  all of them, some ten minutes
 *   npm run bench:tasks -- latch parity  some of them, to look at; writes nothing
 * Every result follows from its seed; only the seconds are those of one machine.
 */
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { cellOf, type InitialiserName } from '../src/engine/index.ts'
import { median } from '../src/store/trainingRun.ts'
import {
  exerciseOf,
  runTrial,
  type ExerciseChoice,
  type Model,
  type TrialResult,
} from '../src/workers/trial.ts'

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
/** A network is looked at so often, and ends once it has learned. */
const EVERY = 50

interface Row {
  readonly cell: string
  readonly initialiser: InitialiserName
  readonly size: number
  readonly window?: number
  readonly learningRate?: number
}

interface Bench {
  readonly id: string
  readonly title: string
  readonly exercise: ExerciseChoice
  readonly updates: number
  /** What "learned" means, in words. */
  readonly criterion: string
  readonly metric: string
  readonly rows: readonly Row[]
}

const row = (cell: string, initialiser: InitialiserName, size: number, more: Partial<Row> = {}): Row => ({
  cell,
  initialiser,
  size,
  ...more,
})

const gated = (size: number): readonly Row[] => [
  row('rnn', 'orthogonal', size),
  row('lstm', 'default', size),
  row('lstm', 'forget-bias', size),
  row('lstm', 'chrono', size),
  row('gru', 'default', size),
  row('gru', 'chrono', size),
]

const benches: readonly Bench[] = [
  {
    id: 'recall',
    title: 'Recall of a marked symbol (of 4) over 20 distractors, H = 8',
    exercise: { kind: 'symbol recall', steps: 20 },
    updates: 3000,
    criterion: 'at least 98 % right; guessing 25 %',
    metric: 'accuracy',
    rows: [row('feedforward', 'default', 8), row('feedforward', 'default', 8, { window: 8 }), ...gated(8)],
  },
  {
    id: 'counting',
    title: 'aⁿbⁿ, trained on n ≤ 30, H = 4',
    exercise: { kind: 'counting', steps: 30 },
    updates: 4000,
    criterion: 'all words up to n = 30 right',
    metric: 'right up to n',
    rows: gated(4),
  },
  {
    id: 'adding',
    title: 'Adding problem, T = 40, H = 12',
    exercise: { kind: 'adding', steps: 40 },
    updates: 4000,
    criterion: 'error (root mean square) at most 0.1; always 1: 0.41',
    metric: 'error',
    rows: [...gated(12), row('rnn', 'orthogonal', 12, { learningRate: 0.001 })],
  },
  {
    id: 'latch',
    title: 'Latch of one bit over 50 steps of noise, H = 4',
    exercise: { kind: 'latch', steps: 50 },
    updates: 3000,
    criterion: 'at least 98 % right; guessing 50 %',
    metric: 'accuracy',
    rows: gated(4),
  },
  {
    id: 'parity',
    title: 'Parity of the bits so far at every step, L = 16, H = 8',
    exercise: { kind: 'parity', steps: 16 },
    updates: 3000,
    criterion: 'at least 99 % right over all steps; guessing 50 %',
    metric: 'accuracy',
    rows: gated(8),
  },
  {
    id: 'sine',
    title: 'Next value of a sine of unknown period (8 – 24 steps), T = 40, H = 8',
    exercise: { kind: 'sine', steps: 40 },
    updates: 2000,
    criterion: 'error (root mean square) at most 0.05',
    metric: 'error',
    rows: [row('feedforward', 'default', 8), row('feedforward', 'default', 8, { window: 2 }), ...gated(8)],
  },
  {
    id: 'sentiment',
    title: 'Sentiment with negation, many to one, H = 8',
    exercise: { kind: 'scene', id: 'sentiment', data: '' },
    updates: 1500,
    criterion: 'at least 98 % of the held-out sentences right',
    metric: 'accuracy',
    rows: [row('feedforward', 'default', 8), row('feedforward', 'default', 8, { window: 4 }), ...gated(8)],
  },
]

const nameOf = ({ cell, initialiser, window, learningRate }: Row): string =>
  [
    cell === 'feedforward'
      ? window
        ? `feed-forward, window of ${window}`
        : 'feed-forward'
      : cellOf(cell).name,
    initialiser,
    ...(learningRate === undefined ? [] : [`rate ${learningRate}`]),
  ].join(', ')

const number = (value: number): string => String(Number(value.toPrecision(3)))

const range = (values: readonly number[]): string =>
  values.length === 0
    ? '–'
    : `${number(median(values))} (${number(Math.min(...values))} – ${number(Math.max(...values))})`

interface Outcome {
  readonly result: TrialResult
  readonly seconds: number
}

const tried = (bench: Bench, own: Row): readonly Outcome[] =>
  SEEDS.map((seed) => {
    const model: Model = { ...own, window: own.window ?? (own.cell === 'feedforward' ? 1 : null) }
    const budget = { updates: bench.updates, batch: 16, learningRate: own.learningRate ?? 0.01, clip: 1 }
    const start = performance.now()
    const result = runTrial({ exercise: bench.exercise, model, seed, budget, shuffle: false, every: EVERY })
    return { result, seconds: (performance.now() - start) / 1000 }
  })

const tableOf = (bench: Bench): string => {
  const { baseline } = exerciseOf(bench.exercise)
  const lines = bench.rows.map((own) => {
    const outcomes = tried(bench, own)
    const learned = outcomes.filter(({ result }) => result.learned)
    const cells = [
      nameOf(own),
      String(outcomes[0]!.result.parameters),
      `${learned.length} of ${outcomes.length}`,
      range(learned.map(({ result }) => result.updates)),
      range(learned.map(({ seconds }) => seconds)),
      range(outcomes.map(({ result }) => result.metric)),
    ]
    console.log(`${bench.id}: ${cells.join(' | ')}`)
    return `| ${cells.join(' | ')} |`
  })
  return [
    `## ${bench.title}`,
    '',
    `Learned: ${bench.criterion}. Baseline: ${number(baseline.metric)}. Budget: ${bench.updates.toLocaleString('en')} updates.`,
    '',
    `| network, initialisation | parameters | learned | updates until learned | seconds until learned | ${bench.metric} at the end |`,
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n')
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !benches.some(({ id }) => id === name))
if (unknown !== undefined)
  throw new Error(`Expected some of ${benches.map(({ id }) => id).join(', ')}, got "${unknown}".`)

const tables = benches.filter(({ id }) => wanted.length === 0 || wanted.includes(id)).map(tableOf)
const text = [
  '# Tasks on which gates become visible',
  `Written by \`npm run bench:tasks\`: every task, network and initialisation from the seeds ${SEEDS[0]} – ${SEEDS.at(-1)}, Adam with rate 0.01 unless told, batch 16, gradient clipped to norm 1. A network is judged on held-out sequences every ${EVERY} updates and ends when it has learned; one that has not by the end of its budget did not learn within this budget, which does not mean that it cannot. Weights, updates and metrics follow from the seeds to the last bit; seconds are those of one thread of ${cpus()[0]?.model ?? 'an unknown processor'} while other programs ran. Ranges: middle one (least – largest).`,
  ...tables,
].join('\n\n')
if (wanted.length === 0) await writeFile(new URL('../docs/tasks.md', import.meta.url), `${text}\n`)
