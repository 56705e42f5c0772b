/** Two tables of the inspector: where a gradient comes from, and where it goes on to. */
import type { ReactElement } from 'react'
import { goesTo, type Onward } from '../../describe/gradientOnward.ts'
import type { GradientSum, Link } from '../../describe/gradientTerms.ts'
import { formatNumber } from '../../store/index.ts'
import { LinkRow, OnwardRow } from './TermRows.tsx'
import type { Back } from './useBack.ts'

const Columns = (): ReactElement => (
  <colgroup>
    <col className="gradient-col-label" />
    <col />
    <col className="gradient-col-bar" />
    <col className="gradient-col-number" />
  </colgroup>
)

/** From the step that reads it first, then along its own step, then from above. */
export const inOrder = (links: readonly Link[], t: number): readonly Link[] => {
  const rank = (link: Link): number => (link.step === t ? 2 : 0) + (link.kind === 'weights' ? 1 : 0)
  return links.toSorted((a, b) => rank(a) - rank(b))
}

export const ComesFrom = ({
  back,
  sum,
  links,
}: {
  readonly back: Back
  readonly sum: GradientSum
  readonly links: readonly Link[]
}): ReactElement => {
  const { words, language } = back
  const most = links.reduce((top, { product }) => Math.max(top, Math.abs(product)), 0)
  return (
    <section className="inspector-part">
      <table className="inspector-table gradient-table" data-table="comes-from">
        <Columns />
        <thead>
          <tr className="inspector-section">
            <th scope="col">{words.inspector.comesFrom}</th>
            <th scope="col" colSpan={3} className="inspector-unitless">
              {words.inspector.factorGradient}
            </th>
          </tr>
        </thead>
        <tbody>
          {links.map((link, k) => (
            <LinkRow key={k} back={back} slot={sum.slot} most={most} link={link} />
          ))}
          {links.length === 0 ? (
            <tr>
              <td colSpan={4} className="gradient-note">
                {words.inspector.nothing}
              </td>
            </tr>
          ) : (
            <tr className="inspector-sum">
              <th scope="row" colSpan={3}>
                {words.inspector.sum}
              </th>
              <td className="inspector-number" data-value={String(sum.value)}>
                {formatNumber(sum.value, language)}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}

/** What the selected unit hands on; a gate's pre-activation hands it to the weights at once. */
const onwardsOf = (back: Back, slot: string, unit: number): readonly Onward[] => {
  const { site } = back.found
  const { t } = back.moment
  const { slots } = back.run.layer.program
  const ways = goesTo(site, slot, unit, t)
  // What goes back in time stands first.
  const isBack = ({ to }: Onward): number => (to.from === 'previous' ? 0 : 1)
  return ways
    .toSorted((a, b) => isBack(a) - isBack(b))
    .flatMap((way) => {
      if (way.kind === 'weights' || way.to.from !== 'slot') return [way]
      const inner = slots[way.to.slot]
      return inner && !inner.named && inner.op === 'affine'
        ? [way, ...goesTo(site, inner.name, unit, t)]
        : [way]
    })
}

export const GoesTo = ({
  back,
  slot,
  unit,
}: {
  back: Back
  slot: string
  unit: number
}): ReactElement | null => {
  const { words } = back
  const ways = onwardsOf(back, slot, unit)
  const most = ways.reduce(
    (top, way) => (way.kind === 'elementwise' ? Math.max(top, Math.abs(way.product)) : top),
    0,
  )
  const vectors = ways.filter(({ kind }) => kind === 'weights')
  if (ways.length === 0) return null
  return (
    <section className="inspector-part">
      <table className="inspector-table gradient-table" data-table="goes-to">
        <Columns />
        <thead>
          <tr className="inspector-section">
            <th scope="col">{words.inspector.goesTo}</th>
            <th scope="col" colSpan={3} className="inspector-unitless">
              {words.inspector.localFactor}
            </th>
          </tr>
        </thead>
        <tbody>
          {ways
            .filter(({ kind }) => kind === 'elementwise')
            .map((way, k) => (
              <OnwardRow key={k} back={back} slot={slot} most={most} onward={way} />
            ))}
        </tbody>
        {vectors.length > 0 ? (
          <tbody>
            <tr className="inspector-section">
              <th scope="col" colSpan={4}>
                {words.inspector.intoWeights}
              </th>
            </tr>
            {vectors.map((way, k) => (
              <OnwardRow key={k} back={back} slot={slot} most={most} onward={way} />
            ))}
          </tbody>
        ) : null}
      </table>
    </section>
  )
}
