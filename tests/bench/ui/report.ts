/** From measurements of the page to tables in Markdown, with what was aimed at. */
import { aimsTable, atLeast, atMost, number, table, type Aim } from '../aims.ts'
import { EDITED, type Edit } from './edit.ts'
import type { Size } from './explore.ts'
import { THROTTLE, type Interaction } from './keys.ts'
import type { Painting } from './painting.ts'
import type { Scrub } from './scrub.ts'
import type { TrainingScrubs } from './training.ts'

export interface Results {
  readonly scrubs: readonly Scrub[]
  readonly painting: Painting
  /** Elements of the document. */
  readonly views: readonly { readonly name: string; readonly elements: number }[]
  readonly interactions: readonly Interaction[]
  readonly edit: Edit
  readonly trained: TrainingScrubs
}

const named = ({ T, H }: Size): string => `T = ${number(T)}, H = ${H}`

const kilobytes = (bytes: number): string => `${number(bytes / 1000)} kB`

const scrubRows: readonly (readonly [string, (scrub: Scrub) => string])[] = [
  ['commits of React', ({ commits }) => number(commits)],
  ['calls that paint on a canvas', ({ paints }) => number(paints)],
  ['pixels that they cover', ({ pixels }) => number(pixels)],
  ['layouts', ({ layouts }) => number(layouts)],
  ['of them forced by a script', ({ forcedLayouts }) => number(forcedLayouts)],
  ['computations of styles', ({ styles }) => number(styles)],
  ['of them forced by a script', ({ forcedStyles }) => number(forcedStyles)],
  ['scripts, ms', ({ scriptMs }) => number(scriptMs)],
  ['all work of the page’s thread, ms', ({ taskMs }) => number(taskMs)],
  ['allocated', ({ allocated }) => kilobytes(allocated)],
  ['held after a collection', ({ held }) => kilobytes(held)],
  [
    'frame to frame, ms (at rest)',
    ({ interval, intervalAtRest }) => `${number(interval)} (${number(intervalAtRest)})`,
  ],
  [
    'long frames in all (at rest)',
    ({ longFrames, longFramesAtRest }) => `${longFrames} (${longFramesAtRest})`,
  ],
]

const scrubAims = (scrub: Scrub): Aim[] => {
  const of = `a step at ${named(scrub.size)}`
  return [
    atMost(`${of}: commits of React`, 2, scrub.commits, ''),
    atMost(`${of}: calls that paint on a canvas`, 0, scrub.paints, ''),
    atMost(`${of}: forced layouts`, 0, scrub.forcedLayouts, ''),
    atMost(`${of}: frame to frame / at rest`, 1.05, scrub.interval / scrub.intervalAtRest, ''),
    atMost(`${scrub.steps} steps at ${named(scrub.size)}: long frames`, 0, scrub.longFrames, ''),
  ]
}

const paintingAims = ({ tasks: [whole, visible, mounted, recoloured] }: Painting): Aim[] => [
  atMost('a band of 1000 × 128 painted whole', 1, whole!.ms, ' ms'),
  atMost('a band of 5000 × 256, its 1200 visible columns', 2, visible!.ms, ' ms'),
  atLeast('1000 × 128: faster than SVG that is mounted', 400, mounted!.ratio, '×'),
  atLeast('1000 × 128: faster than SVG that gets new colours', 400, recoloured!.ratio, '×'),
]

const aims = ({ scrubs, painting, views, interactions, edit }: Results): Aim[] => [
  ...scrubs.flatMap(scrubAims),
  ...paintingAims(painting),
  atMost(`another example at ${named(EDITED)}: run, derived, painted`, 16, edit.taskMs, ' ms'),
  atMost('elements of the fullest view', 3000, Math.max(...views.map(({ elements }) => elements)), ''),
  ...interactions.map(({ what, size, worst }) =>
    atMost(`interaction to next paint, worst, ${named(size)}: ${what}`, 100, worst, ' ms'),
  ),
]

export const report = (results: Results): string => `## A scrubbed step

${table(
  [
    `mean over ${results.scrubs[0]!.steps} steps, one a frame`,
    ...results.scrubs.map(({ size }) => named(size)),
  ],
  scrubRows.map(([name, value]) => [name, ...results.scrubs.map(value)]),
)}

## A band painted whole

${table(
  ['', results.painting.counted ? 'ms of processor time' : 'ms', 'time / first row'],
  results.painting.tasks.map(({ name, ms, ratio }) => [name, number(ms), `${number(ratio)}×`]),
)}

## A new network on screen

Another example at ${named(EDITED)}, in milliseconds of processor time of the page’s thread until it has been painted.

${table(
  ['', 'median, ms'],
  [
    ['scripts: the run, what is derived from it, React', number(results.edit.scriptMs)],
    ['styles', number(results.edit.stylesMs)],
    ['layout', number(results.edit.layoutMs)],
    ['all work of the page’s thread', number(results.edit.taskMs)],
  ],
)}

## Interaction to next paint

On a processor slowed down ${THROTTLE} times. A switch answers first: what is chosen shows in the next painting, and the picture of it comes after that.

${table(
  ['', 'median, ms', 'worst, ms', 'until the picture, median, ms'],
  results.interactions.map(({ what, size, median, worst, picture }) => [
    `${named(size)}: ${what}`,
    number(median),
    number(worst),
    picture === null ? 'the same' : number(picture),
  ]),
)}

## Scrubbing while it trains

RNN, LSTM and GRU of the opening scene train in the worker while training time is scrubbed for ${results.trained.seconds} s, a key a frame; a long animation frame takes more than 50 ms.

${table(
  ['', 'frames a second', 'long frames', 'longest, ms'],
  (['training', 'paused'] as const).map((state) => {
    const { frames, long, longest } = results.trained[state]
    return [state, number(frames / results.trained.seconds), String(long), number(longest)]
  }),
)}

## Elements of the document

${table(
  ['view', 'elements'],
  results.views.map(({ name, elements }) => [name, number(elements, 4)]),
)}

## Aims

${aimsTable(aims(results))}
`
