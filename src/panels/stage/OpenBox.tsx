/** The box of the open cell, on every stage: what lies under it, the line around it, and all that lies outside. */
import type { ReactElement } from 'react'
import { Part } from './movement.ts'

/** Id of the region outside the open cell. */
const ID = 'stage-outside'

/** Cuts to that region what slides under the box, or what it passes over. */
export const OUTSIDE = `url(#${ID})`

export const Outside = ({ width }: { readonly width: number }): ReactElement => (
  <clipPath id={ID}>
    <Part
      as="path"
      clipRule="evenodd"
      at={({ frame: { box, height: whole } }) => ({
        d: `M0 0H${width}V${whole}H0ZM${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}Z`,
      })}
    />
  </clipPath>
)

export const OpenBox = ({ className }: { readonly className: string }): ReactElement => (
  <Part
    as="rect"
    className={className}
    at={({ frame: { box } }) => ({
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      rx: box.radius,
    })}
  />
)
