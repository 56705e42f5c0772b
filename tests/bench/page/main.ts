/** All measurements, for a page or for Node: the same code runs in both. */
import { javascript, run } from '../../../src/engine/index.ts'
import { gatescope, plainLoops, wasm } from './engines.ts'
import { FLOPS_OF_PEAK, peakRun } from './peak.ts'
import { onnx, tfjs, type OnnxRuntime } from './peers.ts'
import { interleave, type Timed } from './timing.ts'
import { gatescopeTraining, tfTraining, type TrainingSize } from './training.ts'
import { lstmWork, type Engine, type Work } from './work.ts'

export interface ForwardResult {
  readonly H: number
  readonly T: number
  /** Multiply–adds of the matrices, twice, in one run. */
  readonly flops: number
  /** Share of the scalar peak that the first engine's matrices alone come to. */
  readonly shareOfPeak: number
  /** The first is Gatescope with gates and carry recorded. */
  readonly engines: readonly Timed[]
}

export interface Results {
  readonly peakGflops: number
  readonly forward: readonly ForwardResult[]
  readonly training: readonly { readonly size: TrainingSize; readonly engines: readonly Timed[] }[]
  /** Time a step at T = 5,000 over that at T = 50, H = 64. */
  readonly longRun: number
  /** Bytes of an LSTM's trace a step and unit. */
  readonly memory: Readonly<Record<string, number>>
}

const gatesAndCarry = { recording: 'display', precision: 'f32' } as const

const enginesFor = async (work: Work, runtime: OnnxRuntime, onnxName: string): Promise<Engine[]> => [
  gatescope(work, 'Gatescope, gates and carry recorded as f32', gatesAndCarry, true),
  gatescope(work, 'Gatescope, all 13 slots recorded as f64', {}, true),
  gatescope(
    work,
    'Gatescope in WebAssembly, gates and carry as f32',
    { ...gatesAndCarry, backend: wasm },
    true,
  ),
  gatescope(
    work,
    'Gatescope in WebAssembly, for the way back as f64',
    { recording: 'backward', backend: wasm },
    true,
  ),
  gatescope(work, 'Gatescope, the same in fresh memory', {}, false),
  plainLoops(work),
  await tfjs(work, 'cpu'),
  await tfjs(work, 'wasm'),
  await onnx(work, runtime, onnxName),
]

/** Timing wrong answers would be idle: every engine has to give the first one's states. */
const checkEqual = async (engines: readonly Engine[]): Promise<void> => {
  const truth = Array.from(await engines[0]!.run())
  for (const engine of engines) {
    await engine.prepare?.()
    const states = await engine.run()
    const worst = truth.reduce((most, v, k) => Math.max(most, Math.abs(v - (states[k] ?? NaN))), 0)
    if (!(worst <= 1e-5))
      throw new Error(`Expected ${engine.name} to give the same states within 1e-5, got ${worst}.`)
  }
}

const forward = async (
  H: number,
  T: number,
  runtime: OnnxRuntime,
  onnxName: string,
  rounds: number,
): Promise<ForwardResult> => {
  const engines = await enginesFor(lstmWork(H, H, T), runtime, onnxName)
  await checkEqual(engines)
  const timed = await interleave([...engines, { name: 'peak', run: peakRun }], rounds)
  const flops = T * 2 * 4 * H * 2 * H
  const peak = timed.at(-1)!
  return {
    H,
    T,
    flops,
    shareOfPeak: (flops / FLOPS_OF_PEAK) * peak.ratio,
    engines: timed.slice(0, -1),
  }
}

const bytesPerUnit = (options: Parameters<typeof run>[3]): number => {
  const { network, parameters, inputs, H, T } = lstmWork(8, 64, 200)
  return run(network, parameters, inputs, options).traces[0]!.values.byteLength / (H * (T + 1))
}

/** Runs everything; `log` hears what is being done. */
export const measure = async (
  runtime: OnnxRuntime,
  onnxName: string,
  log: (line: string) => void,
  rounds = 15,
): Promise<Results> => {
  log('scalar peak')
  const [peak] = await interleave([{ name: 'peak', run: peakRun }], rounds)
  const forwards: ForwardResult[] = []
  for (const [H, T] of [
    [16, 500],
    [64, 500],
    [256, 50],
  ] as const) {
    log(`forward, H = ${H}, T = ${T}`)
    forwards.push(await forward(H, T, runtime, onnxName, rounds))
  }
  const training: { size: TrainingSize; engines: Timed[] }[] = []
  for (const size of [
    { H: 16, batch: 1 },
    { H: 64, batch: 1 },
    { H: 64, batch: 16 },
  ]) {
    log(`training, H = ${size.H}, batch ${size.batch}`)
    const tasks = [
      gatescopeTraining(size, wasm),
      gatescopeTraining(size, javascript),
      await tfTraining(size, 'cpu'),
      await tfTraining(size, 'wasm'),
    ]
    training.push({ size, engines: await interleave(tasks, rounds) })
  }
  log('a long run')
  const lengths = [50, 5000].map((T) => gatescope(lstmWork(64, 64, T), `T = ${T}`, gatesAndCarry, true))
  const [, long] = await interleave(lengths, rounds, 60)
  return {
    peakGflops: FLOPS_OF_PEAK / peak!.ms / 1e6,
    forward: forwards,
    training,
    longRun: long!.ratio / 100,
    memory: {
      'gates and carry, f32': bytesPerUnit(gatesAndCarry),
      'for the way back, f32': bytesPerUnit({ recording: 'backward', precision: 'f32' }),
      'for the way back, f64': bytesPerUnit({ recording: 'backward' }),
      'all slots, f64': bytesPerUnit({}),
    },
  }
}
