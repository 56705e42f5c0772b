/** Factors and values of the way back as symbols: f₁₀, o₉ · (1 − tanh²), c₈. */
import type { ReactElement } from 'react'
import type { Factor } from '../../describe/gradientFactors.ts'
import type { Operand } from '../../engine/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import type { Back } from './useBack.ts'

const written = (name: string): string =>
  name.replaceAll('*', '·').replaceAll('_prev', '₋').replaceAll('-', ' − ')

const minus = (n: number): string => String(n).replace('-', '−')

interface SlotProps {
  readonly back: Pick<Back, 'run'>
  /** A slot's name, or 'x'. */
  readonly name: string
  readonly step: number
}

/** A value with its step below it. */
export const SlotAt = ({ back, name, step }: SlotProps): ReactElement => {
  const { cell } = back.run
  const slot = cell.flat.single.slots.find((own) => own.name === name)
  const tone = name === 'x' ? 'input' : (cell.equations[slot?.equation ?? '']?.role ?? 'hidden')
  // 'a_f' is the pre-activation of f.
  const [letter, equation] = written(name).split('_')
  return (
    <span className="inspector-symbol">
      <i style={{ color: toneVariable(tone) }}>{letter}</i>
      <sub>
        {equation === undefined ? null : `${equation.replace('.', ', ')},\u202f`}
        {minus(step)}
      </sub>
    </span>
  )
}

/** 'U_f' as U with f below it. */
export const WeightName = ({ name }: { readonly name: string }): ReactElement => {
  const [letter, equation] = name.split('_')
  return (
    <span className="inspector-symbol inspector-weight">
      <i>{letter}</i>
      <sub>{equation}</sub>
    </span>
  )
}

/** The slot that an operand names, and the step it is of when step `step` reads it. */
export const operandAt = (
  { run }: Pick<Back, 'run'>,
  of: Operand,
  step: number,
): { readonly name: string; readonly step: number } => {
  if (of.from === 'input') return { name: 'x', step }
  const name = run.cell.flat.single.slots[of.slot]?.name ?? ''
  const before = step + (run.layer.reversed ? 1 : -1)
  return { name, step: of.from === 'previous' ? before : step }
}

const SLOPES: Readonly<Record<string, string>> = { tanh: '1 − tanh²', sigmoid: 'σ (1 − σ)', relu: '0 | 1' }

export const FactorLabel = ({ back, factor }: { back: Pick<Back, 'run'>; factor: Factor }): ReactElement => {
  if (factor.kind === 'minus') return <span>−1</span>
  if (factor.kind === 'peephole') return <WeightName name={factor.parameter} />
  if (factor.kind === 'slope') return <span>({SLOPES[factor.slot.op] ?? factor.slot.op})</span>
  return <SlotAt back={back} {...operandAt(back, factor.of, factor.step)} />
}

/** a · b · c */
export const Factors = ({
  back,
  factors,
}: {
  back: Pick<Back, 'run'>
  factors: readonly Factor[]
}): ReactElement => (
  <>
    {factors.map((factor, k) => (
      <span key={k}>
        {k > 0 ? ' · ' : ''}
        <FactorLabel back={back} factor={factor} />
      </span>
    ))}
  </>
)
