/**
 * The inspector: the selected unit of the selected slot at the open step, and where its number comes from.
 * On narrow screens title, formula with numbers and value come first: they are what the sheet shows closed.
 */
import type { ReactElement } from 'react'
import { typesetFormula } from '../../describe/formulas.ts'
import { following } from '../../ui/following.tsx'
import { useLayout } from '../../ui/useWidth.ts'
import { BreakdownTable } from './BreakdownTable.tsx'
import { Convention } from './Convention.tsx'
import { Curve } from './Curve.tsx'
import { fillerOf } from './fills.ts'
import { BigValue, Chips, Meaning, Title } from './Head.tsx'
import './breakdown.css'
import './inspector.css'
import './inspectorNarrow.css'
import { MathLines } from './MathLines.tsx'
import { OverTime } from './OverTime.tsx'
import { UsedNext } from './UsedNext.tsx'
import { useInspected, type Inspected } from './useInspected.ts'

const Formulas = ({ inspected }: { readonly inspected: Inspected }): ReactElement | null => {
  const { formulas, name, slot, words } = inspected
  if (!slot) return null
  const formula = typesetFormula(formulas, name)
  const filler = fillerOf(inspected)
  return (
    <section className="inspector-part inspector-formula">
      <h3 className="visually-hidden">{words.formula}</h3>
      <MathLines className="inspector-symbols" lines={formula.symbols} filler={filler} />
      <MathLines steps className="inspector-numbers" lines={formula.numbers} filler={filler} />
    </section>
  )
}

const Body = following(({ inspected }: { readonly inspected: Inspected }): ReactElement => {
  const narrow = useLayout() === 'narrow'
  const chips = <Chips inspected={inspected} />
  return (
    <div className={`inspector ${narrow ? 'inspector-narrow' : ''}`}>
      {narrow ? null : chips}
      <Title inspected={inspected} />
      <div className="inspector-value">
        <BigValue inspected={inspected} />
        <Meaning inspected={inspected} />
      </div>
      <Formulas inspected={inspected} />
      <div className="inspector-more">
        {narrow ? chips : null}
        <BreakdownTable inspected={inspected} />
        <Curve inspected={inspected} />
        <OverTime inspected={inspected} />
        <UsedNext inspected={inspected} />
        <Convention inspected={inspected} />
      </div>
    </div>
  )
})

export const Inspector = (): ReactElement | null => {
  const inspected = useInspected()
  return inspected && <Body inspected={inspected} />
}
