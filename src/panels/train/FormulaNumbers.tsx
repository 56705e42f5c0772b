/**
 * The equations of the shown cell with the numbers of the selected unit at the selected step, under the weights of
 * the checkpoint under the training clock.
 */
import { useMemo, type ReactElement } from 'react'
import { typesetFormula } from '../../describe/formulas.ts'
import { at } from '../../engine/index.ts'
import { useLanguage } from '../../store/index.ts'
import type { ShownRun } from '../../store/trainingHooks.ts'
import { toneVariable } from '../../ui/colour.ts'
import { fillerOf, type Filled } from '../inspector/fills.ts'
import { MathLines } from '../inspector/MathLines.tsx'
import { useFormulas } from '../inspector/useFormulas.ts'
import { formatWhole, useWords } from './words.ts'
import '../inspector/inspector.css'
import './formula.css'

interface Props {
  readonly shown: ShownRun
  readonly t: number
  readonly unit: number
  readonly gutter: number
}

export const FormulaNumbers = ({ shown, t, unit, gutter }: Props): ReactElement | null => {
  const words = useWords()
  const language = useLanguage()
  const { network, part, checkpoint } = shown
  const { cell } = network.parts[part]!.program
  const formulas = useFormulas(cell.id)
  const trace = shown.traceAt(checkpoint)
  const layer = trace.traces[part]!
  const filled = useMemo(
    () =>
      (name: string): Filled => ({
        run: { cell, layer },
        site: { network: trace, part },
        unit,
        moment: { t, phase: 6 },
        known: () => true,
        name,
        phase: 6,
        language,
      }),
    [cell, layer, trace, part, unit, t, language],
  )
  if (!formulas) return null
  return (
    <section className="train-formula" style={{ paddingLeft: gutter > 60 ? gutter : 12 }}>
      <h2 className="train-heading">{words.formula(unit, t, formatWhole(checkpoint.update, language))}</h2>
      <div className="train-formula-rows">
        {Object.entries(cell.equations).map(([name, equation]) => (
          <div
            key={name}
            className="train-formula-row"
            data-formula={name}
            data-value={at(layer, t, name)[unit]}
          >
            <span className="train-formula-name">{equation.words[language]}</span>
            <span className="train-formula-symbol" style={{ color: toneVariable(equation.role) }}>
              {name}
            </span>
            <MathLines steps lines={typesetFormula(formulas, name).numbers} filler={fillerOf(filled(name))} />
          </div>
        ))}
      </div>
    </section>
  )
}
