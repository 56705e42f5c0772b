/** The conveyor alone: the product of the keep gates between the largest loss ahead and the open step. */
import type { ReactElement } from 'react'
import { formatNumber } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { directPath } from './directPath.ts'
import type { Back } from './useBack.ts'

/** More gates than this are not all written out. */
const MOST_GATES = 6

export const DirectPathView = ({ back, unit }: { back: Back; unit: number }): ReactElement => {
  const { found, moment, words, language } = back
  const text = words.inspector
  const path = directPath(found, unit, moment.t)
  if (!path) return <p className="inspector-part gradient-note">{text.directNone}</p>
  const { gates, product, from, keep } = path
  const name = keep.replace('-', ' − ')
  const number = (value: number): string => formatNumber(value, language)
  const shown = gates.length <= MOST_GATES ? gates : [...gates.slice(0, 3), ...gates.slice(-1)]
  const hidden = gates.length - shown.length
  const texts = shown.map(number)
  if (hidden > 0) texts.splice(3, 0, text.directMiddle(hidden))
  return (
    <section className="inspector-part gradient-direct">
      {from === null || gates.length === 0 ? (
        <p className="gradient-note">{from === null ? text.directLater : text.directHere}</p>
      ) : (
        <>
          <h3>{text.directPath(`${path.slot}(${from})`, `${path.slot}(${moment.t})`)}</h3>
          <p>
            <b style={{ color: toneVariable('keep') }}>{texts.join(' · ')}</b> ={' '}
            <b data-direct={String(product)}>{number(product)}</b>
          </p>
        </>
      )}
      <p className="gradient-note">{text.directNote(`Π ${name}`)}</p>
    </section>
  )
}
