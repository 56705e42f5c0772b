/** A card read backward: ∂L/∂ its value, through the slope to ∂L/∂a, and this step's share of ∂L/∂W. */
import type { ReactElement } from 'react'
import type { AnatomyGeometry } from '../../describe/geometry.ts'
import type { CardColumn, PlacedCard } from '../../describe/placementParts.ts'
import { lineColour } from '../anatomy/drawing.ts'
import { UnitColumn } from '../anatomy/UnitColumn.tsx'
import type { BackDrawing } from './backDrawing.ts'
import { ShareMap } from './ShareMap.tsx'
import { partialOf, type Back } from './useBack.ts'

interface Props {
  readonly back: Back
  readonly card: PlacedCard
  readonly geometry: AnatomyGeometry
  readonly drawing: BackDrawing
  readonly name: string
}

const Column = ({
  back,
  card,
  geometry,
  drawing,
  column,
}: Omit<Props, 'name'> & { readonly column: CardColumn }): ReactElement => {
  const { gradients, factors } = drawing
  const { body } = geometry.cards
  const middle = card.body + body / 2
  if (column.kind === 'curve')
    return (
      <g className="anatomy-part" data-state={gradients.stateInCard(column.slot)}>
        <path
          d={
            column.op === 'relu'
              ? `M${column.x - 3.4} ${middle + 3}h3.4l3.4 -7`
              : `M${column.x - 3.4} ${middle + 4}c4.6 0 2.2 -8 6.8 -8`
          }
          className="anatomy-curve back-line"
        />
      </g>
    )
  const box = { x: column.x, y: card.body, width: column.width, height: body }
  if (column.kind === 'weights')
    return (
      <g className="anatomy-part" data-state={gradients.stateOf(column.slot)}>
        <ShareMap
          layer={back.found.layer}
          t={back.moment.t}
          tensors={column.tensors}
          rows={gradients.strands}
          colour={gradients.colour('weight', 5)}
          prefix={partialOf(back, '')}
          {...box}
        />
      </g>
    )
  // Another card's value inside this one, as r in n, is a factor: it keeps its value.
  const isFactor = column.scale === 'value' && column.slot !== card.name
  return (
    <g className="anatomy-part" data-state={gradients.stateInCard(column.slot)}>
      <UnitColumn
        drawing={isFactor ? factors : gradients}
        reading={{ slot: isFactor ? column.slot : partialOf(back, column.slot), previous: false }}
        box={box}
        tone={column.tone}
        reach={column.scale === 'pre-activation' ? 5 : 1}
        selectable={column.slot === card.name}
      />
    </g>
  )
}

/** ∂L/∂(1 − z) beside ∂L/∂z. */
const Complement = ({ back, card, geometry, drawing }: Omit<Props, 'name'>): ReactElement | null => {
  const { complement } = card
  if (!complement) return null
  const { detailed, body } = geometry.cards
  return (
    <g className="anatomy-part" data-state={drawing.gradients.stateInCard(complement.slot)}>
      <text
        x={complement.labelX}
        y={detailed ? card.y + 16 : card.y + 17}
        textAnchor={card.titleAnchor}
        className="anatomy-complement"
        style={{ fill: lineColour(complement.tone) }}
      >
        {'1 − '}
        <tspan className="anatomy-variable">{complement.of}</tspan>
      </text>
      <UnitColumn
        drawing={drawing.gradients}
        reading={{ slot: partialOf(back, complement.slot), previous: false }}
        box={{ x: complement.x, y: card.body, width: complement.width, height: body }}
        tone={complement.tone}
      />
    </g>
  )
}

export const BackCard = (props: Props): ReactElement => {
  const { back, card, geometry, name } = props
  const { detailed } = geometry.cards
  const isSelected = back.slot === card.name
  return (
    <g>
      <rect
        x={card.x}
        y={card.y}
        width={card.width}
        height={card.height}
        rx={6}
        className={isSelected ? 'anatomy-card anatomy-card-selected' : 'anatomy-card'}
      />
      <path
        d={`M${card.x + 6} ${card.y}H${card.x + card.width - 6}`}
        className="anatomy-edge"
        style={{ stroke: lineColour(card.tone) }}
      />
      <text
        x={card.titleX}
        y={card.y + (detailed ? 16 : 17)}
        fontSize={detailed ? 15 : 14}
        textAnchor={card.titleAnchor}
        className="anatomy-letter"
        style={{ fill: lineColour(card.tone) }}
      >
        {card.name}
      </text>
      {detailed ? (
        <text x={card.titleX + 12} y={card.y + 15.5} fontSize={11} className="anatomy-name">
          {name}
        </text>
      ) : null}
      {card.columns.map((column) => (
        <Column key={`${column.kind} ${column.x}`} {...props} column={column} />
      ))}
      <Complement {...props} />
    </g>
  )
}
