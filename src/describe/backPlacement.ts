/**
 * The picture of one open cell read backward: the same placement, every wire turned round. An operation on
 * the way forward is a local factor on the way back, so the strips of a product keep their values. A sum
 * hands its gradient on as it is and needs no mark; a fork, where a value was read twice, is where
 * gradients add up and gets the "+".
 */
import type { Cell } from '../engine/index.ts'
import { mirroredBack } from './backMirror.ts'
import { planOf, type CellPlan } from './cellPlan.ts'
import type { AnatomyGeometry } from './geometry.ts'
import { place } from './placement.ts'
import { INPUT_PORT, ribbonId } from './placementFrame.ts'
import { forwardOf } from './placementMirror.ts'
import type {
  BackLabel,
  BackPlacement,
  BackRibbon,
  BackStrip,
  BackValue,
  BackWire,
  Point,
  Shown,
} from './backParts.ts'
import type { Placement, PlacedBadge, PlacedRibbon, PlacedWire } from './placementParts.ts'

/** Where a value forks in the picture, so that its gradients add up. */
interface Fork {
  readonly slot: string
  readonly x: number
  /** Middle of the ribbon that it stands on. */
  readonly lane: number
  readonly since: string
  readonly what: BackValue | null
}

const forksOf = (plan: CellPlan, { geometry, ports }: Placement): readonly Fork[] => {
  const { conveyor, expose, busState, cell } = plan
  const forks: Fork[] = []
  if (conveyor && expose)
    forks.push({
      slot: conveyor.state.name,
      x: geometry.outX,
      lane: geometry.lanes.conveyor,
      since: conveyor.state.name,
      what: { kind: 'local', slot: conveyor.state.name },
    })
  if (conveyor && busState === conveyor.state.name)
    forks.push({ slot: busState, x: geometry.busTap, lane: geometry.lanes.conveyor, since: 'x', what: null })
  if (geometry.outputPort !== null && ports.some(({ id }) => id !== INPUT_PORT))
    forks.push({
      slot: cell.output,
      x: geometry.outputPort,
      lane: expose || plan.direct ? geometry.lanes.bus : geometry.lanes.conveyor,
      since: cell.output,
      what: null,
    })
  return forks
}

/** A part of a ribbon, cut at x. */
const cut = (ribbon: PlacedRibbon, from: number, to: number, shown: Shown): BackRibbon => ({
  id: `${ribbon.id} ${shown.what.kind}`,
  ...shown,
  ends: false,
  x: from,
  y: ribbon.y,
  width: to - from,
  height: ribbon.height,
})

const backRibbons = (plan: CellPlan, placement: Placement): readonly BackRibbon[] => {
  const { geometry, ribbons } = placement
  const { conveyor, expose, busState, cell } = plan
  const { width, outX, outputPort, busTap } = geometry
  const isShared = conveyor !== null && busState === conveyor.state.name
  // Without a mark of the output its part joins where the ribbon leaves.
  const port = outputPort ?? width - 13
  return ribbons.flatMap((ribbon): readonly BackRibbon[] => {
    const { reading, x } = ribbon
    const end = x + ribbon.width
    const { slot } = reading
    const carried = cell.carry.includes(slot)
    if (slot === 'x') return []
    const gradient: Shown = { since: slot, what: { kind: 'gradient', slot } }
    const arriving: Shown = { since: 'y', what: { kind: 'arrives', slot } }
    if (reading.previous) {
      const sent: Shown = { since: 'x', what: { kind: 'sent', slot } }
      if (!isShared || !conveyor) return [{ ...cut(ribbon, x, end, sent), ends: ribbon.ends }]
      const { kept: product, keeper } = conveyor
      const through: BackValue = { kind: 'through', slot, kept: product.name, keeper }
      if (ribbon.id === ribbonId('bus'))
        return [{ ...cut(ribbon, x, end, { since: 'x', what: through }), ends: ribbon.ends }]
      const kept: BackValue = { kind: 'kept', slot: conveyor.kept.name, keeper: conveyor.keeper }
      return [
        cut(ribbon, x, busTap, sent),
        cut(ribbon, busTap, end, { since: conveyor.kept.name, what: kept }),
      ]
    }
    if (conveyor && slot === conveyor.state.name) {
      // The sum's own strip is gone: the ribbon starts where the one before ends.
      const fork = expose ? outX : port
      return [cut(ribbon, x - 8, fork, gradient), cut(ribbon, fork, width, arriving)]
    }
    if (slot === cell.output)
      return carried
        ? [cut(ribbon, x, port, gradient), cut(ribbon, port, end, arriving)]
        : [{ ...cut(ribbon, x, end, gradient), ends: true }]
    return [{ ...cut(ribbon, x, end, gradient), ends: ribbon.ends }]
  })
}

/** From badge to badge an arrow ends at the edge of the circle, not under it. */
const tipAt = (at: Point, [dx, dy]: Point, badges: readonly PlacedBadge[]): Point => {
  const hit = badges.find(({ x, y, r }) => Math.hypot(at[0] - x, at[1] - y) <= r + 2)
  return hit ? [hit.x - dx * (hit.r + 1), hit.y - dy * (hit.r + 1)] : at
}

const turned = (wire: PlacedWire, badges: readonly PlacedBadge[]): BackWire | null => {
  const [tip, next] = wire.points
  if (!tip || !next) return null
  const length = Math.hypot(tip[0] - next[0], tip[1] - next[1]) || 1
  const towards: Point = [(tip[0] - next[0]) / length, (tip[1] - next[1]) / length]
  const tap = wire.id.startsWith('tap ')
  return {
    id: wire.id,
    // Through the weights to the step before: the last phase.
    since: tap ? 'x' : wire.since,
    points: [...wire.points.slice(1).toReversed(), tipAt(tip, towards, badges)],
    towards,
  }
}

const labelsOf = (plan: CellPlan, { geometry, labels }: Placement): readonly BackLabel[] => {
  if (labels.length === 0) return []
  const { conveyor, expose, direct, busState, cell } = plan
  const { lanes, ribbon, width, outX } = geometry
  const over = (lane: number): number => lane - ribbon / 2 - 7
  const isShared = conveyor !== null && busState === conveyor.state.name
  const wide = geometry.labels === 'all'
  const found: BackLabel[] = []
  if (conveyor) {
    const slot = conveyor.state.name
    found.push({
      slot,
      time: 't−1',
      since: 'x',
      anchor: 'start',
      x: isShared ? 28 : 6,
      y: over(lanes.conveyor),
    })
    if (wide)
      found.push({
        slot,
        time: 't',
        since: slot,
        anchor: 'middle',
        x: (expose ? outX : width) - 70,
        y: over(lanes.conveyor),
      })
  }
  if (busState !== null && !isShared)
    found.push({ slot: busState, time: 't−1', since: 'x', anchor: 'start', x: 6, y: over(lanes.bus) })
  if (wide && (expose || direct))
    found.push({
      slot: cell.output,
      time: 't',
      since: cell.output,
      anchor: 'end',
      x: width - 6,
      y: lanes.bus + ribbon / 2 + 15,
    })
  return found
}

const known = new WeakMap<Placement, BackPlacement>()

/**
 * Where everything of a cell lies in a pane read backward, mirrored in the pane of a reversed direction. The same
 * cell and geometry give the same object.
 * @throws Error as `place` does.
 */
export const placeBack = (cell: Cell, geometry: AnatomyGeometry): BackPlacement => {
  const forward = forwardOf(geometry)
  if (forward) return mirroredBack(placeBack(cell, forward))
  const placement = place(cell, geometry)
  const before = known.get(placement)
  if (before) return before
  const plan = planOf(cell)
  const sum = plan.conveyor?.state.name ?? null
  const forks = forksOf(plan, placement)
  const badges: PlacedBadge[] = [
    ...placement.badges.filter(({ operation }) => operation !== sum),
    ...forks.map(({ slot, x, lane, since }): PlacedBadge => {
      const r = since === 'x' ? geometry.badge - 1.5 : geometry.badge
      const y = lane - geometry.ribbon / 2 - r - 2
      return {
        id: `fork ${slot} ${x}`,
        operation: slot,
        x,
        y,
        r,
        glyph: '+',
        tone: 'muted',
        edge: false,
        since,
        carries: [],
      }
    }),
  ]
  const back: BackPlacement = {
    placement,
    ribbons: backRibbons(plan, placement),
    factors: placement.strips.filter(({ operation }) => operation !== sum),
    joins: forks.flatMap(({ slot, x, lane, since, what }): BackStrip[] =>
      what
        ? [
            {
              id: `join ${slot}`,
              since,
              what,
              x: x - 4,
              y: lane - geometry.ribbon / 2,
              width: 8,
              height: geometry.ribbon,
            },
          ]
        : [],
    ),
    badges,
    pills: placement.pills,
    wires: placement.wires
      .filter(({ from }) => from !== INPUT_PORT && from !== ribbonId('x'))
      .flatMap((wire) => turned(wire, badges) ?? []),
    labels: labelsOf(plan, placement),
  }
  known.set(placement, back)
  return back
}
