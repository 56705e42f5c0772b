/** Rows of the inspector on the way back: what a gradient is the sum of, and where it goes on to. */
import type { ReactElement } from 'react'
import type { Onward } from '../../describe/gradientOnward.ts'
import type { Link, WeightTerm } from '../../describe/gradientTerms.ts'
import { formatNumber } from '../../store/index.ts'
import { SignedBar } from '../../ui/SignedBar.tsx'
import { Factors, operandAt, SlotAt, WeightName } from './FactorLabel.tsx'
import { partialOf, type Back } from './useBack.ts'

/** px */
const BAR = 30

interface RowProps {
  readonly back: Back
  readonly slot: string
  readonly most: number
}

/** Products of one row of weights, largest first; all of them on demand. */
const MOST_TERMS = 64

const WeightTerms = ({
  back,
  link,
}: {
  back: Back
  link: Extract<Link, { kind: 'weights' }>
}): ReactElement => {
  const { words, language } = back
  const number = (value: number): string => formatNumber(value, language)
  const terms = link
    .terms()
    .toSorted((a, b) => Math.abs(b.weight * b.gradient) - Math.abs(a.weight * a.gradient))
  return (
    <details className="gradient-terms">
      <summary>{words.inspector.products(terms.length)}</summary>
      <ol>
        {terms.slice(0, MOST_TERMS).map(({ index, weight, gradient }) => (
          <li key={index}>
            <span>[{index}]</span> {number(weight)} × {number(gradient)} ={' '}
            {number(link.factor * weight * gradient)}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** The one term of a readout of one output: it has its factor and gradient in the row itself. */
const onlyTerm = (link: Link): WeightTerm | null => {
  if (link.kind !== 'weights' || link.from !== 'readout') return null
  const [term, ...others] = link.terms()
  return others.length === 0 ? (term ?? null) : null
}

const LinkLabel = ({ back, link, slot }: { back: Back; link: Link; slot: string }): ReactElement => {
  const words = back.words.inspector
  if (link.kind === 'elementwise')
    return (
      <>
        <span>
          {link.to === slot ? words.along('') : words.through('')}
          <SlotAt back={back} name={link.to} step={link.step} />
        </span>
        <small>
          {link.factors.length > 0 ? (
            <>
              {words.by} <Factors back={back} factors={link.factors} />
            </>
          ) : (
            '× 1'
          )}
        </small>
      </>
    )
  if (link.from === 'above') return <span>{words.through(words.above)}</span>
  if (link.from === 'readout')
    return (
      <>
        <span>{words.through(words.readout)}</span>
        {onlyTerm(link) ? null : <WeightTerms back={back} link={link} />}
      </>
    )
  const slotOf = back.run.cell.flat.single.slots.find(({ name }) => name === link.to)
  return (
    <>
      <span>
        {words.through('')}
        <WeightName name={link.parameter} /> →{' '}
        <SlotAt back={back} name={slotOf?.equation ?? link.to} step={link.step} />
      </span>
      {link.factors.length > 0 ? (
        <small>
          {words.by} <Factors back={back} factors={link.factors} />
        </small>
      ) : null}
      <WeightTerms back={back} link={link} />
    </>
  )
}

export const LinkRow = ({ back, slot, most, link }: RowProps & { readonly link: Link }): ReactElement => {
  const number = (value: number): string => formatNumber(value, back.language)
  const only = onlyTerm(link)
  const factors =
    link.kind === 'elementwise'
      ? `${number(link.factor)} × ${number(link.gradient)}`
      : only && `${number(only.weight)} × ${number(only.gradient)}`
  return (
    <tr data-link={`${link.to}@${link.step}`}>
      <th scope="row" colSpan={factors === null ? 2 : 1}>
        <LinkLabel back={back} link={link} slot={slot} />
      </th>
      {factors === null ? null : <td className="inspector-factors">{factors}</td>}
      <td>
        <SignedBar value={link.product} most={most} width={BAR} />
      </td>
      <td className="inspector-number" data-value={String(link.product)}>
        {number(link.product)}
      </td>
    </tr>
  )
}

export const OnwardRow = ({
  back,
  slot,
  most,
  onward,
}: RowProps & { readonly onward: Onward }): ReactElement => {
  const { moment, language, words } = back
  const number = (value: number): string => formatNumber(value, language)
  const to = operandAt(back, onward.to, moment.t)
  if (onward.kind === 'weights')
    return (
      <>
        <tr>
          <th scope="row" colSpan={3}>
            {words.inspector.to} <SlotAt back={back} name={to.name} step={to.step} />{' '}
            <small>
              {words.inspector.by} <WeightName name={onward.parameter} />
            </small>
          </th>
          <td className="inspector-number" data-value={String(onward.sentNorm)}>
            {number(onward.sentNorm)}
          </td>
        </tr>
        <tr>
          <th scope="row" colSpan={3}>
            {words.inspector.to} {partialOf(back, '')}
            <WeightName name={onward.parameter} />{' '}
            <small>
              {words.inspector.by} <SlotAt back={back} name={to.name} step={to.step} />
            </small>
          </th>
          <td className="inspector-number" data-value={String(onward.shareNorm)}>
            {number(onward.shareNorm)}
          </td>
        </tr>
      </>
    )
  return (
    <tr>
      <th scope="row">
        <span>
          {onward.to.from === 'previous' && to.name === slot ? words.inspector.onTo : words.inspector.to}{' '}
          <SlotAt back={back} name={to.name} step={to.step} />
        </span>
        <small>
          {onward.factors.length > 0 ? (
            <>
              {words.inspector.by} <Factors back={back} factors={onward.factors} />
            </>
          ) : null}
        </small>
      </th>
      <td className="inspector-factors">× {number(onward.factor)}</td>
      <td>
        <SignedBar value={onward.product} most={most} width={BAR} />
      </td>
      <td className="inspector-number" data-value={String(onward.product)}>
        {number(onward.product)}
      </td>
    </tr>
  )
}
