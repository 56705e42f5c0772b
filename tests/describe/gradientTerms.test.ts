/** Gradients term by term: for every cell of the registry the rows add up to the recorded gradient, ≤ 1e-12. */
import { describe, expect, it } from 'vitest'
import type { GradientSite } from '../../src/describe/gradientFactors.ts'
import { goesTo } from '../../src/describe/gradientOnward.ts'
import { arrives, comesFrom, sentBack } from '../../src/describe/gradientTerms.ts'
import { backward, cells, gradAt, type Network, type NetworkTrace } from '../../src/engine/index.ts'
import { networkOf, randomCase, slotNames, traceOf } from '../engine/support/networks.ts'

const T = 5

const siteOf = (network: Network, seed: number, part = 0): GradientSite => {
  const sample = randomCase(network, T, seed)
  const { trace } = backward(traceOf(sample), sample.dLogits)
  return { network: trace, part, seed: sample.dLogits }
}

const layerOf = ({ network, part }: GradientSite): NetworkTrace['traces'][number] => network.traces[part]!

const sum = (links: readonly { readonly product: number }[]): number =>
  links.reduce((total, { product }) => total + product, 0)

/** Every slot, unit and step of a part. */
const expectSums = (site: GradientSite): void => {
  const layer = layerOf(site)
  const { H, cell } = layer.program
  for (const name of ['x', ...slotNames(cell.id)])
    for (let t = 0; t < T; t++)
      for (let unit = 0; unit < (name === 'x' ? layer.program.I : H); unit++) {
        const { value, links, held } = comesFrom(site, name, unit, t)
        const where = `${cell.id} ${name}[${unit}] at ${t}`
        expect(value, where).toBe(gradAt(layer, t, name)[unit])
        expect(held).toBe(false)
        expect(Math.abs(sum(links) - value), where).toBeLessThanOrEqual(1e-12)
        for (const link of links) {
          if (link.kind === 'elementwise') {
            const factors = link.factors.reduce((all, factor) => all * factor.value, 1)
            expect(link.factor, where).toBe(factors)
            expect(link.product, where).toBe(link.factor * link.gradient)
          } else if (link.from !== 'above') {
            const terms = link.terms().reduce((all, { weight, gradient }) => all + weight * gradient, 0)
            expect(Math.abs(link.factor * terms - link.product), where).toBeLessThanOrEqual(1e-12)
          }
        }
      }
}

describe.each(cells.map((cell) => cell.id))('%s', (id) => {
  it('adds up at every slot, unit and step', () => {
    expectSums(siteOf(networkOf(id, { I: 2, H: 3, readout: { size: 2, activation: 'identity' } }), 7))
  })

  it('adds up in two bidirectional layers with one output at the end', () => {
    const network = networkOf(id, {
      I: 2,
      H: 2,
      layers: 2,
      direction: 'bidirectional',
      readout: { size: 3, activation: 'softmax' },
      outputs: 'last',
      bias: 'per-input',
    })
    network.parts.forEach((_, part) => expectSums(siteOf(network, 11, part)))
  })

  it('goes on to where it comes from: every element-wise way down is a way up of what it leads to', () => {
    const site = siteOf(networkOf(id, { I: 2, H: 3 }), 13)
    const layer = layerOf(site)
    const { slots } = layer.program
    let ways = 0
    for (const { name } of slots)
      for (const onward of goesTo(site, name, 1, 2)) {
        if (onward.kind === 'weights') {
          expect(onward.sentNorm).toBeGreaterThanOrEqual(0)
          continue
        }
        if (onward.to.from === 'input') continue
        ways++
        const to = slots[onward.to.slot]!
        const at = onward.to.from === 'previous' ? 1 : 2
        const up = comesFrom(site, to.name, 1, at).links
        expect(
          Math.min(...up.map(({ product }) => Math.abs(product - onward.product))),
          `${name} → ${to.name}`,
        ).toBeLessThanOrEqual(1e-12)
      }
    expect(ways).toBeGreaterThan(0)
  })

  it('sends back to the step before exactly what arrives there', () => {
    const site = siteOf(networkOf(id, { I: 2, H: 3 }), 17)
    const layer = layerOf(site)
    for (const name of layer.program.cell.carry) {
      expect(arrives(site, name, 1)).toEqual(sentBack(site, name, 2))
      expect(arrives(site, name, T - 1)).toEqual(new Float64Array(3))
      // ∂L/∂ the initial carry is what step 0 sends back.
      const initial = gradAt(layer, -1, name)
      sentBack(site, name, 0).forEach((value, unit) =>
        expect(Math.abs(value - initial[unit]!)).toBeLessThanOrEqual(1e-12),
      )
    }
  })
})

it('says that a held unit passes nothing on', () => {
  const network = networkOf('lstm', { I: 2, H: 3 })
  const sample = randomCase(network, T, 3)
  const held = traceOf(sample, { holds: [{ slot: 'f', unit: 1, from: 2, to: 2, value: 1 }] })
  const { trace } = backward(held, sample.dLogits)
  const site = { network: trace, part: 0, seed: sample.dLogits }
  expect(comesFrom(site, 'f', 1, 2)).toMatchObject({ held: true, value: 0 })
  expect(goesTo(site, 'f', 1, 2)).toEqual([])
  expect(comesFrom(site, 'f', 0, 2).held).toBe(false)
  const { links, value } = comesFrom(site, 'c', 1, 1)
  expect(Math.abs(sum(links) - value)).toBeLessThanOrEqual(1e-12)
})

it('refuses a site without gradients and an unknown slot', () => {
  const network = networkOf('gru')
  const sample = randomCase(network, T, 3)
  const plain = { network: traceOf(sample), part: 0, seed: sample.dLogits }
  expect(() => comesFrom(plain, 'h', 0, 0)).toThrow(/Call backward/)
  expect(() => comesFrom(siteOf(network, 3), 'f', 0, 0)).toThrow(/No slot "f" in cell "gru"/)
})
