/** Labels of the strongest ribbons: beyond their ends where there is room, else back over them. */
import type { ReactElement } from 'react'
import type { Share } from '../../describe/provenance.ts'
import { provenance } from '../../i18n/provenance.ts'
import { formatNumber, useLanguage, useWords } from '../../store/index.ts'
import { endOf, type TimeScale } from '../../ui/timeScale.ts'
import { keyOf } from './Ribbons.tsx'
import { placeLabels, type River } from './river.ts'
import { originOf } from './texts.ts'

interface Props {
  readonly river: River
  /** The largest first. */
  readonly strongest: readonly Share[]
  readonly slot: string
  readonly marks: readonly (string | null)[]
  readonly scale: TimeScale
  readonly top: number
  readonly bottom: number
  readonly activeStep: number | null
}

const PITCH = 16
/** Room for the curve from a ribbon's end to its label. */
const LEADER = 30
/** Widths that labels need: with the two factors, and without. */
const FULL = 250
const SHORT = 104
/** Labels over the ribbons themselves are few. */
const MOST_OVER = 3

interface LabelPlace {
  readonly side: 1 | -1
  readonly isBeyond: boolean
  /** Whether there is room for the two factors. */
  readonly isFull: boolean
}

export const labelPlaceOf = ({ endX, direction }: River, scale: TimeScale): LabelPlace => {
  const left = scale.open === null ? scale.left(scale.first) : scale.left(scale.open)
  const right = scale.open === null ? endOf(scale) : scale.left(scale.open) + scale.lens
  const room = (direction > 0 ? right - endX : endX - left) - LEADER
  if (room >= SHORT) return { side: direction, isBeyond: true, isFull: room >= FULL }
  return { side: direction > 0 ? -1 : 1, isBeyond: false, isFull: false }
}

export const Labels = (props: Props): ReactElement => {
  const { river, strongest, slot, marks, scale, top, bottom, activeStep } = props
  const words = useWords(provenance)
  const language = useLanguage()
  const number = (v: number): string => formatNumber(v, language)
  const { side, isBeyond, isFull } = labelPlaceOf(river, scale)
  const named = new Set(isBeyond ? strongest : strongest.slice(0, MOST_OVER))
  const labels = placeLabels(
    river.ribbons.filter(({ part }) => part && named.has(part)),
    top,
    bottom,
    PITCH,
  )
  const x = river.endX + side * (isBeyond ? LEADER : 6)
  return (
    <g aria-hidden="true">
      {labels.map(({ ribbon: { part, end }, y }) =>
        part ? (
          <g
            key={keyOf(part)}
            className={activeStep === part.step ? 'provenance-label provenance-active' : 'provenance-label'}
          >
            {isBeyond ? (
              <path
                d={`M${end.x} ${end.y}C${end.x + side * 14} ${end.y} ${x - side * 18} ${y} ${x - side * 5} ${y}`}
              />
            ) : null}
            <text x={x} y={y + 4} textAnchor={side > 0 ? 'start' : 'end'}>
              <tspan className="provenance-origin">{originOf(part, slot, marks, words)}</tspan>
              {isFull ? <tspan dx={10}>{`${number(part.written)} × ${number(part.kept)} = `}</tspan> : null}
              <tspan className="provenance-share" dx={isFull ? 0 : 8}>
                {number(part.share)}
              </tspan>
            </text>
          </g>
        ) : null,
      )}
    </g>
  )
}
