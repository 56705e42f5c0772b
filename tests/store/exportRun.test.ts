/** Exported files give back the network that was trained, and say how it went. */
import { describe, expect, it } from 'vitest'
import { buildNetwork, run, type NetworkSpec } from '../../src/engine/index.ts'
import { fromPytorch } from '../../src/formats/pytorchNames.ts'
import { readSafetensors } from '../../src/formats/safetensors.ts'
import { sequenceOf } from '../../src/scenes/load.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { runFile, weightsFile } from '../../src/store/exportRun.ts'
import type { ShownRun } from '../../src/store/trainingHooks.ts'
import { newRun, withReport } from '../../src/store/trainingRun.ts'
import { createSession } from '../../src/workers/trainingSession.ts'
import { networkOf } from '../../src/workers/trainingSettings.ts'
import { settings as small } from '../workers/support.ts'

const settings = { ...small, cells: ['gru', 'peephole-lstm', 'lstm'], hiddenSize: 3, layers: 2 }
const task = tasks.counting.create('')
const session = createSession(task, settings)
const untrained = session.checkpoint(true)
for (let k = 0; k < 3; k++) session.advance()
const checkpoint = session.checkpoint(true)
const sequence = sequenceOf(task.examples[0]!)

const trained = withReport(
  newRun('one', task, settings),
  {
    type: 'report',
    update: 3,
    playing: false,
    canAdvance: true,
    perSecond: null,
    members: session.states(),
    checkpoints: [untrained],
    level: 0,
    now: checkpoint,
    resume: null,
  },
  2.5,
)

const shownOf = (memberIndex: number): ShownRun => {
  const member = session.members[memberIndex]!
  const network = networkOf(task, settings, member)
  return {
    run: trained,
    checkpoints: [untrained, checkpoint],
    index: 1,
    checkpoint,
    member,
    memberIndex,
    network,
    traceAt: ({ members }) => run(network, members[memberIndex]!.parameters, sequence),
    part: 0,
  }
}

const indexOf = (cell: string): number => session.members.findIndex((member) => member.cell === cell)

describe('the weights', () => {
  it.each(['gru', 'lstm'])('of a %s, read again under PyTorch’s names, give the same outputs', (cell) => {
    const shown = shownOf(indexOf(cell))
    const file = weightsFile(shown)
    const { tensors, metadata } = readSafetensors(file.content as Uint8Array)
    expect(tensors.map(({ name }) => name)).toContain('rnn.weight_hh_l1')
    const network = buildNetwork(JSON.parse(metadata['network']!) as NetworkSpec)
    const { outputs } = run(network, fromPytorch(network, tensors), sequence)
    expect(outputs).toEqual(shown.traceAt(checkpoint).outputs)
    expect(metadata).toMatchObject({ format: 'pt', seed: '1', update: '3' })
    expect(JSON.parse(metadata['settings']!)).toEqual(settings)
    expect(file.name).toBe(`${settings.task}-${cell}-seed1-update3.safetensors`)
  })

  it('of a cell that PyTorch lacks stand under the names of this project', () => {
    const index = indexOf('peephole-lstm')
    const shown = shownOf(index)
    const { tensors, metadata } = readSafetensors(weightsFile(shown).content as Uint8Array)
    expect(metadata['format']).toBe('gatescope')
    expect(tensors.map(({ name }) => name)).toEqual(shown.network.parameters.map(({ name }) => name))
    const flat = Float64Array.from(tensors.flatMap(({ values }) => Array.from(values)))
    expect(flat).toEqual(checkpoint.members[index]!.parameters)
  })
})

it('the run says settings, networks and every checkpoint, with null for what was not measured', () => {
  const { name, type, content } = runFile(trained)
  expect([name, type]).toEqual([`${settings.task}-run.json`, 'application/json'])
  const said = JSON.parse(content as string)
  expect(said).toMatchObject({ format: 'gatescope-run', version: 1, settings, updates: 3, seconds: 2.5 })
  expect(said.networks).toEqual(
    session.members.map(({ cell, seed, size }, k) => ({
      cell,
      seed,
      hiddenSize: size,
      parameters: trained.counts[k],
      diverged: null,
    })),
  )
  expect(said.checkpoints.map(({ update }: { update: number }) => update)).toEqual([0, 3])
  expect(said.checkpoints[0].networks[0]).toMatchObject({ loss: null, gradientNorm: null })
  const { last, heldOut } = checkpoint.members[2]!
  expect(said.checkpoints[1].networks[2]).toEqual({
    loss: last!.loss,
    gradientNorm: last!.gradientNorm,
    heldOutLoss: heldOut!.loss,
    metric: heldOut!.metric,
  })
})
