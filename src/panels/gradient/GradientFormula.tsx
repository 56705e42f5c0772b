/** The chain rule of the selected gradient, above the tables of its terms. */
import type { ReactElement } from 'react'
import { gradientFormula } from '../../describe/gradientFormula.ts'
import type { GradientSum, Link } from '../../describe/gradientTerms.ts'
import type { Filler } from '../inspector/fills.ts'
import { MathLines } from '../inspector/MathLines.tsx'
import { useFormulas } from '../inspector/useFormulas.ts'
import type { Back } from './useBack.ts'

/** Its steps are written already; a term 'f@10' is a symbol of all units, a term 'U_f' one of a matrix. */
const fillerFor = (unit: number): Filler => ({
  textOf: () => '',
  valueOf: () => null,
  marksOf: (term) => {
    const [slot = '', t] = term.split('@')
    return t === undefined
      ? { 'data-carries': term }
      : { 'data-slot': slot, 'data-unit': unit, 'data-t': t, 'data-carries': term }
  },
})

interface Props {
  readonly back: Back
  readonly sum: GradientSum
  /** In the order of the table. */
  readonly links: readonly Link[]
}

export const GradientFormula = ({ back, sum, links }: Props): ReactElement | null => {
  const { run, of, words } = back
  const formulas = useFormulas(run.cell.id)
  if (!formulas) return null
  const readout = run.network.spec.readout?.activation ?? null
  const written = { cell: run.cell, reversed: run.layer.reversed, of, readout, formulas }
  return (
    <section className="inspector-part gradient-formula">
      <h3 className="visually-hidden">{words.inspector.formula}</h3>
      <MathLines lines={gradientFormula(written, sum, links)} filler={fillerFor(sum.unit)} />
    </section>
  )
}
