/** A card read backward: ∂L/∂ its value, through the slope to ∂L/∂a, and this step's share of ∂L/∂W. */
import type { ReactElement } from 'react'
import type { AnatomyGeometry } from '../../describe/geometry.ts'
import type { CardColumn, PlacedCard } from '../../describe/placementParts.ts'
import { CardHead, Curve } from '../anatomy/CardHead.tsx'
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
  if (column.kind === 'curve')
    return (
      <g className="anatomy-part" data-state={gradients.stateInCard(column.slot)}>
        <Curve {...column} y={card.body + body / 2} className="anatomy-curve back-line" />
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
        textAnchor={complement.labelAnchor}
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
  return (
    <g>
      <CardHead card={card} geometry={geometry} name={name} isSelected={back.slot === card.name} />
      {card.columns.map((column) => (
        <Column key={`${column.kind} ${column.x}`} {...props} column={column} />
      ))}
      <Complement {...props} />
    </g>
  )
}
