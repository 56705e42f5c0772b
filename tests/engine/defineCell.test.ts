/** Defining a cell: what is flattened, and every mistake refused with cell, equation, what was expected and what came. */
import { describe, expect, it } from 'vitest'
import {
  add,
  affine,
  candidate,
  cells,
  compile,
  complement,
  defineCell,
  diagonal,
  hidden,
  keep,
  multiply,
  previous,
  sigmoid,
  tanh,
  x,
  type CellDefinition,
  type Equation,
  type Expression,
} from '../../src/engine/index.ts'

const words = { en: 'value', es: 'valor' }
const source = { authors: 'nobody', year: 2000, title: 'none', equations: '1', convention: 'none' }

const definitionOf = (
  equations: Readonly<Record<string, Expression>>,
  rest: Partial<CellDefinition> = {},
): CellDefinition => ({
  id: 'broken',
  name: 'Broken',
  words,
  source,
  carry: ['h'],
  output: 'h',
  equations: Object.fromEntries(
    Object.entries(equations).map(([name, e]): [string, Equation] => [name, hidden(e, words)]),
  ),
  ...rest,
})

const h = previous('h')
/** A sound second equation, so that only the mistake under test is one. */
const rest = () => ({ h: tanh(affine(x, h)) })
const twice = sigmoid(affine(x, h))

const mistakes: readonly (readonly [string, CellDefinition, readonly RegExp[]])[] = [
  [
    'an undefined name',
    definitionOf({ f: sigmoid(affine(x, 'q')), ...rest() }),
    [/equation "f"/, /expected a name defined above it \(none yet\), got "q"/, /Write an equation for it/],
  ],
  [
    'a name before its equation',
    definitionOf({ f: multiply('g', h), g: sigmoid(affine(x)), ...rest() }),
    [/equation "f"/, /got "g"/, /Move its equation up/],
  ],
  [
    'a value that reads itself',
    definitionOf({ h: tanh(affine(x, 'h')) }, { carry: [] }),
    [/equation "h"/, /got "h"/, /previous/],
  ],
  [
    'a carry without an equation',
    definitionOf({ h: tanh(affine(x, h, previous('c'))) }, { carry: ['h', 'c'] }),
    // Two recurrent matrices in one term come first; the next case has the carry alone.
    [/equation "h"/, /expected one set of weights a name, got "U_h" twice/],
  ],
  [
    'a carry without an equation, read once',
    definitionOf({ h: add(tanh(affine(x, h)), previous('c')) }, { carry: ['h', 'c'] }),
    [/equation "c"/, /expected an equation for every carried value.*none for "c" \(there are h\)/],
  ],
  [
    'an output without an equation',
    definitionOf(rest(), { output: 'y' }),
    [/equation "y"/, /for the output, got none for "y"/],
  ],
  [
    'the previous value of what is not carried',
    definitionOf({ c: add(sigmoid(affine(x)), previous('c')), ...rest() }),
    [/equation "c"/, /expected a carried value \(h\), got previous\("c"\)/, /Add "c" to carry/],
  ],
  [
    'a carry that nothing reads',
    definitionOf({ h: tanh(affine(x)) }),
    [/equation "h"/, /expected previous\("h"\) to be read/],
  ],
  [
    'an expression with weights used in two equations',
    definitionOf({ f: twice, g: twice, ...rest() }),
    [/equation "g"/, /written once/, /two sets of weights/, /refer to it by name/],
  ],
  [
    'an affine part used in two equations',
    definitionOf(
      (() => {
        const shared = affine(x, h)
        return { f: sigmoid(shared), g: tanh(shared), ...rest() }
      })(),
    ),
    [/equation "g"/, /two sets of weights/],
  ],
  [
    'two affine terms of the same input in one equation',
    definitionOf({ f: add(affine(x), sigmoid(affine(x))), ...rest() }),
    [/equation "f"/, /expected one set of weights a name, got "W_f" twice/],
  ],
  [
    'the input where a vector of hidden size is needed',
    definitionOf({ f: multiply(sigmoid(affine(x)), x), ...rest() }),
    [/equation "f"/, /expected a vector of hidden size H, got the input x, of size I/, /affine/],
  ],
  [
    'a peephole on the input',
    definitionOf({ f: sigmoid(diagonal(x)), ...rest() }),
    [/equation "f"/, /hidden size H, got the input x/],
  ],
  [
    'too few arguments',
    definitionOf({ f: { op: 'multiply', args: [h] }, ...rest() }),
    [/equation "f"/, /expected 2 argument\(s\) of multiply, got 1/],
  ],
  [
    'too many arguments',
    definitionOf({ f: { op: 'tanh', args: [h, h] }, ...rest() }),
    [/expected 1 argument\(s\) of tanh, got 2/],
  ],
  [
    'an affine term of nothing',
    definitionOf({ f: sigmoid(affine()), ...rest() }),
    [/expected at least 1 argument\(s\) of affine, got 0/],
  ],
  [
    'an equation that is a bare name',
    definitionOf({ f: h, ...rest() }),
    [/equation "f"/, /expected an operation/],
  ],
  [
    'an operation that there is not',
    definitionOf({ f: JSON.parse('{"op":"softsign","args":[]}'), ...rest() }),
    [/equation "f"/, /one of affine, .*complement, got "softsign"/],
  ],
  [
    'a term that is missing',
    definitionOf({ f: { op: 'add', args: [affine(x), JSON.parse('[]')[0]] }, ...rest() }),
    [/equation "f"/, /one of affine, .*got nothing/],
  ],
  [
    'a name that every object has',
    definitionOf({ f: sigmoid(affine(x, 'toString')), ...rest() }),
    [/got "toString"\. Write an equation for it/],
  ],
  [
    'a stacked order that leaves out an equation with weights',
    definitionOf({ f: sigmoid(affine(x)), ...rest() }, { stacked: { pytorch: ['h'] } }),
    [/stacked\.pytorch: expected each equation with weights once \(f, h\), got h/],
  ],
  [
    'a stacked order of what has no weights',
    definitionOf(rest(), { stacked: { onnx: ['h', 'r'] } }),
    [/stacked\.onnx: .*\(h\), got h, r/],
  ],
  ['an equation called x', definitionOf({ x: tanh(affine(x)), ...rest() }), [/other than x and y, got "x"/]],
  [
    'two different parts that would have one name',
    definitionOf({
      a: sigmoid(affine(x)),
      b: sigmoid(affine(x)),
      h: multiply(sigmoid(multiply('a', h)), tanh(add('a', 'b'))),
    }),
    [/equation "h"/, /expected a new name, got "a_h" again/, /Split/],
  ],
]

describe('defineCell refuses', () => {
  it.each(mistakes)('%s', (_, definition, messages) => {
    expect(() => defineCell(definition)).toThrow(/Cell "broken"/)
    for (const message of messages) expect(() => defineCell(definition)).toThrow(message)
  })
})

describe('defineCell', () => {
  it('takes a new cell and runs it', () => {
    const cell = defineCell(
      definitionOf({
        z: sigmoid(affine(x, h)),
        h: add(multiply('z', h), multiply(complement('z'), tanh('z'))),
      }),
    )
    expect(cell.flat.single.slots.map((slot) => slot.name)).toEqual([
      'a_z',
      'z',
      'z*h_prev',
      '1-z',
      'tanh(z)',
      '(1-z)*tanh(z)',
      'h',
    ])
  })

  it('shares a part without weights that is written twice', () => {
    const cell = defineCell(
      definitionOf({
        f: keep(sigmoid(affine(x, h)), words).expression,
        g: candidate(add(multiply('f', h), complement('f')), words).expression,
        h: multiply(complement('f'), 'g'),
      }),
    )
    expect(cell.flat.single.slots.filter((slot) => slot.op === 'complement')).toHaveLength(1)
  })
})

describe.each(cells)('the cell $id', (cell) => {
  it.each(['single', 'per-input'] as const)('reads only what stands before it (%s bias)', (style) => {
    const later = cell.flat[style].slots.filter((slot) =>
      slot.args.some((arg) => arg.from === 'slot' && arg.slot >= slot.index),
    )
    expect(later).toEqual([])
  })

  it('has a slot named for every equation, and every name once', () => {
    const { slots } = cell.flat.single
    expect(slots.filter((slot) => slot.named).map((slot) => slot.name)).toEqual(Object.keys(cell.equations))
    expect(new Set(slots.map((slot) => slot.name)).size).toBe(slots.length)
  })

  it('cites its source and is described in both languages', () => {
    for (const { en, es } of [cell.words, ...Object.values(cell.equations).map((e) => e.words)]) {
      expect(en).not.toBe('')
      expect(es).not.toBe('')
    }
    expect(cell.source.title).not.toBe('')
    expect(cell.source.year).toBeGreaterThan(1940)
  })

  it('lays its parameters end to end, with the shapes of I and H', () => {
    const { parameters } = compile(cell, 3, 5, 'per-input')
    let end = 0
    for (const { name, offset, size, shape } of parameters) {
      expect(offset).toBe(end)
      expect(shape).toEqual(name.startsWith('W_') ? [5, 3] : name.startsWith('U_') ? [5, 5] : [5])
      end = offset + size
    }
  })
})
