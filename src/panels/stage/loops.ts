/**
 * The loops of the folded view: each strand leaves the pane at the right, turns around in a semicircle
 * and comes back at the left. Strands are nested, so the one nearest the turn has the smallest radius.
 */

export interface LoopGeometry {
  /** Edges of the pane. */
  readonly left: number
  readonly right: number
  /** Middle of the ribbon inside the pane. */
  readonly y: number
  /** −1: the loop runs above the pane, 1: below. */
  readonly direction: -1 | 1
  /** Between the ribbon's middle and the returning ribbon's middle. */
  readonly separation: number
  /** Straight part between pane and turn. */
  readonly lead: number
  /** Half the width of the gate "next step", where the strands of this step end and those of the last begin. */
  readonly gate: number
}

export interface LoopStrand {
  /** Height inside the pane and on the way back. */
  readonly y: number
  readonly back: number
  readonly radius: number
  /** Paths of what leaves (s_t) and of what arrives (s_{t−1}). */
  readonly out: string
  readonly in: string
}

/** Offsets of n strands of one ribbon from its middle, and the height of each. */
export const strandOffsets = (n: number, ribbon: number): readonly number[] =>
  Array.from({ length: n }, (_, k) => (k - (n - 1) / 2) * (ribbon / n))

/** One strand of a loop, `offset` below the ribbon's middle. */
export const loopStrand = (loop: LoopGeometry, offset: number): LoopStrand => {
  const { left, right, direction, separation, lead, gate } = loop
  const y = loop.y + offset
  const back = loop.y + direction * separation - offset
  const radius = (separation - direction * 2 * offset) / 2
  const sweep = direction < 0 ? 0 : 1
  const middle = (left + right) / 2
  const [turnRight, turnLeft] = [right + lead, left - lead]
  return {
    y,
    back,
    radius,
    out: `M${right} ${y}H${turnRight}A${radius} ${radius} 0 0 ${sweep} ${turnRight} ${back}H${middle + gate}`,
    in: `M${middle - gate} ${back}H${turnLeft}A${radius} ${radius} 0 0 ${sweep} ${turnLeft} ${y}H${left}`,
  }
}
