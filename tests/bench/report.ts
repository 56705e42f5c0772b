/** From measurements to tables in Markdown, each with what was aimed at and whether it was reached. */
import { aimsTable, atLeast, atMost, number, table, type Aim } from './aims.ts'
import type { ForwardResult, Results } from './page/main.ts'
import type { Timed } from './page/timing.ts'

const named = (engines: readonly Timed[], word: string): Timed | undefined =>
  engines.find(({ name }) => name.includes(word))

const forwardTable = (results: Results): string =>
  table(
    ['ms a run (time / first row)', ...results.forward.map(({ H, T }) => `H = ${H}, T = ${T}`)],
    results.forward[0]!.engines.map(({ name }, k) => [
      name,
      ...results.forward.map(({ engines }) => `${number(engines[k]!.ms)} (${number(engines[k]!.ratio, 2)}×)`),
    ]),
  )

const trainingTable = (results: Results): string =>
  table(
    [
      'ms an update (time / first row)',
      ...results.training.map(({ size }) => `H = ${size.H}, batch ${size.batch}`),
    ],
    results.training[0]!.engines.map(({ name }, k) => [
      name,
      ...results.training.map(
        ({ engines }) => `${number(engines[k]!.ms)} (${number(engines[k]!.ratio, 2)}×)`,
      ),
    ]),
  )

const forwardAims = ({ H, engines, shareOfPeak }: ForwardResult): Aim[] => {
  const cpu = { 16: 50, 64: 12, 256: 7 }[H] ?? 1
  // The aims are those of JavaScript; the second number is what workers do.
  const inWasm = named(engines, 'in WebAssembly')!.ratio
  const faster = (than: string, word: string, aim: number): Aim[] => {
    const { ratio } = named(engines, word)!
    const what = `forward, H = ${H}: faster than ${than}`
    return [
      atLeast(`${what}, in JavaScript`, aim, ratio, '×'),
      atLeast(`${what}, in WebAssembly`, aim, ratio / inWasm, '×'),
    ]
  }
  return [
    ...faster('tfjs cpu', 'tfjs cpu', cpu),
    ...faster('plain Float32Array loops', 'plain', 3.3),
    ...(H >= 64
      ? [atLeast(`forward, H = ${H}: share of the scalar peak, in JavaScript`, 65, 100 * shareOfPeak, ' %')]
      : []),
  ]
}

const aims = ({ forward, training, memory, longRun }: Results): Aim[] => {
  const least = memory['gates and carry, f32']!
  const trainingAims = training.map(({ size, engines }, k) =>
    atLeast(
      `training, H = ${size.H}, batch ${size.batch}: faster than the faster tfjs backend`,
      [200, 18, 4][k]!,
      Math.min(...engines.filter(({ name }) => name.startsWith('tfjs')).map(({ ratio }) => ratio)),
      '×',
    ),
  )
  return [
    ...forward.flatMap(forwardAims),
    ...trainingAims,
    atLeast('training, H = 16, batch 1: updates a second', 14_000, 1000 / training[0]!.engines[0]!.ms, ''),
    atMost('memory of a display recording, bytes a step and unit', 24, least, ''),
    atMost(
      'memory of a recording for the way back / of the display recording',
      1.17,
      memory['for the way back, f32']! / least,
      '',
    ),
    atMost('time a step at T = 5,000 / at T = 50', 1.05, longRun, ''),
  ]
}

/** One section: what was measured where. */
export const report = (where: string, results: Results): string => `## ${where}

Scalar peak of JavaScript in this run: ${number(results.peakGflops)} GFLOP/s.

### Forward

${forwardTable(results)}

### Training

Forward, backpropagation through time and Adam over sequences of 30 steps of 8 inputs with one output a step.

${trainingTable(results)}

### Memory of an LSTM's trace

${table(
  ['recording', 'bytes a step and unit'],
  Object.entries(results.memory).map(([name, bytes]) => [name, number(bytes)]),
)}

### Aims

${aimsTable(aims(results))}
`
