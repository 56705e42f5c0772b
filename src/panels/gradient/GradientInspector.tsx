/**
 * The inspector on the way back: the selected unit's gradient, term by term. Where it comes from adds up to
 * the printed number, where it goes is that number times local factors; both are read off the equations.
 */
import { useMemo, type ReactElement } from 'react'
import { backCardPhaseOf, isKnownBack } from '../../describe/backPhases.ts'
import { comesFrom } from '../../describe/gradientTerms.ts'
import { actions, formatNumber, unitNow } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { UnitDownIcon, UnitUpIcon } from '../../ui/icons.ts'
import { following } from '../../ui/following.tsx'
import { useLayout } from '../../ui/useWidth.ts'
import { backPhaseNames, stepBefore } from './BackPhases.tsx'
import { CheckBadge } from './CheckBadge.tsx'
import { DirectPathView } from './DirectPathView.tsx'
import { GradientFormula } from './GradientFormula.tsx'
import { shortNumber } from './shortNumber.ts'
import { SourcePicker } from './SourcePicker.tsx'
import { ComesFrom, GoesTo, inOrder } from './TermTables.tsx'
import { partialOf, useBack, type Back } from './useBack.ts'
import '../inspector/breakdown.css'
import '../inspector/inspector.css'
import '../inspector/inspectorNarrow.css'
import './gradientInspector.css'

/** One small move, for the sentence that says what the number means. */
const MOVE = 0.01

const Chips = ({ back }: { readonly back: Back }): ReactElement => {
  const { run, slot, words, language } = back
  const { H, I } = run.layer.program
  const units = slot === 'x' ? I : H
  const around = (by: number): number => (Math.min(unitNow(), units - 1) + by + units) % units
  return (
    <div className="inspector-chips">
      <div role="group" aria-label={words.inspector.slots} className="inspector-chip-row">
        {Object.entries(run.cell.equations).map(([name, { role, words: own }]) => (
          <button
            key={name}
            type="button"
            className="inspector-chip"
            aria-pressed={slot === name}
            aria-label={`${partialOf(back, name)}, ${own[language]}`}
            title={own[language]}
            style={{ color: toneVariable(role) }}
            onClick={() => actions.select({ slot: name })}
          >
            {name}
          </button>
        ))}
      </div>
      <IconButton label={words.inspector.previousUnit} onClick={() => actions.select({ unit: around(-1) })}>
        <UnitUpIcon size={18} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.inspector.nextUnit} onClick={() => actions.select({ unit: around(1) })}>
        <UnitDownIcon size={18} aria-hidden="true" />
      </IconButton>
    </div>
  )
}

const titleOf = ({ run, words, language }: Back, slot: string): string => {
  if (slot === 'x') return words.inspector.input
  const own = run.cell.flat.single.slots.find(({ name }) => name === slot)
  const name = run.cell.equations[own?.equation ?? '']?.words[language] ?? slot
  if (own?.named) return words.inspector.title(name)
  return own?.op === 'affine' || slot === `a_${own?.equation ?? ''}`
    ? words.inspector.preActivation(name)
    : words.inspector.part(name)
}

/** On a narrow screen the symbol says what it is the gradient of. */
const shortTitle = ({ run, words, language }: Back, slot: string): string =>
  run.cell.equations[slot]?.words[language] ?? (slot === 'x' ? words.input : '')

const Body = following(({ back }: { readonly back: Back }): ReactElement => {
  const { found, run, moment, slot, words, language, reveal, of } = back
  const unit = slot === 'x' ? back.component : back.unit
  const narrow = useLayout() === 'narrow'
  const sum = useMemo(() => comesFrom(found.site, slot, unit, moment.t), [found, slot, unit, moment.t])
  const links = useMemo(() => inOrder(sum.links, sum.t), [sum])
  const phase = backCardPhaseOf(run.cell, slot)
  const known = reveal || isKnownBack(phase, moment.phase)
  const text = words.inspector
  const number = (value: number): string => formatNumber(value, language)
  const change = number(sum.value * MOVE)
  const meaning = sum.held
    ? text.held
    : sum.value === 0
      ? text.meaningZero
      : of === 'L'
        ? text.meaningLoss(shortNumber(MOVE, language), change)
        : text.meaningOutput(shortNumber(MOVE, language), change)
  const phaseName = backPhaseNames(run.cell, words, stepBefore(run))[phase - 1] ?? ''
  const role = run.cell.equations[slot]?.role
  return (
    <div className={`inspector gradient-inspector ${narrow ? 'inspector-narrow' : ''}`}>
      {narrow ? null : <Chips back={back} />}
      <div className="inspector-title">
        <h2>
          <i style={{ color: role ? toneVariable(role) : toneVariable('gradient') }}>
            {partialOf(back, slot)}
          </i>
          {narrow ? shortTitle(back, slot) : titleOf(back, slot)}
        </h2>
        <span className="inspector-place">{text.place(String(unit), moment.t)}</span>
      </div>
      <div className="inspector-value">
        {known ? (
          <output
            className="inspector-big gradient-big"
            data-slot={partialOf(back, slot)}
            data-unit={unit}
            data-t={moment.t}
            data-value={String(sum.value)}
          >
            {number(sum.value)}
          </output>
        ) : (
          <span className="inspector-big inspector-unknown">—</span>
        )}
        <p className="inspector-meaning">
          {known ? (
            meaning
          ) : (
            <>
              {text.notComputed(`${phase}, ${phaseName}`)}{' '}
              <button type="button" className="inspector-link" onClick={() => actions.select({ phase })}>
                {text.goThere}
              </button>
            </>
          )}
        </p>
      </div>
      <div className="inspector-more">
        {narrow ? <Chips back={back} /> : null}
        {sum.held ? null : <GradientFormula back={back} sum={sum} links={links} />}
        {known ? (
          <>
            {sum.held ? null : <ComesFrom back={back} sum={sum} links={links} />}
            {slot === 'x' || sum.held ? null : <GoesTo back={back} slot={slot} unit={unit} />}
            {slot === 'x' ? null : <DirectPathView back={back} unit={unit} />}
            <CheckBadge back={back} slot={slot} unit={unit} shown={sum.value} held={sum.held} />
          </>
        ) : null}
        <SourcePicker back={back} />
      </div>
    </div>
  )
})

export const GradientInspector = (): ReactElement | null => {
  const back = useBack()
  return !back || back instanceof Error ? null : <Body back={back} />
}
