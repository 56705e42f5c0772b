/** The ribbons as marks: one stop of the tab order, arrows go from write to write, Enter opens its step. */
import { useState, type KeyboardEvent, type ReactElement } from 'react'
import type { MemoryUpdate, Share } from '../../describe/provenance.ts'
import { provenance } from '../../i18n/provenance.ts'
import { actions, formatNumber, useLanguage, useWords, type CellRun } from '../../store/index.ts'
import { openWrite } from './openWrite.ts'
import type { Ribbon } from './river.ts'

const HATCH = 'provenance-hatch'

interface Props {
  /** Ribbons of one write each, in the order of reading. */
  readonly ribbons: readonly Ribbon[]
  readonly run: CellRun
  readonly update: MemoryUpdate
  readonly unit: number
  /** 1 when the next ribbon is further right. */
  readonly direction: 1 | -1
  /** The step whose ribbon is lit. */
  readonly activeStep: number | null
}

export const keyOf = (part: Share): string => `${part.kind} ${part.step}`

/** The stop that a key goes to from stop `at` of `count`, or null for a key with another meaning. */
export const stopOfKey = (key: string, at: number, count: number, direction: 1 | -1): number | null => {
  const to: Readonly<Record<string, number>> = {
    ArrowLeft: at - direction,
    ArrowRight: at + direction,
    Home: 0,
    End: count - 1,
  }
  const next = to[key]
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next))
}

export const Ribbons = ({ ribbons, run, update, unit, direction, activeStep }: Props): ReactElement => {
  const words = useWords(provenance)
  const language = useLanguage()
  const [stop, setStop] = useState<string | null>(null)
  const number = (v: number): string => formatNumber(v, language)
  const keys = ribbons.map(({ part }) => (part ? keyOf(part) : ''))
  // The last ribbon, the newest, is where the tab order comes in.
  const at = stop !== null && keys.includes(stop) ? keys.indexOf(stop) : keys.length - 1
  const open = (part: Share | null | undefined): void => {
    if (part) openWrite(run, update, part)
  }
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    const next = stopOfKey(event.key, at, keys.length, direction)
    if (next === null && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (next === null) open(ribbons[at]?.part)
    else event.currentTarget.querySelectorAll<SVGGElement>('[role="option"]')[next]?.focus()
  }
  return (
    <>
      <defs>
        <pattern id={HATCH} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" className="provenance-hatch" />
        </pattern>
      </defs>
      <g role="listbox" aria-label={words.ribbons} aria-orientation="horizontal" onKeyDown={onKeyDown}>
        {ribbons.map(({ part, path, isNegative }, k) => {
          if (!part) return null
          const isActive = activeStep === part.step
          const setActive = (on: boolean): void =>
            actions.setHover(on ? { slot: update.slot, unit, t: part.step } : null)
          const label = words.shareText(
            part.kind === 'initial' ? words.initial(update.slot) : words.stepName(part.step),
            number(part.written),
            number(part.kept),
            number(part.share),
          )
          return (
            <g
              key={keyOf(part)}
              role="option"
              aria-selected={isActive}
              aria-label={label}
              tabIndex={k === at ? 0 : -1}
              className={`provenance-ribbon provenance-${isNegative ? 'negative' : 'positive'}${
                isActive ? ' provenance-active' : ''
              }`}
              data-step={part.step}
              data-share={part.share}
              onClick={() => open(part)}
              onPointerEnter={() => setActive(true)}
              onPointerLeave={() => setActive(false)}
              onFocus={() => {
                setStop(keyOf(part))
                setActive(true)
              }}
              onBlur={() => setActive(false)}
            >
              <title>{label}</title>
              <path d={path} className="provenance-water" />
              {isNegative ? <path d={path} className="provenance-hatched" fill={`url(#${HATCH})`} /> : null}
            </g>
          )
        })}
      </g>
    </>
  )
}
