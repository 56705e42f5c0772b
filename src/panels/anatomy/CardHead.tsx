/** What a card has at every step, forward and back: its frame, its title and the sign of its curve. */
import { memo, type ReactElement } from 'react'
import type { AnatomyGeometry } from '../../describe/geometry.ts'
import type { PlacedCard } from '../../describe/placementParts.ts'
import { lineColour } from './drawing.ts'
import { MathSpans } from './MathLabel.tsx'

interface CurveProps {
  readonly op: string
  /** Its middle. */
  readonly x: number
  readonly y: number
  readonly className?: string
}

/** σ, tanh or relu, drawn small between pre-activation and value. */
export const Curve = ({ op, x, y, className = 'anatomy-curve' }: CurveProps): ReactElement => (
  <path
    d={op === 'relu' ? `M${x - 3.4} ${y + 3}h3.4l3.4 -7` : `M${x - 3.4} ${y + 4}c4.6 0 2.2 -8 6.8 -8`}
    className={className}
  />
)

interface HeadProps {
  readonly card: PlacedCard
  readonly geometry: AnatomyGeometry
  readonly name: string
  readonly isSelected: boolean
}

export const CardHead = memo(({ card, geometry, name, isSelected }: HeadProps): ReactElement => {
  const { detailed } = geometry.cards
  const isRoomy = geometry.name !== 'mobile'
  return (
    <>
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
        <MathSpans symbol={card.name} size={14} />
        {isRoomy && detailed ? (
          <tspan dx={5} fontSize={11} className="anatomy-name">
            {name}
          </tspan>
        ) : null}
      </text>
      {isRoomy && !detailed ? (
        <text
          x={card.titleX}
          y={card.y + 29}
          fontSize={10.5}
          textAnchor={card.titleAnchor}
          className="anatomy-name"
        >
          {name}
        </text>
      ) : null}
    </>
  )
})
