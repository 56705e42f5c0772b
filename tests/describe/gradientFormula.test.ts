/** The chain rule in symbols: for every cell and direction as its equations have it, a term a row of the table. */
import { describe, expect, test } from 'vitest'
import { formulasOf, loadFormulas } from '../../src/describe/formulas.ts'
import { gradientFormula } from '../../src/describe/gradientFormula.ts'
import { comesFrom } from '../../src/describe/gradientTerms.ts'
import { textOfLine } from '../../src/describe/mathLine.ts'
import { backward, cells, type Network } from '../../src/engine/index.ts'
import { networkOf, randomCase, slotNames, traceOf } from '../engine/support/networks.ts'

await Promise.all(cells.map(({ id }) => loadFormulas(id)))

const T = 5

const formulaOf = (network: Network, name: string, t: number, part = 0): string => {
  const sample = randomCase(network, T, 7)
  const site = { network: backward(traceOf(sample), sample.dLogits).trace, part, seed: sample.dLogits }
  const layer = site.network.traces[part]!
  const { cell } = layer.program
  const sum = comesFrom(site, name, 0, t)
  const lines = gradientFormula(
    {
      cell,
      reversed: layer.reversed,
      of: 'L',
      readout: network.spec.readout?.activation ?? null,
      formulas: formulasOf(cell.id)!,
    },
    sum,
    sum.links,
  )
  expect(lines).toHaveLength(Math.max(1, sum.links.length))
  return lines.map(textOfLine).join(' ')
}

describe.each(cells.map(({ id }) => id))('of %s', (id) => {
  const network = networkOf(id, { I: 2, H: 2, readout: { size: 1, activation: 'sigmoid' } })
  const reversed = networkOf(id, {
    I: 2,
    H: 2,
    direction: 'reverse',
    readout: { size: 1, activation: 'sigmoid' },
  })

  test('are as they were', () => {
    expect(['x', ...slotNames(id)].map((name) => formulaOf(network, name, 2))).toMatchSnapshot()
  })

  test('name the step before in a reversed layer, and no step that is not there', () => {
    for (const name of slotNames(id)) {
      // The two directions read each other's steps.
      const turned = formulaOf(reversed, name, 2).replaceAll(/(?<=_(?:[\w,]+,)?)[13]/g, (t) =>
        String(4 - Number(t)),
      )
      expect(turned).toBe(formulaOf(network, name, 2))
      expect(formulaOf(network, name, T - 1)).not.toMatch(/_(\w+,)*5/)
      expect(formulaOf(reversed, name, 0)).not.toMatch(/∂L\/∂\w+_(\w+,)*−1/)
    }
  })
})

test('of the cell of an LSTM, as every text has it', () => {
  const network = networkOf('lstm', { I: 2, H: 2, readout: { size: 1, activation: 'identity' } })
  expect(formulaOf(network, 'c', 2)).toBe('∂L/∂c_2 = f_3 ⊙ ∂L/∂c_3 + o_2 ⊙ (1 − tanh^2c_2) ⊙ ∂L/∂h_2')
})

test('of an output that a layer above reads in both directions', () => {
  const network = networkOf('rnn', {
    I: 2,
    H: 2,
    layers: 2,
    direction: 'bidirectional',
    readout: { size: 1, activation: 'identity' },
  })
  expect(formulaOf(network, 'h', 2, 1)).toBe('∂L/∂h_2 = U^⊤∂L/∂a_1 + ∂L/∂x_2^(2→) + ∂L/∂x_2^(2←)')
})
