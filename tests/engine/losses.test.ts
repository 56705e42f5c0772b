/** Losses against torch.nn.functional: values and gradients, over all, some and the last step, also with large logits. */
import { describe, expect, it } from 'vitest'
import { losses, type Loss } from '../../src/engine/index.ts'
import { differences, worstError } from './support/differences.ts'
import { distance, flat, readFixture, type Matrix, type Tensor } from './support/fixtures.ts'
import { uniform } from './support/networks.ts'

interface Fixture {
  readonly cases: readonly {
    readonly loss: 'mse' | 'cross-entropy' | 'binary-cross-entropy'
    readonly mask: string
    readonly prediction: Matrix
    readonly target: Tensor
    readonly counted: boolean[]
    readonly value: number
    readonly gradient: Matrix
  }[]
}

const BOUND = 1e-12
const byName: Readonly<Record<string, Loss>> = {
  mse: losses['squared-error'],
  'cross-entropy': losses['cross-entropy'],
  'binary-cross-entropy': losses['binary-cross-entropy'],
}

describe.each(readFixture<Fixture>('losses').cases.map((c) => [c.loss, c.mask, c] as const))(
  '%s, %s',
  (name, _mask, { prediction, target, counted, value, gradient }) => {
    const loss = byName[name]
    const mask = counted.map(Number)
    const columns = prediction[0]?.length ?? NaN

    it('value and gradient', () => {
      const ours = loss?.(flat(prediction), flat(target), { columns, mask })
      expect(distance([ours?.value ?? NaN], [value])).toBeLessThanOrEqual(BOUND)
      expect(distance(ours?.gradient ?? [], flat(gradient))).toBeLessThanOrEqual(BOUND)
    })

    it('no mask is the mask of all steps', () => {
      const all = mask.map(() => 1)
      expect(loss?.(flat(prediction), flat(target), { columns })).toEqual(
        loss?.(flat(prediction), flat(target), { columns, mask: all }),
      )
    })
  },
)

describe.each(Object.entries(losses))('%s', (name, loss) => {
  const T = 4
  const columns = 3
  const target = name === 'cross-entropy' ? [2, 0, 1, 1] : uniform(T * columns, 2).map(Math.abs)
  const mask = [1, 0, 1, 1]

  it('gradient against finite differences', () => {
    const prediction = uniform(T * columns, 1, 2)
    const numeric = differences(() => loss(prediction, target, { columns, mask }).value, prediction)
    const { error, at } = worstError(
      'prediction',
      loss(prediction, target, { columns, mask }).gradient,
      numeric,
    )
    expect(error, at).toBeLessThanOrEqual(1e-6)
  })

  it('does not read what does not count', () => {
    const prediction = Float64Array.from(uniform(T * columns, 1, 2))
    const before = loss(prediction, target, { columns, mask })
    prediction.fill(NaN, columns, 2 * columns)
    expect(loss(prediction, target, { columns, mask })).toEqual(before)
  })

  it('a divisor of its own replaces the number of counted elements', () => {
    const prediction = uniform(T * columns, 1, 2)
    const { value, gradient } = loss(prediction, target, { columns, divisor: 1 })
    const half = loss(prediction, target, { columns, divisor: 2 })
    expect(distance([half.value], [value / 2])).toBeLessThanOrEqual(BOUND)
    expect(
      distance(
        half.gradient,
        gradient.map((d) => d / 2),
      ),
    ).toBeLessThanOrEqual(BOUND)
  })

  it('says what is wrong with its arguments', () => {
    const prediction = uniform(T * columns, 1)
    expect(() => loss(prediction.subarray(1), target, { columns })).toThrow(/rows of 3 predictions, got 11/)
    expect(() => loss([], [], { columns })).toThrow(/rows of 3 predictions, got 0/)
    expect(() => loss(prediction, [1], { columns })).toThrow(/expected (4|12) targets, got 1/)
    expect(() => loss(prediction, target, { columns, mask: [1] })).toThrow(/mask of 4 steps, got 1/)
    expect(() => loss(prediction, target, { columns, mask: [0, 0, 0, 0] })).toThrow(
      /at least one step that counts/,
    )
    expect(() => loss(prediction, target, { columns: 0.5 })).toThrow(/rows of 0\.5 predictions, got 12/)
    for (const divisor of [0, -1, NaN, Infinity])
      expect(() => loss(prediction, target, { columns, divisor })).toThrow(/expected a divisor above 0, got/)
  })
})

it('cross-entropy refuses a class that is not there', () => {
  expect(() => losses['cross-entropy']([0, 0, 0, 0], [1, 2], { columns: 2 })).toThrow(
    /step 1: expected a class from 0 to 1, got 2/,
  )
  expect(() => losses['cross-entropy']([0, 0], [0.5], { columns: 2 })).toThrow(/got 0.5/)
})
