import fc from '../support/fc.ts'
import { describe, expect, test } from 'vitest'
import { tasks } from '../../src/scenes/tasks.ts'
import {
  branch,
  budgetOf,
  checkpointsOf,
  median,
  nearest,
  newRun,
  spreadOf,
  withBudget,
  withReport,
} from '../../src/store/trainingRun.ts'
import type { Report } from '../../src/workers/trainingMessages.ts'
import { createSession, type Checkpoint } from '../../src/workers/trainingSession.ts'
import { settings } from '../workers/support.ts'

const task = tasks.counting.create('')
const session = createSession(task, settings)
const checkpoint = (update: number): Checkpoint => ({ ...session.checkpoint(false), update })

const report = (update: number, part: Partial<Report> = {}): Report => ({
  type: 'report',
  update,
  playing: true,
  canAdvance: true,
  perSecond: 10,
  members: session.states(),
  checkpoints: [],
  level: 0,
  now: null,
  resume: null,
  ...part,
})

const start = newRun('a', task, settings)

test('a new run counts what it will train', () => {
  expect(start.members.map(({ cell }) => cell)).toEqual(['rnn', 'lstm', 'gru'])
  expect(start.counts).toEqual(session.checkpoint(false).members.map(({ parameters }) => parameters.length))
  expect(checkpointsOf(start)).toEqual([])
})

describe('the number of updates', () => {
  const at = (update: number, of = start) => ({ ...of, update })
  const { updates } = settings

  test('of a run on its way is where it stops; once there, how many it would go on for', () => {
    expect(budgetOf(start)).toBe(updates)
    expect(budgetOf(at(updates))).toBe(updates)
    const further = withBudget(at(updates), 7)
    expect([further.until, budgetOf(further)]).toEqual([updates + 7, updates + 7])
    expect(budgetOf(at(updates + 7, further))).toBe(7)
  })

  test('entered for a run that has not begun holds for it, and for it as it is stored', () => {
    const asked = withBudget(start, updates + 50)
    expect([asked.until, budgetOf(asked), asked.settings.updates]).toEqual(Array(3).fill(updates + 50))
    expect(withBudget(start, updates)).toBe(start)
  })

  test('that is passed already gives one more', () => {
    expect(withBudget(at(9), 4).until).toBe(10)
  })
})

describe('a report', () => {
  test('adds its checkpoints; weights that are newer stand last until a checkpoint passes them', () => {
    const one = withReport(
      start,
      report(5, { checkpoints: [0, 1, 4].map(checkpoint), now: checkpoint(5) }),
      1,
    )
    expect(checkpointsOf(one).map(({ update }) => update)).toEqual([0, 1, 4, 5])
    const two = withReport(one, report(9, { checkpoints: [checkpoint(9)] }), 0.5)
    expect(checkpointsOf(two).map(({ update }) => update)).toEqual([0, 1, 4, 9])
    expect(two.seconds).toBe(1.5)
  })

  test('of a higher level thins what there is', () => {
    const one = withReport(start, report(9, { checkpoints: [0, 1, 4, 9].map(checkpoint) }), 1)
    const two = withReport(one, report(16, { level: 1, checkpoints: [checkpoint(16)] }), 1)
    expect(checkpointsOf(two).map(({ update }) => update)).toEqual([0, 4, 16])
  })

  test('of a worker that starts again behind changes no checkpoint and doubles none', () => {
    const one = withReport(
      start,
      report(9, { checkpoints: [0, 1, 4, 9].map(checkpoint), now: checkpoint(11) }),
      1,
    )
    const again = withReport(one, report(3, { now: checkpoint(3) }), 0)
    expect(again.update).toBe(3)
    expect(again.checkpoints).toEqual(one.checkpoints)
    const on = withReport(again, report(4, { checkpoints: [checkpoint(4)] }), 0)
    expect(on.checkpoints.map(({ update }) => update)).toEqual([0, 1, 4, 9])
    expect(on.checkpoints[2]).toBe(one.checkpoints[2])
  })
})

test('a branch keeps what came before its start', () => {
  const run = withReport(start, report(9, { checkpoints: [0, 1, 4, 9].map(checkpoint) }), 1)
  const other = branch('b', run, settings, checkpoint(4))
  expect(other.id).toBe('b')
  expect(other.update).toBe(4)
  expect(checkpointsOf(other).map(({ update }) => update)).toEqual([0, 1, 4])
})

test('the nearest checkpoint is never further than another', () => {
  const checkpoints = [0, 1, 4, 9, 16].map(checkpoint)
  fc.assert(
    fc.property(fc.nat(40), (update) => {
      const found = nearest(checkpoints, update)!
      for (const one of checkpoints)
        expect(Math.abs(found.update - update)).toBeLessThanOrEqual(Math.abs(one.update - update))
    }),
  )
  expect(nearest([], 3)).toBeNull()
})

test('the middle of odd, even and no numbers', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBeNaN()
})

test('the spread lists every seed of a cell', () => {
  const asked = { ...settings, seeds: [1, 2, 3], cells: ['rnn', 'gru'] }
  const run = newRun('c', task, asked)
  const measured = createSession(task, asked).checkpoint(true)
  const [rnn, gru] = spreadOf(run, measured)
  const losses = measured.members.map(({ heldOut }) => heldOut!.loss)
  expect(rnn?.losses).toEqual(losses.slice(0, 3))
  expect(gru?.losses).toEqual(losses.slice(3))
  expect(gru?.median.loss).toBe(median(losses.slice(3)))
})
