/**
 * The badge: the shown gradient beside finite differences of the shown network. Small networks are checked
 * as soon as the selection rests; a press checks again and prints both numbers. Whatever comes out is said.
 */
import { useEffect, useState, type ReactElement } from 'react'
import { canProbe, checkGradient, type Check, type Probe } from '../../describe/finiteDifference.ts'
import { formatNumber, usePlaying, type Language } from '../../store/index.ts'
import type { Back } from './useBack.ts'

interface Props {
  readonly back: Back
  readonly slot: string
  readonly unit: number
  readonly shown: number
  readonly held: boolean
}

/** The selection has to rest this long, ms. */
const REST = 300

/** Multiplications of four runs that pass unnoticed. */
const CHEAP = 2e6

const costOf = ({ network }: Probe): number => network.network.parameterCount * network.T * 4

/** Eight digits, so that two numbers can be compared by eye. */
const long = (value: number, language: Language): string => {
  const text = value === 0 ? '0' : value.toExponential(7)
  return text.replace('.', language === 'es' ? ',' : '.').replaceAll('-', '−')
}

const verdictOf = ({ verdict, error }: Check, { words, language }: Back): string => {
  const { check } = words.inspector
  if (verdict === 'unresolved') return check.unresolved
  if (verdict === 'differs') return check.differs(formatNumber(error, language))
  return error === 0 ? check.same : check.agrees(formatNumber(error, language))
}

const ICONS = { agrees: '✓', differs: '✕', unresolved: '?' } as const

const Numbers = ({ back, check, slot }: { back: Back; check: Check; slot: string }): ReactElement => {
  const { words, language } = back
  const text = words.inspector.check
  const rows = [
    { name: text.shown, key: 'shown', value: check.shown, said: long(check.shown, language) },
    { name: text.measured, key: 'measured', value: check.measured, said: long(check.measured, language) },
    { name: text.error, key: 'error', value: check.error, said: formatNumber(check.error, language) },
  ]
  return (
    <>
      <dl className="gradient-check-numbers">
        {rows.map(({ name, key, value, said }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd data-check={key} data-value={String(value)}>
              {said}
            </dd>
          </div>
        ))}
      </dl>
      <p className="gradient-note">
        {text.how(slot, formatNumber(check.step, language))}{' '}
        {check.verdict === 'unresolved' ? text.unresolvedNote(formatNumber(check.floor * 10, language)) : ''}
        {check.verdict === 'differs' ? text.differsNote : ''}
      </p>
    </>
  )
}

export const CheckBadge = ({ back, slot, unit, shown, held }: Props): ReactElement => {
  const { found, moment, words, run } = back
  const text = words.inspector.check
  const playing = usePlaying()
  const [done, setDone] = useState<{
    readonly key: string
    readonly of: unknown
    readonly check: Check
  } | null>(null)
  const [open, setOpen] = useState(false)
  const probe: Probe = {
    network: run.trace,
    part: found.site.part,
    objective: found.objective,
    slot,
    unit,
    t: moment.t,
  }
  const key = `${slot} ${unit} ${moment.t}`
  const can = canProbe(probe) && !held
  const check = done && done.key === key && done.of === found ? done.check : null
  const measure = (): void => setDone({ key, of: found, check: checkGradient(probe, shown) })
  const auto = can && !playing && costOf(probe) <= CHEAP
  useEffect(() => {
    if (!auto || check) return undefined
    const timer = setTimeout(measure, REST)
    return () => clearTimeout(timer)
  })
  return (
    <section className="inspector-part gradient-check" aria-label={text.title}>
      <button
        type="button"
        className={`gradient-badge gradient-badge-${check?.verdict ?? 'pending'}`}
        data-verdict={check?.verdict ?? 'pending'}
        disabled={!can}
        aria-expanded={open && check !== null}
        onClick={() => {
          measure()
          setOpen(true)
        }}
      >
        <span>{check ? text.title : text.button}</span>
        <b role="status">
          {check ? `${ICONS[check.verdict]} ${verdictOf(check, back)}` : can ? text.pending : ''}
        </b>
      </button>
      {held ? <p className="gradient-note">{text.held}</p> : null}
      {!held && !can ? <p className="gradient-note">{text.symbols}</p> : null}
      {open && check ? <Numbers back={back} check={check} slot={`${slot}[${unit}]`} /> : null}
    </section>
  )
}
