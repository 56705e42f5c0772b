/** The split as a table: what each step wrote, what is kept of it, its share; the shares add up to the value. */
import { useState, type ReactElement } from 'react'
import { balance } from '../../describe/balance.ts'
import { strongest, type Share } from '../../describe/provenance.ts'
import { provenance } from '../../i18n/provenance.ts'
import { actions, formatExact, formatNumber, useHover, useLanguage, useWords } from '../../store/index.ts'
import { SignedBar } from '../../ui/SignedBar.tsx'
import { openWrite } from './openWrite.ts'
import { keptSymbol, originOf, writtenSymbol } from './texts.ts'
import type { KeptView, ProvenanceView } from './useProvenance.ts'

interface Props {
  readonly view: ProvenanceView
  readonly kept: KeptView
}

/** px */
const BAR = 96

/** More rows than these help nobody. */
const MOST_ROWS = 200

export const ShareTable = ({ view, kept }: Props): ReactElement | null => {
  const words = useWords(provenance)
  const language = useLanguage()
  const hover = useHover()
  const [isAll, setAll] = useState(false)
  const { found, update } = kept
  if (!found) return null
  const { shown, others, count } = isAll ? strongest(found.shares, MOST_ROWS) : kept.shares
  const hasMore = found.shares.length > kept.shares.shown.length
  const column = [...shown.map(({ share }) => share), ...(count > 0 ? [others] : [])]
  const rounding = balance(column, found.value)
  const most = Math.max(...column.map((v) => (Number.isFinite(v) ? Math.abs(v) : 0)))
  const active = hover && hover.slot === update.slot && hover.unit === found.unit ? hover.t : null
  const number = (v: number, least?: number): ReactElement => (
    <span data-value={v} title={formatExact(v, language)}>
      {formatNumber(v, language, least)}
    </span>
  )
  const row = (part: Share): ReactElement => {
    const origin = originOf(part, update.slot, view.scene.marks, words)
    return (
      <tr
        key={`${part.kind} ${part.step}`}
        className={active === part.step ? 'provenance-row-active' : undefined}
        data-step={part.step}
        onPointerEnter={() => actions.setHover({ slot: update.slot, unit: found.unit, t: part.step })}
        onPointerLeave={() => actions.setHover(null)}
      >
        <th scope="row">
          {part.kind === 'initial' ? (
            origin
          ) : (
            <button
              type="button"
              title={words.goTo(part.step)}
              onClick={() => openWrite(view.run, update, part)}
            >
              {origin}
            </button>
          )}
          {kept.isCurrent && part.step === found.t ? (
            <span className="provenance-now">{words.now}</span>
          ) : null}
        </th>
        <td data-column="written">{number(part.written)}</td>
        <td data-column="kept">{number(part.kept)}</td>
        <td className="provenance-bar">
          <SignedBar value={part.share} most={most} width={BAR} />
        </td>
        <td data-column="share">{number(part.share, rounding.least)}</td>
      </tr>
    )
  }
  const plain = (label: string, value: number, className: string): ReactElement => (
    <tr className={className}>
      <th scope="row" colSpan={4}>
        {label}
      </th>
      <td data-column="share">{number(value, rounding.least)}</td>
    </tr>
  )
  return (
    <div className="provenance-twin">
      <div className="provenance-scroll" tabIndex={0} role="region" aria-label={words.caption}>
        <table className="provenance-table">
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.step}</th>
              <th scope="col">{words.written(writtenSymbol(update))}</th>
              <th scope="col">{words.kept(keptSymbol(update))}</th>
              <th scope="col" className="provenance-bar">
                <span className="visually-hidden">{words.size}</span>
              </th>
              <th scope="col">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(row)}
            {count > 0 ? (
              <tr className="provenance-rest">
                <th scope="row" colSpan={3}>
                  {words.others(count)}
                </th>
                <td className="provenance-bar">
                  <SignedBar value={others} most={most} width={BAR} />
                </td>
                <td data-column="share">{number(others, rounding.least)}</td>
              </tr>
            ) : null}
            {rounding.left === null ? null : plain(words.rounding, rounding.left, 'provenance-rest')}
            {plain(words.sumIs(`${update.slot}[${found.unit}]`), found.value, 'provenance-sum')}
          </tbody>
        </table>
      </div>
      {hasMore ? (
        <button
          type="button"
          className="provenance-more"
          aria-expanded={isAll}
          onClick={() => setAll(!isAll)}
        >
          {isAll ? words.fewer : words.all(found.shares.length)}
        </button>
      ) : null}
    </div>
  )
}
