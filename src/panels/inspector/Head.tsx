/** Which value is looked at: the cell's values as chips, unit up and down, title, number, meaning. */
import type { ReactElement } from 'react'
import { phaseNames } from '../../describe/phases.ts'
import { actions, formatNumber, unitNow } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { ExpandIcon, UnitDownIcon, UnitUpIcon } from '../../ui/icons.ts'
import { meaningOf, symbolOf, titleOf, toneOf } from './names.ts'
import type { Inspected } from './useInspected.ts'

export const Chips = ({ inspected }: { readonly inspected: Inspected }): ReactElement => {
  const { run, slot, units, words, language } = inspected
  const equations = Object.entries(run.cell.equations)
  const around = (step: number): number => (Math.min(unitNow(), units - 1) + step + units) % units
  return (
    <div className="inspector-chips">
      <div role="group" aria-label={words.slots} className="inspector-chip-row">
        {equations.map(([name, { role, words: own }]) => (
          <button
            key={name}
            type="button"
            className="inspector-chip"
            aria-pressed={slot?.equation === name}
            aria-label={`${name}, ${own[language]}`}
            title={own[language]}
            style={{ color: toneVariable(role) }}
            onClick={() => actions.select({ slot: name })}
          >
            {name}
          </button>
        ))}
      </div>
      <IconButton label={words.previousUnit} onClick={() => actions.select({ unit: around(-1) })}>
        <UnitUpIcon size={18} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.nextUnit} onClick={() => actions.select({ unit: around(1) })}>
        <UnitDownIcon size={18} aria-hidden="true" />
      </IconButton>
    </div>
  )
}

export const Title = ({ inspected }: { readonly inspected: Inspected }): ReactElement => {
  const { scene, slot, unit, moment, words } = inspected
  const symbol = symbolOf(inspected)
  return (
    <div className="inspector-title">
      <h2>
        {symbol === null ? null : <i style={{ color: toneVariable(toneOf(inspected)) }}>{symbol}</i>}
        {titleOf(inspected)}
      </h2>
      {slot ? (
        <IconButton label={words.openArithmetic} onClick={() => actions.openArithmetic(slot.equation)}>
          <ExpandIcon size={15} aria-hidden="true" />
        </IconButton>
      ) : null}
      <span className="inspector-place">
        {slot
          ? words.place(String(unit), moment.t)
          : words.component(scene.features[unit] ?? `x[${unit}]`, moment.t)}
      </span>
    </div>
  )
}

export const BigValue = ({ inspected }: { readonly inspected: Inspected }): ReactElement => {
  const { name, unit, moment, value, known, phase, language } = inspected
  if (!known(phase)) return <span className="inspector-big inspector-unknown">—</span>
  return (
    <output
      className="inspector-big"
      data-slot={name}
      data-unit={unit}
      data-t={moment.t}
      data-value={String(value)}
      style={{ color: toneVariable(toneOf(inspected)) }}
    >
      {formatNumber(value, language)}
    </output>
  )
}

/** What the value means, or when it will be there. */
export const Meaning = ({ inspected }: { readonly inspected: Inspected }): ReactElement => {
  const { run, known, phase, words, language } = inspected
  if (known(phase)) return <p className="inspector-meaning">{meaningOf(inspected)}</p>
  const name = phaseNames(run.cell, language)[phase - 1] ?? ''
  return (
    <p className="inspector-meaning">
      {words.notComputed(`${phase}, ${name}`)}{' '}
      <button type="button" className="inspector-link" onClick={() => actions.select({ phase })}>
        {words.goThere}
      </button>
    </p>
  )
}
