/**
 * The picture of a cell read backward in a direction that computes from right to left: gradients come in at the
 * left and leave at the right, for step t + 1, as the picture of its values is mirrored.
 */
import type { BackPlacement } from './backParts.ts'
import { mirrored, turningIn } from './placementMirror.ts'

const known = new WeakMap<BackPlacement, BackPlacement>()

const turn = (back: BackPlacement): BackPlacement => {
  const { x, box, point, words } = turningIn(back.placement.geometry.width)
  return {
    placement: mirrored(back.placement),
    ribbons: back.ribbons.map(box),
    factors: back.factors.map(box),
    joins: back.joins.map(box),
    badges: back.badges.map((badge) => ({ ...badge, x: x(badge.x) })),
    pills: back.pills.map(box),
    wires: back.wires.map((wire) => ({
      ...wire,
      points: wire.points.map(point),
      towards: [-wire.towards[0], wire.towards[1]],
    })),
    labels: back.labels.map(words),
  }
}

/** A placement read backward, for a reversed direction. The same placement gives the same object. */
export const mirroredBack = (back: BackPlacement): BackPlacement => {
  const turned = known.get(back) ?? turn(back)
  known.set(back, turned)
  return turned
}
