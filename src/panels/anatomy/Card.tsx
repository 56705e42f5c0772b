/** A card: a learned equation with its weights, pre-activation, curve and value, unit by unit. */
import type { ReactElement } from 'react'
import type { AnatomyGeometry } from '../../describe/geometry.ts'
import type { CardColumn, PlacedCard } from '../../describe/placementParts.ts'
import { CardHead, Curve } from './CardHead.tsx'
import { lineColour, type Drawing } from './drawing.ts'
import { RowMark, rowOf, UnitColumn } from './UnitColumn.tsx'
import { Weights } from './Weights.tsx'

interface Props {
  readonly card: PlacedCard
  readonly geometry: AnatomyGeometry
  readonly drawing: Drawing
  readonly name: string
}

const now = (slot: string) => ({ slot, previous: false })

const Column = ({
  column,
  card,
  geometry,
  drawing,
}: Omit<Props, 'name'> & { column: CardColumn }): ReactElement => {
  const { body } = geometry.cards
  if (column.kind === 'curve') {
    return (
      <g className="anatomy-part" data-state={drawing.stateInCard(column.slot)}>
        <g style={{ stroke: lineColour(card.tone) }}>
          <Curve {...column} y={card.body + body / 2} />
        </g>
      </g>
    )
  }
  const box = { x: column.x, y: card.body, width: column.width, height: body }
  if (column.kind === 'weights') {
    return (
      <g className="anatomy-part" data-state={drawing.stateOf(column.slot)}>
        <Weights
          run={drawing.run}
          tensors={column.tensors}
          rows={drawing.strands}
          colour={drawing.colour('weight', 3.2)}
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
        />
      </g>
    )
  }
  return (
    <g className="anatomy-part" data-state={drawing.stateInCard(column.slot)} data-fills="">
      <UnitColumn
        drawing={drawing}
        reading={now(column.slot)}
        box={box}
        tone={column.tone}
        {...(column.scale === 'pre-activation' ? { reach: 5 } : {})}
        selectable={column.slot === card.name}
      />
    </g>
  )
}

/** Boxes the selected unit's weights and pre-activation: what the inspector takes apart. */
const SelectedRow = ({ card, geometry, drawing }: Omit<Props, 'name'>): ReactElement | null => {
  const { selected } = drawing
  const weights = card.columns.find(({ kind }) => kind === 'weights')
  const before = card.columns.findLast((column) => column.kind === 'values' && column.slot !== card.name)
  if (!selected || selected.slot !== card.name || weights?.kind !== 'weights') return null
  // The pre-activation stands beside the weights, on the side to which the card computes.
  const { reversed } = drawing.run.layer
  const isBeside = before?.kind === 'values' && (reversed ? before.x < weights.x : before.x > weights.x)
  const start = isBeside && reversed ? before.x : weights.x
  const end = isBeside && !reversed ? before.x + before.width : weights.x + weights.width
  const box = { x: start, y: card.body, width: end - start, height: geometry.cards.body }
  const row = rowOf(drawing, selected.unit, box)
  return (
    <g className="anatomy-part" data-state={drawing.stateOf(weights.slot)}>
      {row && <RowMark {...row} className="anatomy-selected-weights" />}
    </g>
  )
}

const Complement = ({ card, geometry, drawing }: Omit<Props, 'name'>): ReactElement | null => {
  const { complement } = card
  if (!complement) return null
  const { detailed, body } = geometry.cards
  const linkY = detailed ? card.y + 40 : card.y + card.height / 2
  const isNamed = !complement.slot.startsWith('1-')
  const [from, to] = complement.link
  return (
    <g className="anatomy-part" data-state={drawing.stateInCard(complement.slot)}>
      <text
        x={complement.labelX}
        y={detailed ? card.y + 16 : card.y + 17}
        textAnchor={complement.labelAnchor}
        className="anatomy-complement"
        style={{ fill: lineColour(complement.tone) }}
      >
        {isNamed && detailed ? (
          <>
            <tspan className="anatomy-variable">{complement.slot}</tspan>
            {' = '}
          </>
        ) : null}
        {'1 − '}
        <tspan className="anatomy-variable">{complement.of}</tspan>
      </text>
      {to > from ? <path d={`M${from} ${linkY}H${to}`} className="anatomy-link" /> : null}
      <UnitColumn
        drawing={drawing}
        reading={now(complement.slot)}
        box={{ x: complement.x, y: card.body, width: complement.width, height: body }}
        tone={complement.tone}
      />
    </g>
  )
}

export const Card = ({ card, geometry, drawing, name }: Props): ReactElement => {
  const isSelected = drawing.selected?.slot === card.name
  return (
    <g>
      <CardHead card={card} geometry={geometry} name={name} isSelected={isSelected} />
      {card.columns.map((column) => (
        <Column
          key={`${column.kind} ${column.x}`}
          column={column}
          card={card}
          geometry={geometry}
          drawing={drawing}
        />
      ))}
      <Complement card={card} geometry={geometry} drawing={drawing} />
      <SelectedRow card={card} geometry={geometry} drawing={drawing} />
    </g>
  )
}
