/**
 * The open cell read backward: the same parts in the same places, gradients running to the left. Cards and
 * states are buttons as they are on the way forward.
 */
import { useMemo, useRef, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react'
import { placeBack } from '../../describe/backPlacement.ts'
import type { AnatomyGeometry } from '../../describe/geometry.ts'
import { strandsOf } from '../../describe/strands.ts'
import { gradAt } from '../../engine/index.ts'
import { actions, formatNumber, useMessages } from '../../store/index.ts'
import { equationOf } from '../anatomy/drawing.ts'
import { Badge, Strip } from '../anatomy/parts.tsx'
import { stopAfter, stopsOf, type Stop } from '../anatomy/stops.ts'
import { StopView } from '../anatomy/StopView.tsx'
import { BackCard } from './BackCard.tsx'
import { backDrawingOf, slotOfMark } from './backDrawing.ts'
import { JoinView, LabelView, PillView, RibbonView, WireView } from './BackParts.tsx'
import { partialOf, type Back } from './useBack.ts'
import '../anatomy/anatomy.css'

interface Props {
  readonly back: Back
  readonly geometry: AnatomyGeometry
}

/** Where other cells have a conveyor. */
const Without = ({ back, geometry }: Props): ReactElement | null => {
  const { words, run } = back
  const { without } = placeBack(run.cell, geometry).placement
  if (without === null) return null
  const y = geometry.lanes.conveyor
  return (
    <>
      <path d={`M0 ${y}H${geometry.width}`} className="anatomy-without" />
      <text x={geometry.width / 2} y={y - 7} className="anatomy-without-words">
        {without === 'memory'
          ? words.noMemory
          : geometry.width < 400
            ? words.noConveyorShort
            : words.noConveyor}
      </text>
    </>
  )
}

export const BackCell = ({ back, geometry }: Props): ReactElement => {
  const { run, moment, unit, slot, words, language, found } = back
  const { H } = run.layer.program
  const names = useMessages().anatomy
  const root = useRef<SVGGElement>(null)
  const placed = placeBack(run.cell, geometry)
  const stops = useMemo(() => stopsOf(placed.placement), [placed])
  const strands = useMemo(() => strandsOf(H, unit), [H, unit])
  const drawing = useMemo(
    () => backDrawingOf(back, placed, strands, { slot, unit }),
    [back, placed, strands, slot, unit],
  )
  const tabbable = stops.find(({ name }) => name === slot) ?? stops[0]

  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    const mark = event.target.closest('[data-slot][data-unit]')
    const stop = event.target.closest('[data-stop]')
    const name = mark?.getAttribute('data-slot')
    if (mark && name)
      actions.select({
        slot: equationOf(run, slotOfMark(back, name)),
        unit: Number(mark.getAttribute('data-unit')),
      })
    else if (stop) actions.select({ slot: stop.getAttribute('data-stop') ?? slot })
  }

  const focus = (name: string | null): void => {
    for (const part of root.current?.querySelectorAll<SVGGElement>('[data-stop]') ?? [])
      if (part.getAttribute('data-stop') === name) part.focus()
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const stop = event.target instanceof Element ? event.target.getAttribute('data-stop') : null
    if (stop === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const pick = (to: number): void => actions.select({ slot: stop, unit: Math.min(H - 1, Math.max(0, to)) })
    const commands: Readonly<Record<string, () => void>> = {
      Enter: () => pick(unit),
      ' ': () => pick(unit),
      ArrowUp: () => pick(unit - 1),
      ArrowDown: () => pick(unit + 1),
      ArrowLeft: () => focus(stopAfter(stops, stop, -1)),
      ArrowRight: () => focus(stopAfter(stops, stop, 1)),
    }
    const command = commands[event.key]
    if (!command) return
    event.preventDefault()
    event.stopPropagation()
    command()
  }

  const said = (name: string): string =>
    drawing.gradients.stateInCard(name) === 'future'
      ? words.notComputed
      : formatNumber(gradAt(found.layer, moment.t, name)[unit] ?? NaN, language)
  const stopView = (stop: Stop, children?: ReactElement): ReactElement => (
    <StopView
      key={stop.name}
      stop={stop}
      label={words.part(
        run.cell.equations[stop.name]?.words[language] ?? '',
        partialOf(back, stop.name),
        unit,
        said(stop.name),
      )}
      isSelected={slot === stop.name}
      isTabbable={stop === tabbable}
    >
      {children}
    </StopView>
  )
  /** A card's name, as long as the card is wide. */
  const cardName = (name: string): string => {
    const full = run.cell.equations[name]?.words ?? { en: '', es: '' }
    const short: Readonly<Record<string, string>> = names.onCard
    return short[full.en] ?? full[language]
  }

  return (
    <g
      ref={root}
      role="group"
      aria-label={`${words.pane(run.cell.name, moment.t)}. ${words.paneKeys}`}
      className="anatomy back"
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {placed.ribbons.map((ribbon) => (
        <RibbonView key={ribbon.id} back={back} ribbon={ribbon} drawing={drawing} />
      ))}
      {placed.wires.map((wire) => (
        <WireView key={wire.id} wire={wire} drawing={drawing} />
      ))}
      {stops.map((stop) => {
        const card = placed.placement.cards.find(({ name }) => name === stop.name && stop.kind === 'card')
        return card
          ? stopView(
              stop,
              <BackCard
                back={back}
                card={card}
                geometry={geometry}
                drawing={drawing}
                name={cardName(card.name)}
              />,
            )
          : null
      })}
      {stops.filter(({ kind }) => kind === 'part').map((stop) => stopView(stop))}
      {placed.factors.map((strip) => (
        <Strip key={strip.id} strip={strip} drawing={drawing.factors} />
      ))}
      {placed.joins.map((strip) => (
        <JoinView key={strip.id} back={back} strip={strip} drawing={drawing} />
      ))}
      {placed.pills.map((pill) => (
        <PillView key={pill.id} pill={pill} drawing={drawing} />
      ))}
      {placed.badges.map((badge) => (
        <Badge key={badge.id} badge={badge} state={drawing.gradients.stateOf(badge.since)} />
      ))}
      <g className="anatomy-labels">
        {placed.labels.map((label) => (
          <LabelView key={`${label.slot} ${label.x}`} back={back} label={label} drawing={drawing} />
        ))}
        <Without back={back} geometry={geometry} />
      </g>
    </g>
  )
}
