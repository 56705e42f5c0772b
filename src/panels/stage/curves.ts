/** Curves over the time axis: an output with its zero line, and a norm on a logarithmic scale. */

export interface Point {
  readonly t: number
  readonly value: number
}

/** A polyline through the points in order; '' for none. */
export const curvePath = (
  points: readonly Point[],
  x: (t: number) => number,
  y: (value: number) => number,
): string => points.map(({ t, value }, k) => `${k === 0 ? 'M' : 'L'}${x(t)} ${y(value)}`).join('')

/**
 * The points whose step is known, and the others: solid and faint parts that meet.
 * In a reversed layer the known steps are the later ones, so the faint part lies at the left.
 */
export const splitAt = (
  points: readonly Point[],
  isKnown: (t: number) => boolean,
): { readonly past: readonly Point[]; readonly ahead: readonly Point[] } => {
  const past = points.filter(({ t }) => isKnown(t))
  const ahead = points.filter(({ t }) => !isKnown(t))
  const [first, last, open] = [past[0], past.at(-1), ahead[0]]
  if (!first || !last || !open) return { past, ahead }
  return { past, ahead: open.t < first.t ? [...ahead, first] : [last, ...ahead] }
}

/** Ends of the scale of memory: 10⁻³ … 3, as powers of ten. */
const LOW = -3
const HIGH = Math.log10(3)

/** Height of a norm on the logarithmic scale, from `bottom` up; what lies beyond is clipped. */
export const logY =
  (bottom: number, height: number) =>
  (norm: number): number => {
    const place = (Math.log10(Math.max(norm, 1e-12)) - LOW) / (HIGH - LOW)
    return bottom - height * Math.min(1, Math.max(0, Number.isNaN(place) ? 0 : place))
  }
