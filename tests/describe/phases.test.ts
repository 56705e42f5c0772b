import { describe, expect, test } from 'vitest'
import {
  cardPhaseOf,
  isEmptyPhase,
  phaseNames,
  phaseOf,
  slotsOf,
  type PhaseNumber,
} from '../../src/describe/phases.ts'
import { cellOf, cells } from '../../src/engine/index.ts'

const all: readonly PhaseNumber[] = [1, 2, 3, 4, 5, 6]

describe.each(cells.map((cell) => [cell.id, cell] as const))('phases of %s', (_id, cell) => {
  const { slots } = cell.flat.single

  test('visit every slot exactly once', () => {
    const visited = all.flatMap((phase) => slotsOf(cell, phase))
    expect([...visited].sort()).toEqual(slots.map((slot) => slot.name).sort())
  })

  test('never show a slot before what it reads', () => {
    const early = slots.filter((slot) =>
      slot.args.some((arg) => {
        const read = arg.from === 'slot' ? slots[arg.slot] : undefined
        return read && phaseOf(cell, read.name) > phaseOf(cell, slot.name)
      }),
    )
    expect(early).toEqual([])
  })

  test('have h at 5, weighted sums of x and carries at 2, and nothing at 1 and 6', () => {
    expect(phaseOf(cell, cell.output)).toBe(5)
    for (const slot of slots)
      if (slot.op === 'affine' && !slot.named && slot.args.every((arg) => arg.from !== 'slot'))
        expect(phaseOf(cell, slot.name), slot.name).toBe(2)
    expect(slotsOf(cell, 1)).toEqual([])
    expect(slotsOf(cell, 6)).toEqual([])
  })

  test('have six names in each language, a dash where nothing happens', () => {
    for (const language of ['en', 'es'] as const)
      for (const width of ['long', 'short'] as const) {
        const names = phaseNames(cell, language, width)
        expect(names).toHaveLength(6)
        for (const phase of all) expect(names[phase - 1] === '—').toBe(isEmptyPhase(cell, phase))
      }
  })
})

test('the phases of LSTM, GRU and RNN are those of the design', () => {
  const table = (id: string) =>
    Object.fromEntries(([2, 3, 4, 5] as const).map((phase) => [phase, slotsOf(cellOf(id), phase)]))
  expect(table('lstm')).toEqual({
    2: ['a_f', 'a_i', 'a_g', 'a_o'],
    3: ['f', 'i', 'g', 'o'],
    4: ['f*c_prev', 'i*g', 'c'],
    5: ['tanh(c)', 'h'],
  })
  expect(table('gru')).toEqual({
    2: ['a_r', 'a_z', 'a_n.x', 'a_n.h'],
    3: ['r', 'z', '1-z'],
    4: ['r*a_n.h', 'a_n', 'n'],
    5: ['(1-z)*n', 'z*h_prev', 'h'],
  })
  expect(table('rnn')).toEqual({ 2: ['a_h'], 3: [], 4: [], 5: ['h'] })
  expect(cardPhaseOf(cellOf('rnn'), 'h')).toBe(3)
  expect(cardPhaseOf(cellOf('lstm'), 'h')).toBe(5)
  expect(phaseNames(cellOf('gru'), 'en')).toEqual([
    'concat',
    'pre-act.',
    'gates',
    'candidate',
    'mix',
    'output',
  ])
  expect(phaseNames(cellOf('rnn-relu'), 'en')[2]).toBe('relu')
  expect(phaseNames(null, 'es')[3]).toBe('estado')
})

test('an unknown slot is refused with the names there are', () => {
  expect(() => phaseOf(cellOf('rnn'), 'f')).toThrow(/"f".*"rnn".*a_h, h/)
})
