/** The selected unit's row, boxed over all steps; the lens interrupts it. */
import type { ReactElement } from 'react'
import type { Form } from '../../store/index.ts'
import type { BandsFrame } from './bandsFrame.ts'
import { Part } from './movement.ts'

interface Props {
  readonly form: Form
  /** Of the row, from the top of its band. */
  readonly top: number
  readonly height: number
  /** The selected slot's own band. */
  readonly isOwn: boolean
}

/** Boxed are the columns before the lens, those after it, and folded all of them. */
const spans = {
  before: ({ axis, left }: BandsFrame) => [axis[0], left],
  // Folded, few columns are wider: the axis then ends behind the unrolled ones.
  after: ({ scale, at, axis, left, width }: BandsFrame) => [
    left + width,
    Math.min(axis[1], left + width + (scale.last - at) * scale.w),
  ],
  all: ({ axis }: BandsFrame) => axis,
} as const

export const RowOutline = ({ form, top, height, isOwn }: Props): ReactElement => {
  const box = {
    y: top - 1,
    height: height + 1.25,
    className: isOwn ? 'bands-row bands-row-own' : 'bands-row',
  }
  const rows = [
    ...(form === 'folded' ? [] : (['before', 'after'] as const)),
    ...(form === 'unrolled' ? [] : (['all'] as const)),
  ]
  return (
    <>
      {rows.map((row) => (
        <Part
          key={row}
          as="rect"
          at={(frame) => {
            const [from = 0, to = 0] = spans[row](frame)
            const shown = row === 'all' ? 1 - frame.plot : frame.plot
            return {
              x: from,
              width: Math.max(0, to - from),
              visibility: to > from ? null : 'hidden',
              'stroke-opacity': shown,
            }
          }}
          {...box}
        />
      ))}
      {isOwn && form !== 'unrolled' ? (
        <Part
          as="rect"
          at={({ left, width, plot }) => ({
            x: left - 0.5,
            width: width + 1,
            'stroke-opacity': 1 - plot,
          })}
          y={top - 2}
          height={height + 4}
          className="bands-row bands-cell"
        />
      ) : null}
    </>
  )
}
