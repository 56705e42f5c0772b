import { describe, expect, test } from 'vitest'
import { evaluate, optimizer, optimizerNames } from '../../src/engine/index.ts'
import { checksum } from '../../src/scenes/checksum.ts'
import { loadScene, sceneIds } from '../../src/scenes/index.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { sceneCells } from '../../src/scenes/task.ts'
import { createSession, resumeFrom, type Session } from '../../src/workers/trainingSession.ts'
import { networkOf, type TrainingSettings } from '../../src/workers/trainingSettings.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'
import { settings } from './support.ts'

const task = tasks.counting.create('')

const advance = (session: Session, updates: number): Session => {
  for (let k = 0; k < updates; k++) session.advance()
  return session
}

const sums = (session: Session): readonly string[] =>
  session.checkpoint(false).members.map(({ parameters }) => checksum(parameters))

test.each(sceneIds)('%s: a run with the scene’s settings gives the weights that are shipped', async (id) => {
  const { scene, networks } = await loadScene(fetchText, fetchBytes, id)
  const { data, create } = tasks[id]
  const own = create(data === null ? '' : await fetchText(`${id}/${data}`))
  const { batch, learningRate, clip } = own.budget
  for (const cell of sceneCells) {
    const { seed, checkpoint, hiddenSize } = networks[cell]!.record
    const asked: TrainingSettings = {
      ...settings,
      task: id,
      cells: [cell],
      hiddenSize,
      layers: own.layers,
      direction: own.direction,
      batch,
      clip,
      optimizer: optimizer('adam', { learningRate }),
      seeds: [seed],
    }
    expect(sums(advance(createSession(own, asked), checkpoint.update)), scene.id).toEqual([
      checkpoint.checksum,
    ])
  }
})

test('trained together or alone, a cell gets the same weights', () => {
  const together = sums(advance(createSession(task, settings), 5))
  const alone = settings.cells.flatMap((cell) =>
    sums(advance(createSession(task, { ...settings, cells: [cell] }), 5)),
  )
  expect(together).toEqual(alone)
})

test.each(optimizerNames)('%s: a stored and resumed run ends with the same bits', (name) => {
  const asked = { ...settings, optimizer: optimizer(name, { l2: 1e-3, weightDecay: 1e-3 }) }
  const whole = advance(createSession(task, asked), 12)
  const stored = structuredClone(advance(createSession(task, asked), 7).resume())
  const resumed = createSession(task, asked, stored)
  expect(resumed.update()).toBe(7)
  expect(sums(advance(resumed, 5))).toEqual(sums(whole))
  expect(resumed.states()).toEqual(whole.states())
})

test('held-out loss is that of the engine', () => {
  const session = advance(createSession(task, settings), 3)
  session.checkpoint(true).members.forEach(({ parameters, heldOut }, k) => {
    const network = networkOf(task, settings, session.members[k]!)
    expect(heldOut?.loss).toBe(evaluate(network, parameters, task.loss, task.validation))
  })
})

test('what a session hands out is never changed by it', () => {
  const session = createSession(task, settings)
  const [start, resume] = [session.checkpoint(false), session.resume()]
  const before = structuredClone([start, resume])
  advance(session, 2)
  expect([start, resume]).toEqual(before)
})

describe('divergence', () => {
  // Cross-entropy has bounded gradients; only a rate near the largest number makes weights overflow.
  const wild = { ...settings, clip: null, optimizer: optimizer('sgd', { learningRate: 1e308 }) }

  test('is told with its update, and the last finite weights are kept', () => {
    const session = advance(createSession(task, wild), 8)
    expect(session.canAdvance()).toBe(false)
    for (const { parameters, diverged } of session.checkpoint(false).members) {
      expect(diverged?.update).toBeGreaterThan(0)
      expect(parameters.every((value) => Number.isFinite(value))).toBe(true)
    }
  })

  test('of one member stops that member alone', () => {
    const recall = tasks.recall.create('')
    const asked = {
      ...settings,
      task: 'recall',
      cells: ['rnn-relu', 'gru'],
      clip: null,
      optimizer: optimizer('sgd', { learningRate: 50 }),
    } as const
    const session = createSession(recall, asked)
    while (session.states().every(({ diverged }) => diverged === null)) session.advance()
    const going = session.states().findIndex(({ diverged }) => diverged === null)
    expect(going).toBeGreaterThanOrEqual(0)
    expect(session.canAdvance()).toBe(true)
    advance(session, 2)
    const alone = createSession(recall, { ...asked, cells: [session.members[going]!.cell] })
    expect(sums(session)[going]).toBe(sums(advance(alone, session.update()))[0])
    const stopped = session.states()[1 - going]?.diverged
    expect(stopped?.update).toBe(session.update() - 2)
    expect(Number.isFinite(stopped?.loss) && Number.isFinite(stopped?.gradientNorm)).toBe(false)
  })

  test('can be undone: back to a checkpoint, at a lower rate', () => {
    const session = createSession(task, wild)
    const start = session.checkpoint(true)
    advance(session, 8)
    const calm = { ...wild, optimizer: optimizer('sgd', { learningRate: 0.1 }) }
    const again = advance(createSession(task, calm, resumeFrom(calm, start)), 8)
    expect(again.canAdvance()).toBe(true)
    expect(sums(again)).toEqual(sums(advance(createSession(task, calm), 8)))
  })
})

test('a stored run of another size is refused with numbers', () => {
  const stored = createSession(task, settings).resume()
  expect(() => createSession(task, { ...settings, hiddenSize: 5 }, stored)).toThrow(
    /expected \d+ weights, got \d+/,
  )
})

test('a stored run that fits otherwise is refused as well', () => {
  const session = createSession(task, settings)
  session.advance()
  const stored = session.resume()
  const [first, ...others] = stored.members
  const with_ = (part: Partial<(typeof stored.members)[number]>) => ({
    ...stored,
    members: [{ ...first!, ...part }, ...others],
  })
  const { vectors, step } = first!.optimizer
  const cut = vectors.map((vector, k) => (k === 0 ? vector.slice(1) : vector))
  for (const [run, why] of [
    [{ ...stored, members: [] }, /networks: expected \d+, got 0/],
    [{ ...stored, update: NaN }, /update: expected a whole number, 0 or more, got NaN/],
    [{ ...stored, update: -1 }, /got -1/],
    [with_({ optimizer: { vectors, step: NaN } }), /expected the number of updates made, got NaN/],
    [with_({ optimizer: { vectors: [], step } }), /expected vectors: \d+ \([\d, ]+\), got 0/],
    [with_({ optimizer: { vectors: cut, step } }), /expected vectors: /],
  ] as const)
    expect(() => createSession(task, settings, run)).toThrow(why)
  expect(createSession(task, settings, stored).update()).toBe(1)
})
