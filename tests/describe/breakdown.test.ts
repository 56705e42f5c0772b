import { describe, expect, test } from 'vitest'
import { breakdown, sectionTotal, type Row } from '../../src/describe/breakdown.ts'
import { at, cells } from '../../src/engine/index.ts'
import { networkOf, randomCase, traceOf } from '../engine/support/networks.ts'

const siteOf = (id: string, H = 6) => {
  const network = traceOf(randomCase(networkOf(id, { I: 3, H }), 4, 5))
  const [layer] = network.traces
  if (!layer) throw new Error('Expected a layer.')
  return { site: { network, part: 0 }, layer }
}

const plain = (rows: readonly Row[]): number =>
  rows.filter(({ kind }) => kind !== 'gate').reduce((sum, { result }) => sum + result, 0)

describe.each(cells.map(({ id }) => id))('breakdown of %s', (id) => {
  test('adds up to the value of the slot, halves to their halves', () => {
    const { site, layer } = siteOf(id)
    let worst = 0
    let tables = 0
    for (const { name } of layer.program.slots)
      for (let t = 0; t < 4; t++)
        for (let unit = 0; unit < 6; unit++) {
          const table = breakdown(site, name, unit, t)
          if (!table) continue
          tables++
          const total = table.sections.reduce((sum, section) => sum + sectionTotal(section), 0)
          worst = Math.max(
            worst,
            Math.abs(total - table.sum),
            Math.abs(table.sum - (at(layer, t, table.slot)[unit] ?? NaN)),
            ...table.sections.map(({ half, rows }) => (half === null ? 0 : Math.abs(plain(rows) - half))),
          )
        }
    expect(tables).toBeGreaterThan(24)
    expect(worst).toBeLessThan(1e-12)
  })
})

const kinds = (id: string, slot: string) => {
  const table = breakdown(siteOf(id).site, slot, 1, 2)
  return (
    table && {
      of: table.slot,
      sections: table.sections.map(({ from, rows }) => [from, ...rows.map(({ kind }) => kind)]),
    }
  )
}

test('a gate shows its largest products, the others in one row, and the bias', () => {
  expect(kinds('lstm', 'f')).toEqual({
    of: 'a_f',
    sections: [['both', 'product', 'product', 'product', 'product', 'product', 'others', 'bias']],
  })
})

test('the candidate of the GRU shows both halves and what the reset lets through', () => {
  expect(kinds('gru', 'n')).toEqual({
    of: 'a_n',
    sections: [
      ['input', 'product', 'product', 'product', 'bias'],
      ['past', 'product', 'product', 'product', 'others', 'bias', 'gate'],
    ],
  })
  expect(kinds('gru-reset-before', 'n')?.sections).toHaveLength(1)
})

test('c and h show their own terms', () => {
  expect(kinds('lstm', 'c')).toEqual({ of: 'c', sections: [['values', 'pair', 'pair']] })
  expect(kinds('lstm', 'h')).toEqual({ of: 'h', sections: [['values', 'pair']] })
  expect(kinds('lstm', 'tanh(c)')).toBeNull()
  expect(kinds('peephole-lstm', 'f')?.sections[1]).toEqual(['values', 'product'])
})
