/** One product alone: the number, its weight, what they give, to the last digit, and the same at every step. */
import { extent, line, scaleLinear } from 'd3'
import { useEffect, useRef, type ReactElement } from 'react'
import { operandValues, type Product } from '../../describe/contributions.ts'
import { stepBefore } from '../../describe/order.ts'
import { actions, formatExact, formatNumber } from '../../store/index.ts'
import { PhaseBackIcon } from '../../ui/icons.ts'
import { OperandLabel } from '../inspector/RowLabel.tsx'
import { UNKNOWN } from '../inspector/fills.ts'
import { ParameterLabel } from './Symbols.tsx'
import type { OpenArithmetic } from './useOpened.ts'
import { useWords } from './words.ts'

/** Whether the block that the product is of has been computed at the moment on screen. */
const isKnownIn = ({ blocks, isKnown }: OpenArithmetic, product: Product): boolean => {
  const block = blocks.find(({ products }) => products.includes(product))
  return block !== undefined && isKnown(block.columns.at(-1)!, block)
}

const WIDTH = 232
const HEIGHT = 40

interface Props {
  readonly open: OpenArithmetic
  readonly product: Product
}

/** The product over the whole sequence; what is not computed yet is faint. */
const OverSteps = ({ open, product }: Props): ReactElement => {
  const words = useWords()
  const { run, moment, language } = open.inspected
  const { layer } = run
  const { reversed } = layer
  const series = Array.from(
    { length: layer.T },
    (_, t) => (operandValues(layer, t, product.of)[product.index] ?? NaN) * product.weight,
  )
  const [low = 0, high = 0] = extent(series)
  const reach = Math.max(Math.abs(low), Math.abs(high)) || 1
  const x = scaleLinear([0, Math.max(1, layer.T - 1)], [4, WIDTH - 4])
  const y = scaleLinear([-reach, reach], [HEIGHT - 4, 4])
  const path = line<readonly [number, number]>(
    ([t]) => x(t),
    ([, value]) => y(value),
  )
  const points = series.map((value, t): readonly [number, number] => [t, value])
  const known = isKnownIn(open, product)
  // Where what is computed ends: its last step, or the first of a direction that runs from right to left.
  const edge = known ? moment.t : stepBefore(layer, moment.t)
  return (
    <>
      <h3>{words.overTime}</h3>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="arithmetic-over-time"
        role="img"
        aria-label={`${words.overTime}: ${words.overTimeText(formatNumber(low, language), formatNumber(high, language))}`}
      >
        <path className="arithmetic-zero" d={`M0 ${y(0)}H${WIDTH}`} />
        <path className="arithmetic-line arithmetic-ahead" d={path(points) ?? ''} />
        <path
          className="arithmetic-line"
          d={path(reversed ? points.slice(edge) : points.slice(0, edge + 1)) ?? ''}
        />
        <path className="arithmetic-now" d={`M${x(moment.t)} 0V${HEIGHT}`} />
        {known ? <circle cx={x(moment.t)} cy={y(series[moment.t] ?? 0)} r={3} /> : null}
      </svg>
    </>
  )
}

export const Detail = ({ open, product }: Props): ReactElement => {
  const words = useWords()
  const own = useRef<HTMLDivElement>(null)
  // Below a wide sheet it would open out of sight.
  // In braces: newer browsers answer with a promise, which is no way to clean up.
  useEffect(() => {
    // The focus would leave the map, which stands above.
    if (document.activeElement?.closest('.arithmetic-map')) return
    own.current?.scrollIntoView?.({ block: 'nearest' })
  }, [])
  const { inspected, blocks } = open
  const { unit, language, run, moment } = inspected
  const block = blocks.find(({ products }) => products.includes(product))
  const all = [...(block?.products ?? []), ...(block?.others ?? [])]
  const rank = 1 + all.filter((other) => Math.abs(other.product) > Math.abs(product.product)).length
  const isKnown = isKnownIn(open, product)
  const { of } = product
  const source = of.from === 'input' ? null : run.layer.program.slots[of.slot]
  const t = of.from === 'previous' ? moment.t + (run.layer.reversed ? 1 : -1) : moment.t
  const canGo = source?.named === true && t >= 0 && t < run.layer.T
  const marks = {
    'data-slot': product.parameter,
    'data-unit': unit,
    'data-input': product.index,
    'data-t': moment.t,
  }
  const effect = product.product > 0 ? words.raises : product.product < 0 ? words.lowers : words.adds
  return (
    <div className="arithmetic-detail" ref={own}>
      <button type="button" className="arithmetic-back" onClick={() => actions.setTerm(null)}>
        <PhaseBackIcon size={16} aria-hidden="true" />
        {words.allProducts}
      </button>
      <dl>
        <div>
          <dt>
            <OperandLabel inspected={inspected} of={of} index={product.index} />
          </dt>
          <dd>{formatExact(product.value, language)}</dd>
        </div>
        <div>
          <dt>
            × <ParameterLabel name={product.parameter} />
            <span className="inspector-unit">
              [{unit}, {product.index}]
            </span>
          </dt>
          <dd data-weight={product.parameter} data-row={unit} data-column={product.index}>
            {formatExact(product.weight, language)}
          </dd>
        </div>
        <div className="arithmetic-gives">
          <dt>= {words.product}</dt>
          <dd {...marks} data-value={isKnown ? product.product : undefined}>
            {isKnown ? formatExact(product.product, language) : UNKNOWN}
          </dd>
        </div>
      </dl>
      <p>
        {isKnown ? `${words.rank(rank, all.length)} ${effect} ` : ''}
        {words.sameWeight}
      </p>
      <OverSteps open={open} product={product} />
      {canGo && source ? (
        <button
          type="button"
          className="arithmetic-go"
          onClick={() => actions.select({ slot: source.name, unit: product.index, t })}
        >
          {words.goTo(`${source.name}[${product.index}], t = ${t}`)}
        </button>
      ) : null}
    </div>
  )
}
