import { expect, test } from 'vitest'
import { train } from '../../../src/i18n/train.ts'
import { divergedOf, divergedText } from '../../../src/panels/train/diverged.ts'
import type { MemberState } from '../../../src/workers/trainingSession.ts'
import { settings } from '../../workers/support.ts'

const fine: MemberState = { last: null, diverged: null }
const stopped = (update: number, loss: number, gradientNorm: number): MemberState => ({
  last: null,
  diverged: { update, loss, gradientNorm },
})

const runOf = (cells: readonly string[], seeds: readonly number[], states: readonly MemberState[]) => ({
  settings: { ...settings, cells, seeds },
  members: cells.flatMap((cell) => seeds.map((seed) => ({ id: `${cell}-${seed}`, cell, seed, size: 4 }))),
  states,
})

test('every network that stopped is named with its own update and numbers', () => {
  const states = [stopped(44, NaN, NaN), fine, stopped(32, 1.95e245, Infinity)]
  const run = runOf(['rnn', 'lstm', 'gru'], [1], states)
  expect(divergedOf(run).map(({ index }) => index)).toEqual([2, 0])
  expect(divergedText(run, train.en.notices, 'en')).toBe(
    'Stopped, because loss or gradient is not finite: GRU at update 32 (loss 1.95e245, gradient norm ∞); RNN at update 44 (loss NaN, gradient norm NaN). The last finite weights are kept. Lower the learning rate.',
  )
})

test('over several seeds it says how many of each cell stopped, and when the first did', () => {
  const states = [stopped(7, NaN, NaN), fine, stopped(5, NaN, NaN), fine, fine, fine]
  const run = runOf(['rnn', 'gru'], [1, 2, 3], states)
  expect(divergedText(run, train.es.notices, 'es')).toContain(
    'RNN con 2 de 3 semillas, la primera en la actualización 5.',
  )
})
