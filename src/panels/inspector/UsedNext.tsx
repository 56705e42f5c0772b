/** The equations that read the value, with their numbers: in this step, in the readout, in the next step. */
import type { ReactElement } from 'react'
import { readoutFormulas, typesetFormula } from '../../describe/formulas.ts'
import type { MathLine, TypesetFormula } from '../../describe/mathLine.ts'
import { readersOf } from '../../describe/readers.ts'
import { actions } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { fillerOf, readoutFillerOf } from './fills.ts'
import { MathLines } from './MathLines.tsx'
import type { Inspected } from './useInspected.ts'

/** Left side and numbers: 'c₉ = 0.06 · 0.16 + 0.96 · −0.47 = −0.44'. */
const short = ({ symbols, numbers }: TypesetFormula): readonly MathLine[] => {
  const left = symbols[0]?.[0]
  return numbers.map((line, k) => (k === 0 && left ? [left, ...line] : line))
}

/** Outputs that are shown: all of a few; of many, only that one whose formula says how it is done. */
const MOST = 3

const Readout = ({ inspected }: { readonly inspected: Inspected }): ReactElement | null => {
  const { run, moment } = inspected
  const { spec, outputs } = run.trace.network
  if (!spec.readout) return null
  const row = spec.outputs === 'every' ? moment.t : moment.t === run.layer.T - 1 ? 0 : null
  if (row === null) return null
  const formula = readoutFormulas[spec.readout.activation]
  return (
    <>
      <MathLines lines={formula.symbols} filler={readoutFillerOf(inspected, 0, row)} />
      {Array.from({ length: Math.min(outputs, MOST) }, (_, k) => (
        <div key={k} className="inspector-output">
          {outputs > 1 ? (
            <span className="inspector-output-name">{inspected.scene.outputNames[k] ?? k}</span>
          ) : null}
          <MathLines steps lines={formula.numbers} filler={readoutFillerOf(inspected, k, row)} />
        </div>
      ))}
    </>
  )
}

/** Names of equations as buttons that select them: 'f, i, g and o'. */
const Names = ({
  inspected,
  names,
  t,
}: {
  readonly inspected: Inspected
  readonly names: readonly string[]
  readonly t?: number
}): ReactElement => {
  const { run, words } = inspected
  return (
    <span className="inspector-names">
      {names.map((name, k) => (
        <span key={name}>
          {k === 0 ? '' : k === names.length - 1 ? ` ${words.and} ` : ', '}
          <button
            type="button"
            className="inspector-name"
            style={{ color: toneVariable(run.cell.equations[name]?.role ?? 'hidden') }}
            onClick={() => actions.select({ slot: name, ...(t === undefined ? {} : { t }) })}
          >
            {name}
          </button>
        </span>
      ))}
    </span>
  )
}

export const UsedNext = ({ inspected }: { readonly inspected: Inspected }): ReactElement => {
  const { run, formulas, name, moment, words } = inspected
  const { now, next, readout } = readersOf(run.cell, name)
  const later = moment.t + (run.layer.reversed ? -1 : 1)
  const goesOn = later >= 0 && later < run.layer.T
  const filler = fillerOf(inspected)
  return (
    <section className="inspector-part inspector-used">
      <h3>{words.usedNext}</h3>
      {name === 'x' ? (
        <p>
          <Names inspected={inspected} names={now} />
        </p>
      ) : (
        now.map((equation) => (
          <MathLines steps key={equation} lines={short(typesetFormula(formulas, equation))} filler={filler} />
        ))
      )}
      {readout ? <Readout inspected={inspected} /> : null}
      {next.length > 0 && goesOn ? (
        <p>
          {`t = ${later}: `}
          <Names inspected={inspected} names={next} t={later} />
        </p>
      ) : null}
      {next.length > 0 && !goesOn ? <p>{words.lastStep}</p> : null}
    </section>
  )
}
