/** The opened equation: its numbers are the trace's, recomputed here with plain loops, for every cell. */
import { describe, expect, it } from 'vitest'
import type { Site } from '../../src/describe/contributions.ts'
import { columnValues, MOST_SORTED, opened, shownRows } from '../../src/describe/opened.ts'
import { termOf, termText } from '../../src/describe/term.ts'
import { at, carryInto, cells, parameterView, partParameters } from '../../src/engine/index.ts'
import { networkOf, randomCase, traceOf } from '../engine/support/networks.ts'

const t = 2

const siteOf = (id: string, H = 5, I = 3): Site => ({
  network: traceOf(randomCase(networkOf(id, { H, I }), 4, 11)),
  part: 0,
})

const tensorOf = ({ network }: Site, name: string): Float64Array => {
  const part = network.network.parts[0]!
  return parameterView(part.program.parameters, partParameters(part, network.parameters), name)
}

const every = cells.flatMap((cell) =>
  Object.keys(cell.equations).map((name): [string, string] => [cell.id, name]),
)

describe.each(every)('%s, %s', (id, name) => {
  const site = siteOf(id)
  const layer = site.network.traces[0]!
  const { H } = layer.program
  const units = Array.from({ length: H }, (_, unit) => unit)

  it('products and biases add up to the recorded sum, to 1e-12', () => {
    for (const unit of units)
      for (const { slot, products, others, parts } of opened(site, name, unit, t).blocks) {
        if (slot.op !== 'affine') continue
        expect(others).toEqual([])
        let sum = 0
        for (const { product } of products) sum += product
        for (const { value } of parts.biases) sum += value
        expect(Math.abs(sum - at(layer, t, slot.name)[unit]!)).toBeLessThan(1e-12)
      }
  })

  it('weights and inputs are those of a plain matrix product', () => {
    for (const { slot, columns, products } of opened(site, name, 1, t).blocks) {
      const weights = columns.filter((column) => column.kind === 'weight')
      expect(weights).toHaveLength(products.length)
      weights.forEach((column, k) => {
        const { value, weight, product } = products[k]!
        const W = tensorOf(site, column.parameter)
        const width = W.length / H
        const of = column.of
        const input =
          of.from === 'input'
            ? at(layer, t, 'x')
            : of.from === 'previous'
              ? carryInto(layer, t, layer.program.slots[of.slot]!.name)
              : at(layer, t, layer.program.slots[of.slot]!.name)
        expect(value).toBe(input[column.index])
        expect(weight).toBe(W[1 * width + column.index])
        expect(product).toBe(input[column.index]! * W[width + column.index]!)
        for (const unit of units)
          expect(columnValues(site, t, column)(unit)).toBe(W[unit * width + column.index])
      })
      expect(columns.at(-1)).toMatchObject({ kind: 'result', slot: { name: slot.name } })
    }
  })

  it('read from left to right with its signs, a row is its own result', () => {
    const apply: Record<string, (a: number, b: number) => number> = {
      '×': (a, b) => a * b,
      '+': (a, b) => a + b,
      σ: (a) => 1 / (1 + Math.exp(-a)),
      tanh: (a) => Math.tanh(a),
      relu: (a) => Math.max(0, a),
      '1 −': (a) => 1 - a,
    }
    for (const unit of units) {
      const results = new Map<number, number>()
      let before = NaN
      for (const { slot, columns } of opened(site, name, unit, t).blocks) {
        if (slot.op === 'affine') {
          before = at(layer, t, slot.name)[unit]!
          results.set(slot.index, before)
          continue
        }
        // A sum of results that already stand there starts from them.
        let value =
          slot.op === 'add'
            ? slot.args.reduce((sum, of) => sum + (of.from === 'slot' ? (results.get(of.slot) ?? 0) : 0), 0)
            : before
        for (const column of columns) {
          const own = columnValues(site, t, column)(unit)!
          if (column.kind === 'result') {
            if (column.sign !== '=') value = apply[column.sign]!(value, NaN)
            expect(Math.abs(value - own)).toBeLessThan(1e-12)
          } else value = column.sign === '' ? own : apply[column.sign]!(value, own)
        }
        before = value
        results.set(slot.index, value)
      }
      expect(Math.abs(before - at(layer, t, name)[unit]!)).toBeLessThan(1e-12)
    }
  })
})

describe('a large layer', () => {
  const site = siteOf('lstm', 200, 4)

  it('shows the largest products, sorted, the asked one, and the rest as one sum', () => {
    const all = opened(siteOf('lstm'), 'f', 0, t).blocks[0]!
    expect(all.products.map(({ of }) => of.from)).toEqual([
      ...Array(5).fill('previous'),
      ...Array(3).fill('input'),
    ])
    const [sum] = opened(site, 'f', 17, t).blocks
    const sizes = sum!.products.map(({ product }) => Math.abs(product))
    expect(sizes).toHaveLength(MOST_SORTED)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    expect(Math.max(...sum!.others.map(({ product }) => Math.abs(product)))).toBeLessThanOrEqual(
      sizes.at(-1)!,
    )
    expect(sum!.columns.find(({ kind }) => kind === 'others')).toMatchObject({ count: 204 - MOST_SORTED })
    const total = [...sum!.products, ...sum!.others].reduce((s, { product }) => s + product, 0)
    const biases = sum!.parts.biases.reduce((s, { value }) => s + value, 0)
    expect(Math.abs(total + biases - at(site.network.traces[0]!, t, 'a_f')[17]!)).toBeLessThan(1e-12)
    const smallest = sum!.others.toSorted((a, b) => Math.abs(a.product) - Math.abs(b.product))[0]!
    const asked = opened(site, 'f', 17, t, smallest).blocks[0]!
    expect(asked.products.at(-1)).toEqual(smallest)
  })

  it('shows the rows around the unit, within the layer', () => {
    expect(shownRows(5, 3)).toEqual([0, 1, 2, 3, 4])
    expect(shownRows(1024, 0)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(shownRows(1024, 500)).toContain(500)
    expect(shownRows(1024, 1023)).toEqual([1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023])
  })
})

describe('terms', () => {
  it('are read as they are written, and nothing else is', () => {
    expect(termOf(termText({ parameter: 'U_f', index: 5 }))).toEqual({ parameter: 'U_f', index: 5 })
    for (const text of ['', 'U_f', 'U_f.', 'U_f.-1', 'U f.1', 'U_f.1.2']) expect(termOf(text)).toBeNull()
  })

  it('an equation that the cell does not have is named in the error', () => {
    expect(() => opened(siteOf('rnn'), 'f', 0, t)).toThrow(/Expected an equation of the cell: h; got "f"/)
  })
})
