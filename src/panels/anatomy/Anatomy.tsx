/**
 * The open cell: one step of a run, drawn from the placement of its graph. Draws into an SVG group whose
 * origin is the pane's top left. Cards and states are buttons; a click on a row selects its unit.
 */
import { useMemo, useRef, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react'
import type { AnatomyGeometry } from '../../describe/geometry.ts'
import { place } from '../../describe/placement.ts'
import { formatNumber, type Language, type Messages } from '../../i18n/index.ts'
import { useLanguage, useMessages, useScene, useTheme, type CellRun, type Moment } from '../../store/index.ts'
import { binaryTable, scaleOf } from '../../ui/colour.ts'
import './anatomy.css'
import { Card } from './Card.tsx'
import { drawingOf, equationOf, valuesAt, type Drawing } from './drawing.ts'
import { Labels } from './Labels.tsx'
import { Badge, InputRibbon, Pill, Ribbon, Strip, Wire } from './parts.tsx'
import { usePhaseProgress } from './usePhaseProgress.ts'
import { useStrands } from './useStrands.ts'
import { stopAfter, stopsOf, type Stop } from './stops.ts'
import { StopView } from './StopView.tsx'

export interface AnatomyProps {
  readonly geometry: AnatomyGeometry
  readonly run: CellRun
  readonly moment: Moment
  /** Draw what is not computed yet as if it were. */
  readonly reveal: boolean
  /** The unit that is looked at, and the slot that is selected in this cell, or null. */
  readonly selected: { readonly slot: string | null; readonly unit: number }
  /** Whether the drawing shows what is selected. */
  readonly isMarked: boolean
  readonly onSelect: (slot: string, unit: number) => void
  /** Opens the arithmetic of an equation at a unit; without it nothing can be opened. */
  readonly onOpen?: (slot: string, unit: number) => void
}

type Names = Readonly<Record<string, string>>

/** A card's name, as long as the card is wide. */
const cardName = (
  { run }: Drawing,
  equation: string,
  language: Language,
  words: Messages['anatomy'],
  isDetailed: boolean,
): string => {
  const { role, words: full } = run.cell.equations[equation] ?? { role: 'hidden', words: { en: '', es: '' } }
  const own = run.cell.flat.single.slots.find(({ name }) => name === equation)
  // In a narrow card of a cell that rewrites its state, the activation says more than "state".
  if (!isDetailed && role === 'hidden' && own) return own.op
  const narrow: Names = isDetailed ? {} : words.onNarrowCard
  const onCard: Names = words.onCard
  return narrow[full.en] ?? onCard[full.en] ?? full[language]
}

/** The row of units under a pointer, or null between marks. */
const markAt = (target: EventTarget): { slot: string; unit: number } | null => {
  const mark = target instanceof Element ? target.closest('[data-slot][data-unit]') : null
  const slot = mark?.getAttribute('data-slot')
  return mark && slot ? { slot, unit: Number(mark.getAttribute('data-unit')) } : null
}

/** The unit of a row of weights; of a bin of many, the unit that is looked at when it is among them. */
const weightUnit = (weight: Element, strands: Drawing['strands'], unit: number): number => {
  const from = Number(weight.getAttribute('data-row'))
  const strand = strands.find((own) => own.from === from && own.unit === null)
  return strand && unit >= strand.from && unit < strand.to ? unit : from
}

/** The picture in words: every value of the unit that is computed so far, in the order of the equations. */
const spoken = (drawing: Drawing, unit: number, language: Language): string =>
  drawing.run.layer.program.slots
    .filter(({ name }) => drawing.stateInCard(name) !== 'future')
    .map(({ name }) => {
      const value = drawing.values({ slot: name, previous: false })[unit] ?? NaN
      return `${name.replace('_prev', drawing.run.layer.reversed ? 'ₜ₊₁' : 'ₜ₋₁').replaceAll('*', ' · ')} ${formatNumber(value, language)}`
    })
    .join('; ')

export const Anatomy = (props: AnatomyProps): ReactElement => {
  const { geometry, run, moment, reveal, isMarked, onSelect, onOpen } = props
  const { slot } = props.selected
  const theme = useTheme()
  const language = useLanguage()
  const words = useMessages().anatomy
  const kinds = useScene()?.featureKinds ?? []
  const root = useRef<SVGGElement>(null)
  usePhaseProgress(root)

  const { H } = run.layer.program
  const placement = place(run.cell, geometry)
  const stops = useMemo(() => stopsOf(placement), [placement])
  const unit = Math.min(Math.max(0, props.selected.unit), H - 1)
  const marked = useMemo(() => (isMarked && slot !== null ? { slot, unit } : null), [isMarked, slot, unit])
  const strands = useStrands(H, marked?.unit ?? -1)
  const values = useMemo(() => valuesAt(run.layer, moment.t), [run.layer, moment.t])
  const drawing = useMemo(
    () => drawingOf(run, moment, { reveal, theme, strands, selected: marked, values }),
    [run, moment, reveal, theme, strands, marked, values],
  )
  const tabbable = stops.find(({ name }) => name === slot) ?? stops[0]

  const onClick = (event: MouseEvent): void => {
    const mark = markAt(event.target)
    const stop = event.target instanceof Element ? event.target.closest('[data-stop]') : null
    const name = mark ? equationOf(run, mark.slot) : (stop?.getAttribute('data-stop') ?? null)
    if (name === null) return
    const picked = mark?.unit ?? unit
    // Pressing what is selected already goes on into it; so does pressing the thumbnail of its weights.
    const weight = event.target instanceof Element ? event.target.closest('[data-weight]') : null
    if (onOpen && weight && stop)
      onOpen(stop.getAttribute('data-stop') ?? name, weightUnit(weight, drawing.strands, unit))
    else if (onOpen && slot === name && picked === unit) onOpen(name, unit)
    else onSelect(name, picked)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const stop = event.target instanceof Element ? event.target.getAttribute('data-stop') : null
    if (stop === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const commands: Readonly<Record<string, () => void>> = {
      Enter: () => (onOpen ?? onSelect)(stop, unit),
      ' ': () => onSelect(stop, unit),
      ArrowUp: () => onSelect(stop, Math.max(0, unit - 1)),
      ArrowDown: () => onSelect(stop, Math.min(H - 1, unit + 1)),
      ArrowLeft: () => focus(stopAfter(stops, stop, -1)),
      ArrowRight: () => focus(stopAfter(stops, stop, 1)),
    }
    const command = commands[event.key]
    if (!command) return
    event.preventDefault()
    event.stopPropagation()
    command()
  }

  const focus = (name: string | null): void => {
    const parts = root.current?.querySelectorAll<SVGGElement>('[data-stop]') ?? []
    for (const part of parts) if (part.getAttribute('data-stop') === name) part.focus()
  }

  const labelOf = (name: string): string => {
    const value = drawing.values({ slot: name, previous: false })[unit] ?? NaN
    const said = drawing.stateInCard(name) === 'future' ? words.notComputed : formatNumber(value, language)
    return words.part(run.cell.equations[name]?.words[language] ?? '', name, unit, said)
  }

  const stopView = (stop: Stop, children?: ReactElement): ReactElement => (
    <StopView
      key={stop.name}
      stop={stop}
      label={labelOf(stop.name)}
      isSelected={slot === stop.name}
      isTabbable={stop === tabbable}
      datum={`${stop.name} ${unit} ${moment.t}`}
    >
      {children}
    </StopView>
  )

  return (
    <g
      ref={root}
      role="group"
      aria-label={`${words.pane(run.cell.name, moment.t)}. ${words.keys} ${onOpen ? words.opens : ''}`}
      className="anatomy"
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <desc>{words.values(unit, spoken(drawing, unit, language))}</desc>
      {placement.ribbons.map((ribbon) =>
        ribbon.reading.slot === 'x' ? (
          <InputRibbon
            key={ribbon.id}
            ribbon={ribbon}
            kinds={kinds}
            binary={scaleOf(binaryTable(theme))}
            drawing={drawing}
          />
        ) : (
          <Ribbon key={ribbon.id} ribbon={ribbon} drawing={drawing} />
        ),
      )}
      {placement.wires.map((wire) => (
        <Wire key={wire.id} wire={wire} drawing={drawing} />
      ))}
      {stops.map((stop) => {
        const card = placement.cards.find(({ name }) => name === stop.name && stop.kind === 'card')
        return card
          ? stopView(
              stop,
              <Card
                card={card}
                geometry={geometry}
                drawing={drawing}
                name={cardName(drawing, card.name, language, words, geometry.cards.detailed)}
              />,
            )
          : null
      })}
      {stops.filter(({ kind }) => kind === 'part').map((stop) => stopView(stop))}
      {placement.strips.map((strip) => (
        <Strip key={strip.id} strip={strip} drawing={drawing} />
      ))}
      {placement.pills.map((pill) => (
        <Pill key={pill.id} pill={pill} state={drawing.stateOf(pill.since)} />
      ))}
      {placement.badges.map((badge) => (
        <Badge key={badge.id} badge={badge} state={drawing.stateOf(badge.since)} />
      ))}
      <Labels placement={placement} drawing={drawing} words={words} />
    </g>
  )
}
