import { expect, test } from 'vitest'
import { at, norm, parameterView, plane, run } from '../../src/engine/index.ts'
import { sequenceOf } from '../../src/scenes/load.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { cursorIndex, liveliest, recurrentNorms, traceOf } from '../../src/store/trainingHooks.ts'
import { createSession } from '../../src/workers/trainingSession.ts'
import { networkOf } from '../../src/workers/trainingSettings.ts'
import { settings } from '../workers/support.ts'

const task = tasks.counting.create('')
const session = createSession(task, settings)
const first = session.checkpoint(false)
for (let k = 0; k < 4; k++) session.advance()
const later = session.checkpoint(false)
const network = networkOf(task, settings, session.members[1]!)
const sequence = sequenceOf(task.examples[0]!)

test('the trace at a checkpoint is the engine’s run with its weights, made once', () => {
  const weights = later.members[1]!.parameters
  const trace = traceOf(network, weights, sequence)
  expect(trace.outputs).toEqual(run(network, weights, sequence).outputs)
  expect(traceOf(network, weights, sequence)).toBe(trace)
  expect(traceOf(network, first.members[1]!.parameters, sequence).outputs).not.toEqual(trace.outputs)
})

test('without a cursor the newest checkpoint is shown, else the nearest', () => {
  expect(cursorIndex([first, later], null)).toBe(1)
  expect(cursorIndex([first, later], 1)).toBe(0)
  expect(cursorIndex([first, later], 3)).toBe(1)
  expect(cursorIndex([], null)).toBe(-1)
})

test('norms are those of each gate’s recurrent matrix', () => {
  const weights = later.members[1]!.parameters
  const norms = recurrentNorms(network, 0, weights)
  expect(norms.map(({ gate }) => gate).toSorted()).toEqual(['f', 'g', 'i', 'o'])
  for (const { gate, norm: found } of norms) {
    const name = network.parameters.find((spec) => spec.kind === 'recurrent' && spec.gate === gate)!.name
    expect(found).toBe(norm(parameterView(network.parameters, weights, name)))
  }
})

test('the liveliest unit changes its memory more than any other, at that step', () => {
  const layer = traceOf(network, later.members[1]!.parameters, sequence).traces[0]!
  const { t, unit } = liveliest(layer)
  const change = Math.abs(at(layer, t, 'c')[unit]! - at(layer, t - 1, 'c')[unit]!)
  const { H } = layer.program
  const c = plane(layer, 'c')
  for (let k = H; k < layer.T * H; k++) expect(Math.abs(c[k]! - c[k - H]!)).toBeLessThanOrEqual(change)
})
