/** Four weights under every optimizer: against the update rules written out, and the shares that are shown. */
import { describe, expect, test } from 'vitest'
import { decayPath, GRADIENT_SCALES, shareOf, taskGradients } from '../../src/describe/decayPaths.ts'
import { optimizerFormulas } from '../../src/describe/optimizerFormula.ts'
import {
  decayingOptimizer,
  largestDifference,
  optimizerNames,
  type DecayWay,
  type OptimizerName,
} from '../../src/engine/index.ts'
import { typeset } from '../../scripts/formulas/mathml.ts'
import { textOfLine } from '../../src/describe/mathLine.ts'

const COUNT = GRADIENT_SCALES.length
const UPDATES = 200
const SHARE = 0.005
const RATE = 0.01
const gradients = taskGradients('alternating', UPDATES, 1)

const pathOf = (name: OptimizerName, way: DecayWay, given = gradients) =>
  decayPath(decayingOptimizer(name, way, RATE, SHARE), given, COUNT)

test('task gradients are ± their scale; in turn they cancel, by chance they follow the seed', () => {
  for (let n = 0; n < UPDATES; n++)
    GRADIENT_SCALES.forEach((scale, k) => {
      expect(gradients[n * COUNT + k]).toBe(n % 2 === 0 ? scale : -scale)
    })
  const random = taskGradients('random', UPDATES, 1)
  expect(random.map(Math.abs)).toEqual(gradients.map(Math.abs))
  expect(random).not.toEqual(gradients)
  expect(taskGradients('random', UPDATES, 1)).toEqual(random)
  expect(taskGradients('random', UPDATES, 2)).not.toEqual(random)
})

test.each(['alternating', 'random'] as const)('under plain SGD the two ways coincide, %s', (kind) => {
  const own = taskGradients(kind, 1000, 3)
  const [penalty, decay] = (['penalty', 'decay'] as const).map((way) => pathOf('sgd', way, own).weights)
  expect(largestDifference(penalty!, decay!)).toBeLessThanOrEqual(1e-12)
})

describe('by the rule written out', () => {
  const expectRule = (
    name: OptimizerName,
    way: 'penalty' | 'decay',
    rule: () => (g: number, n: number) => number,
  ) => {
    const { weights } = pathOf(name, way)
    GRADIENT_SCALES.forEach((_, k) => {
      const step = rule()
      let w = 1
      for (let n = 1; n <= UPDATES; n++) {
        const g = gradients[(n - 1) * COUNT + k]! + (way === 'penalty' ? (SHARE / RATE) * w : 0)
        const kept = way === 'decay' ? (1 - SHARE) * w : w
        w = kept - RATE * step(g, n)
        expect(weights[n * COUNT + k]).toBeCloseTo(w, 11)
      }
    })
  }
  const rules: Readonly<Record<string, () => (g: number, n: number) => number>> = {
    sgd: () => (g) => g,
    momentum: () => {
      let m = 0
      return (g) => (m = 0.9 * m + g)
    },
    rmsprop: () => {
      let v = 0
      return (g) => {
        v = 0.99 * v + 0.01 * g * g
        return g / (Math.sqrt(v) + 1e-8)
      }
    },
    adadelta: () => {
      let [v, u] = [0, 0]
      return (g) => {
        v = 0.9 * v + 0.1 * g * g
        const delta = (Math.sqrt(u + 1e-6) / Math.sqrt(v + 1e-6)) * g
        u = 0.9 * u + 0.1 * delta * delta
        return delta
      }
    },
    adam: () => {
      let [m, v] = [0, 0]
      return (g, n) => {
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        return m / (1 - 0.9 ** n) / (Math.sqrt(v / (1 - 0.999 ** n)) + 1e-8)
      }
    },
  }
  test.each(Object.keys(rules))('%s', (name) => {
    for (const way of ['penalty', 'decay'] as const) expectRule(name as OptimizerName, way, rules[name]!)
  })
})

test('shares: decay takes λ off under SGD; adaptive penalties take least off where gradients are large', () => {
  const shares = (name: OptimizerName, way: DecayWay) =>
    GRADIENT_SCALES.map((_, k) => shareOf(pathOf(name, way), k, COUNT))
  expect(shares('sgd', 'decay')[0]).toBeCloseTo(SHARE, 5)
  for (const name of ['rmsprop', 'adam', 'adamw'] as const) {
    const [, tenth, one, ten] = shares(name, 'penalty')
    expect(tenth).toBeGreaterThan(one!)
    expect(one).toBeGreaterThan(5 * ten!)
    for (const share of shares(name, 'decay')) expect(share).toBeCloseTo(SHARE, 3)
  }
  // Through m a penalty takes off nearly 1 / (1 − μ) times as much once it has gathered.
  expect(shares('momentum', 'penalty')[0]).toBeGreaterThan(5 * SHARE)
})

test('a share is that of the way to one half, or of all of it', () => {
  const halving = { weights: Float64Array.from({ length: 11 }, (_, n) => 0.8 ** n), divisor: null }
  expect(shareOf(halving, 0, 1)).toBeCloseTo(0.2, 12)
  const slow = { weights: Float64Array.from({ length: 11 }, (_, n) => -(0.99 ** n)), divisor: null }
  expect(shareOf(slow, 0, 1)).toBeCloseTo(0.01, 12)
  expect(shareOf({ weights: Float64Array.of(1), divisor: null }, 0, 1)).toBe(0)
})

test('gradients of half an update are refused', () => {
  expect(() => decayPath(decayingOptimizer('sgd', 'none', 1, 0), new Float64Array(5), 4)).toThrow(
    /got 5 in all/,
  )
})

test('every optimizer has a rule that is typeset, with penalty and decay as terms', () => {
  for (const name of optimizerNames) {
    const lines = optimizerFormulas[name].flatMap((line) => typeset(line, 1000))
    const textOf = (term: string): string =>
      lines
        .flatMap((line) => line.filter(({ terms }) => terms.includes(term)))
        .map((atom) => textOfLine([atom]))
        .join('')
    expect(textOf('penalty'), name).toMatch(/^λ.*θ$/)
    expect(textOf('decay').replaceAll(' ', ''), name).toBe('(1−λ)')
  }
})
