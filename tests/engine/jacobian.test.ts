/** Jacobians of the state against finite differences through the run itself, and norms against known matrices. */
import { describe, expect, it } from 'vitest'
import { cells, jacobianBlock, jacobianNorms, stateJacobian, stateJacobians } from '../../src/engine/index.ts'
import { frobeniusNorm, spectralNorm } from '../../src/engine/spectralNorm.ts'
import { difference, worstError } from './support/differences.ts'
import { finalCarry, networkOf, smoothCase, traceOf, uniform } from './support/networks.ts'

describe.each(cells.map((cell) => cell.id))('state Jacobian of %s', (cell) => {
  it.each(['forward', 'reverse'] as const)('from the initial carry, %s', (direction) => {
    const sample = smoothCase(networkOf(cell, { I: 2, H: 3, direction }), 4, 5)
    const [last, start] = direction === 'reverse' ? [0, 4] : [3, -1]
    const traced = traceOf(sample)
    const jacobian = stateJacobian(traced.traces[0]!, sample.parameters, last, start)
    for (const of of jacobian.carry)
      for (const by of jacobian.carry) {
        const block = jacobianBlock(jacobian, of, by)
        for (let v = 0; v < 3; v++) {
          const numeric = [0, 1, 2].map((u) =>
            difference(() => finalCarry(traceOf(sample))[0]![of]![u]!, sample.initial[0]![by]!, v),
          )
          const analytic = [0, 1, 2].map((u) => block[u * 3 + v]!)
          const { error, at } = worstError(`∂${of}/∂${by}_${v}`, analytic, numeric)
          expect(error, at).toBeLessThanOrEqual(1e-6)
        }
      }
    expect(jacobian.carry.length).toBe(traced.traces[0]!.program.carry.length)
  })

  it('is the identity at k = t, and a product over the steps between', () => {
    const sample = smoothCase(networkOf(cell, { I: 2, H: 2 }), 5, 9)
    const trace = traceOf(sample).traces[0]!
    const of = (t: number, k: number) => stateJacobian(trace, sample.parameters, t, k).matrix
    const n = trace.program.carry.length * 2
    expect(Array.from(of(2, 2))).toEqual(
      Array.from({ length: n * n }, (_, p) => Number(Math.floor(p / n) === p % n)),
    )
    const [late, early, whole] = [of(4, 2), of(2, 0), of(4, 0)]
    whole.forEach((value, p) => {
      const [row, column] = [Math.floor(p / n), p % n]
      let sum = 0
      for (let j = 0; j < n; j++) sum += late[row * n + j]! * early[j * n + column]!
      expect(value).toBeCloseTo(sum, 13)
    })
  })

  it.each(['forward', 'reverse'] as const)('is the same for all steps at once, %s', (direction) => {
    const sample = smoothCase(networkOf(cell, { I: 2, H: 3, direction }), 4, 21)
    const trace = traceOf(sample).traces[0]!
    const t = direction === 'reverse' ? 1 : 2
    const steps = direction === 'reverse' ? [1, 2, 3, 4] : [2, 1, 0, -1]
    const expected = steps.map((k) => stateJacobian(trace, sample.parameters, t, k))
    expect(stateJacobians(trace, sample.parameters, t)).toEqual(
      trace.program.carry.length > 0 ? expected : [],
    )
  })

  it('has norms at every step that agree with its matrices', () => {
    const sample = smoothCase(networkOf(cell, { I: 2, H: 3 }), 4, 11)
    const trace = traceOf(sample).traces[0]!
    const { steps, norms } = jacobianNorms(trace, sample.parameters, 2)
    expect(steps).toEqual(norms.length > 0 ? [2, 1, 0, -1] : [])
    for (const { by, frobenius, spectral } of norms)
      steps.forEach((k, n) => {
        const block = jacobianBlock(
          stateJacobian(trace, sample.parameters, 2, k),
          trace.program.cell.output,
          by,
        )
        expect(frobenius[n]).toBeCloseTo(Math.hypot(...block), 13)
        expect(spectral[n]).toBeCloseTo(spectralNorm(block, 3), 13)
      })
  })
})

describe('state Jacobian', () => {
  const sample = smoothCase(networkOf('lstm', { I: 2, H: 2 }), 4, 3)

  it('sees a held value as cut off from everything before', () => {
    const holds = [{ slot: 'h', unit: 0, from: 2, to: 2, value: 0.5 }]
    const trace = traceOf(sample, { holds }).traces[0]!
    const block = jacobianBlock(stateJacobian(trace, sample.parameters, 2, 1, holds), 'h', 'h')
    expect([block[0], block[1]]).toEqual([0, 0])
    expect(Math.abs(block[2]!)).toBeGreaterThan(0)
  })

  it('refuses steps outside the sequence, a k after t, and names that are not carried', () => {
    const trace = traceOf(sample).traces[0]!
    const of = (t: number, k: number) => () => stateJacobian(trace, sample.parameters, t, k)
    expect(of(4, 0)).toThrow(/0 to 3.*t = 4/)
    expect(of(1, 2)).toThrow(/k = 2/)
    expect(of(1, -2)).toThrow(/k = -2/)
    expect(() => jacobianBlock(of(1, 0)(), 'f', 'h')).toThrow(/"f".*h, c/)
  })

  it('refuses the parameters of another program', () => {
    const trace = traceOf(sample).traces[0]!
    expect(() => stateJacobian(trace, sample.parameters.subarray(1), 2, 0)).toThrow(/Expected \d+ parameters/)
  })

  it('refuses a trace recorded for display', () => {
    const trace = traceOf(sample, { recording: 'display' }).traces[0]!
    expect(() => stateJacobian(trace, sample.parameters, 2, 0)).toThrow(/display/)
  })
})

describe('norms', () => {
  it('of a diagonal, a rotation, a rank-one matrix and zero', () => {
    expect(spectralNorm([3, 0, 0, -4], 2)).toBeCloseTo(4, 14)
    expect(spectralNorm([0.6, -0.8, 0.8, 0.6], 2)).toBeCloseTo(1, 14)
    expect(spectralNorm([1, 2, 2, 2, 4, 4], 3)).toBeCloseTo(Math.sqrt(5) * 3, 13)
    expect(spectralNorm([0, 0, 0, 0], 2)).toBe(0)
    expect(frobeniusNorm([3, 0, 0, -4])).toBe(5)
  })

  it('of matrices as small and as large as a gradient gets', () => {
    expect(spectralNorm([3e-250, 0, 0, 4e-250], 2) / 4e-250).toBeCloseTo(1, 14)
    expect(frobeniusNorm([3e200, 4e200]) / 5e200).toBeCloseTo(1, 14)
    expect(spectralNorm([NaN, 1, 1, 1], 2)).toBeNaN()
  })

  it('lie as they must: spectral ≤ Frobenius ≤ √n spectral, and no vector is stretched further', () => {
    for (let seed = 0; seed < 20; seed++) {
      const n = 1 + (seed % 9)
      const A = uniform(n * n, seed)
      const spectral = spectralNorm(A, n)
      expect(frobeniusNorm(A)).toBeGreaterThanOrEqual(spectral * (1 - 1e-14))
      expect(frobeniusNorm(A)).toBeLessThanOrEqual(Math.sqrt(n) * spectral * (1 + 1e-14))
      let v = uniform(n, seed + 100)
      let stretch = 0
      for (let pass = 0; pass < 3000; pass++) {
        const Av = v.map((_, row) => v.reduce((sum, x, k) => sum + A[row * n + k]! * x, 0))
        const AtAv = v.map((_, k) => Av.reduce((sum, x, row) => sum + A[row * n + k]! * x, 0))
        stretch = frobeniusNorm(Av) / frobeniusNorm(v)
        v = AtAv.map((x) => x / frobeniusNorm(AtAv))
      }
      expect(stretch).toBeLessThanOrEqual(spectral * (1 + 1e-13))
      expect(stretch).toBeGreaterThan(spectral * (1 - 1e-6))
    }
  })
})
