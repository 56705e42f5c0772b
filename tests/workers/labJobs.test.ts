/** The laboratories' computations: what they record is what the engine's own trainer does. */
import { describe, expect, test, vi } from 'vitest'
import {
  buildNetwork,
  createTrainer,
  decayingOptimizer,
  initialiseNetwork,
  norm,
  optimizer,
  optimizerNames,
  rng,
  type NetworkSpec,
} from '../../src/engine/index.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { runLabJob, type LabWorker } from '../../src/workers/labClient.ts'
import { startJob, type LabAnswer, type LabJob } from '../../src/workers/labJobs.ts'
import type { ClippingProgress } from '../../src/workers/clippingRun.ts'
import { createRace, type RaceProgress } from '../../src/workers/decayRace.ts'

const task = tasks.recall.create('', null)
const spec: NetworkSpec = {
  input: task.input,
  layers: [{ cell: 'gru', size: 4, direction: 'forward' }],
  readout: task.readout,
  outputs: task.outputs,
}
const network = buildNetwork(spec)
const parameters = initialiseNetwork(network, { scheme: 'default', seed: 5 })

const finish = (job: LabJob): unknown => {
  const running = startJob(job)
  while (!running.done()) running.advance()
  return running.progress()
}

describe('clipping', () => {
  const clip = 0.04
  const updates = 12
  const of = (name: 'sgd' | 'adam', learningRate: number, start = parameters): ClippingProgress =>
    finish({
      kind: 'clipping',
      task: 'recall',
      data: '',
      settings: {
        spec,
        parameters: start,
        optimizer: optimizer(name, { learningRate }),
        clip,
        batch: 4,
        seed: 2,
        updates,
      },
    }) as ClippingProgress

  test.each([
    ['sgd', 0.2],
    ['adam', 0.01],
  ] as const)('%s: both trainings are those of the trainer', (name, learningRate) => {
    const { rows } = of(name, learningRate)
    const random = rng(2).fork('training data')
    const [clipping, free] = [clip, null].map((most) =>
      createTrainer(network, parameters.slice(), {
        optimizer: optimizer(name, { learningRate }),
        loss: task.loss,
        clip: most,
      }),
    )
    expect(rows).toHaveLength(updates)
    for (const row of rows) {
      const batch = task.sample(random, 4)
      const before = clipping!.parameters.slice()
      const said = clipping!.step(batch)
      expect(row.loss).toBe(said.loss)
      expect(row.norm).toBe(said.gradientNorm)
      expect(row.step).toBe(norm(clipping!.parameters.map((value, k) => value - before[k]!)))
      expect(row.unclippedLoss).toBe(free!.step(batch).loss)
      expect(row.clipped).toBe(row.norm > clip)
    }
    expect(rows.some(({ clipped }) => clipped)).toBe(true)
    expect(rows.some(({ clipped }) => !clipped)).toBe(true)
  })

  test('under SGD a clipped step is shorter by the factor of the gradient, an unclipped one the same', () => {
    for (const { norm: size, clipped, step, whole } of of('sgd', 0.2).rows) {
      expect(whole).toBeCloseTo(0.2 * size, 12)
      if (clipped) expect(step).toBeCloseTo(0.2 * clip, 5)
      else expect(step).toBe(whole)
    }
  })

  test('a training that diverges ends; the start values stay', () => {
    const before = parameters.slice()
    const wild = of('sgd', 1e200)
    expect(wild.unclippedDiverged).not.toBeNull()
    expect(wild.diverged).not.toBeNull()
    expect(wild.rows.length).toBeLessThan(updates)
    expect(parameters).toEqual(before)
  })
})

describe('the race', () => {
  const updates = 15
  const job: LabJob = {
    kind: 'race',
    task: 'recall',
    data: '',
    settings: {
      spec,
      parameters,
      optimizers: optimizerNames.map((name) => ({ name, learningRate: name === 'adadelta' ? 1 : 0.02 })),
      share: 0.01,
      clip: 1,
      batch: 4,
      seed: 3,
      updates,
    },
  }
  const race = finish(job) as RaceProgress

  test('every line is that of the trainer with its optimizer', () => {
    expect(race.lines).toHaveLength(3 * optimizerNames.length)
    for (const { optimizer: name, way, norms, losses } of race.lines) {
      const trainer = createTrainer(network, parameters.slice(), {
        optimizer: decayingOptimizer(name, way, name === 'adadelta' ? 1 : 0.02, 0.01),
        loss: task.loss,
        clip: 1,
      })
      const random = rng(3).fork('training data')
      expect(norms[0]).toBe(norm(parameters))
      for (let n = 0; n < updates; n++) {
        expect(losses[n]).toBe(trainer.step(task.sample(random, 4)).loss)
        expect(norms[n + 1]).toBe(norm(trainer.parameters))
      }
    }
  })

  test('under plain SGD penalty and decay train the same network, to 1e-12; under the others not', () => {
    expect(race.apart.sgd).toBeLessThanOrEqual(1e-12)
    for (const name of optimizerNames) if (name !== 'sgd') expect(race.apart[name]).toBeGreaterThan(1e-4)
  })

  test('a network that diverges stops alone', () => {
    const wild = finish({
      ...job,
      settings: {
        ...job.settings,
        clip: null,
        optimizers: [
          { name: 'sgd', learningRate: 1e200 },
          { name: 'adam', learningRate: 0.01 },
        ],
      },
    }) as RaceProgress
    const [sgd, , , adam] = wild.lines
    expect(sgd!.diverged).not.toBeNull()
    expect(adam!.diverged).toBeNull()
    expect(adam!.losses).toHaveLength(updates)
    for (const { norms, losses } of wild.lines) {
      expect(norms.every(Number.isFinite)).toBe(true)
      expect(norms).toHaveLength(losses.length + 1)
    }
  })

  test('an error that is no divergence is told', () => {
    const broken = createRace({ ...task, sample: () => [] }, job.settings)
    expect(() => broken.advance()).toThrow(/at least one step that counts/)
  })
})

describe('the client', () => {
  const fake = () => {
    const listeners = new Map<string, (event: Event) => void>()
    const terminate = vi.fn<() => void>()
    const postMessage = vi.fn<() => void>()
    const worker = {
      postMessage,
      terminate,
      addEventListener: (type: string, listener: (event: Event) => void) => listeners.set(type, listener),
    } as unknown as LabWorker
    const tell = (data: LabAnswer): void => listeners.get('message')!(new MessageEvent('message', { data }))
    return { worker, terminate, postMessage, tell, listeners }
  }
  const job = { kind: 'clipping', task: 'recall', data: '', settings: {} } as unknown as LabJob
  const progress: ClippingProgress = { updates: 1, rows: [], diverged: null, unclippedDiverged: null }

  test('passes answers on and ends the worker when the job is done', () => {
    const { worker, terminate, tell, postMessage } = fake()
    const heard: LabAnswer[] = []
    runLabJob(
      job,
      (answer) => heard.push(answer),
      () => worker,
    )
    expect(postMessage).toHaveBeenCalledOnce()
    tell({ type: 'progress', progress, done: false })
    expect(terminate).not.toHaveBeenCalled()
    tell({ type: 'progress', progress, done: true })
    expect(heard).toHaveLength(2)
    expect(terminate).toHaveBeenCalledOnce()
  })

  test('hears nothing of a dropped job, and says when a worker fails', () => {
    const heard: LabAnswer[] = []
    const dropped = fake()
    runLabJob(
      job,
      (answer) => heard.push(answer),
      () => dropped.worker,
    )()
    dropped.tell({ type: 'progress', progress, done: true })
    expect(heard).toEqual([])
    const failing = fake()
    runLabJob(
      job,
      (answer) => heard.push(answer),
      () => failing.worker,
    )
    failing.listeners.get('error')!(Object.assign(new Event('error'), { message: 'no memory' }))
    expect(heard).toEqual([{ type: 'failed', message: 'no memory' }])
    expect(failing.terminate).toHaveBeenCalledOnce()
  })
})
