import { describe, expect, test } from 'vitest'
import { formulaOf } from '../../src/describe/formula.ts'
import { formulasOf, loadFormulas, readoutFormulas, typesetFormula } from '../../src/describe/formulas.ts'
import { fillLine, textOfLine, type MathElement, type MathLine } from '../../src/describe/mathLine.ts'
import { cellOf, cells } from '../../src/engine/index.ts'

await Promise.all(cells.map(({ id }) => loadFormulas(id)))

const formula = (cell: string, slot: string) => typesetFormula(formulasOf(cell) ?? {}, slot)

const symbol = (fill: string): string => ({ t: 't', p: 't−1' })[fill] ?? fill

const text = (lines: readonly MathLine[]): string =>
  lines.map((line) => textOfLine(fillLine(line, symbol))).join(' / ')

const elements = (element: MathElement): MathElement[] => [
  element,
  ...(typeof element.children === 'string' ? [] : element.children.flatMap(elements)),
]

describe.each(cells.map((cell) => [cell.id, cell] as const))('formulas of %s', (id, cell) => {
  const slots = cell.flat.single.slots

  test('are as they were', () => {
    expect(
      slots.map(({ name }) => {
        const { symbols, numbers } = formula(id, name)
        return `${name}:  ${text(symbols)}  ${text(numbers)}`
      }),
    ).toMatchSnapshot()
  })

  test('name only terms and placeholders that exist', () => {
    const parameters = cell.flat.single.parameters.map((parameter) => `weight-${parameter.name}`)
    const terms = new Set([
      'input',
      ...parameters,
      ...slots.flatMap(({ index }) => [`slot-${index}`, `prev-${index}`]),
    ])
    const fills = /^(t|p|[sc](\d+)|[wb](\d+))$/
    for (const { name } of slots)
      for (const atom of Object.values(formula(id, name)).flat(2)) {
        for (const term of atom.terms) expect(terms).toContain(term)
        for (const { fill } of elements(atom.element))
          if (fill !== undefined) {
            const [, , vector, sum] = fills.exec(fill) ?? expect.fail(fill)
            if (vector !== undefined) expect(slots[Number(vector)]).toBeDefined()
            if (sum !== undefined) expect(slots[Number(sum)]?.op).toBe('affine')
          }
      }
  })

  test('link every parameter of a named equation, and carry no style', () => {
    for (const [equation] of Object.entries(cell.equations)) {
      const linked = formula(id, equation)
        .symbols.flat()
        .flatMap((atom) => atom.terms)
      const own = cell.flat.single.parameters.filter((parameter) => parameter.gate === equation)
      for (const parameter of own) expect(linked).toContain(`weight-${parameter.name}`)
    }
    const attributes = slots.flatMap(({ name }) =>
      Object.values(formula(id, name))
        .flat(2)
        .flatMap((atom) => elements(atom.element).flatMap((e) => Object.keys(e.attributes ?? {}))),
    )
    expect(attributes).not.toContain('style')
  })
})

test('both conventions of the reset gate are told apart', () => {
  expect(text(formula('gru', 'n').symbols)).toMatch(/r_t ⊙ \(U_nh_t−1 \+ b_hn\)/)
  expect(text(formula('gru-reset-before', 'n').symbols)).toMatch(/U_n\(r_t ⊙ h_t−1\) \+ b_n/)
})

test('a plus before a negative number becomes a minus, a negative factor stands in brackets', () => {
  const values: Readonly<Record<string, string>> = { w0: '−3.40', b0: '−0.71', s0: '−4.11', s1: '0.02' }
  const [line] = formula('lstm', 'f').numbers
  expect(textOfLine(fillLine(line ?? [], (fill) => values[fill] ?? '?'))).toBe(
    '= σ(−3.40 − 0.71) = σ(−4.11) = 0.02',
  )
  const [product] = formula('lstm', 'i*g').numbers
  expect(textOfLine(fillLine(product ?? [], (fill) => (fill === 's5' ? '−0.47' : '0.96')))).toBe(
    '= 0.96 ⋅ (−0.47) = 0.96',
  )
})

test('an unknown slot is refused', () => {
  expect(() => formulaOf(cellOf('rnn'), 'q')).toThrow(/No slot "q" in cell "rnn".*a_h, h/)
  expect(() => formula('rnn', 'q')).toThrow(/"q".*a_h, h/)
  expect(() => formula('rnn', 'constructor')).toThrow(/"constructor".*a_h, h/)
})

test('an unknown cell is refused', async () => {
  await expect(loadFormulas('nn')).rejects.toThrow(/"nn".*feedforward/)
  await expect(loadFormulas('constructor')).rejects.toThrow(/"constructor".*feedforward/)
})

test('the readout has a formula for each activation', () => {
  expect(
    Object.values(readoutFormulas).map(({ symbols, numbers }) => `${text(symbols)}  ${text(numbers)}`),
  ).toMatchSnapshot()
})
