/**
 * The picture of a cell read backward in a direction that computes from right to left: gradients come in at the
 * left and leave at the right, for step t + 1, as the picture of its values is mirrored.
 */
import type { BackLabel, BackPlacement, BackWire } from './backParts.ts'
import { ANCHORS, mirrored } from './placementMirror.ts'
import type { Rectangle } from './placementParts.ts'

const known = new WeakMap<BackPlacement, BackPlacement>()

const turn = (back: BackPlacement): BackPlacement => {
  const { width } = back.placement.geometry
  const box = <B extends Rectangle>(part: B): B => ({ ...part, x: width - part.x - part.width })
  const wire = (part: BackWire): BackWire => ({
    ...part,
    points: part.points.map(([x, y]) => [width - x, y] as const),
    towards: [-part.towards[0], part.towards[1]],
  })
  const label = (part: BackLabel): BackLabel => ({
    ...part,
    x: width - part.x,
    anchor: ANCHORS[part.anchor],
    time: part.time === 't−1' ? 't+1' : part.time,
  })
  return {
    placement: mirrored(back.placement),
    ribbons: back.ribbons.map(box),
    factors: back.factors.map(box),
    joins: back.joins.map(box),
    badges: back.badges.map((badge) => ({ ...badge, x: width - badge.x })),
    pills: back.pills.map(box),
    wires: back.wires.map(wire),
    labels: back.labels.map(label),
  }
}

/** A placement read backward, for a reversed direction. The same placement gives the same object. */
export const mirroredBack = (back: BackPlacement): BackPlacement => {
  const turned = known.get(back) ?? turn(back)
  known.set(back, turned)
  return turned
}
