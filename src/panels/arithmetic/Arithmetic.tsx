/**
 * The open arithmetic: an equation of the open cell, enlarged in place over the stage. Three levels: the
 * card on the stage, its rows against what they read, one product; Escape goes one level back.
 */
import { useEffect, useLayoutEffect, useRef, type ReactElement, type RefObject } from 'react'
import { typesetFormula } from '../../describe/formulas.ts'
import { termText } from '../../describe/term.ts'
import { actions, formatNumber } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { CloseIcon } from '../../ui/icons.ts'
import { BreakdownTable } from '../inspector/BreakdownTable.tsx'
import { Curve } from '../inspector/Curve.tsx'
import { fillerOf } from '../inspector/fills.ts'
import { MathLines } from '../inspector/MathLines.tsx'
import { Detail } from './Detail.tsx'
import { Sheet } from './Sheet.tsx'
import { roundingOf, useOpened, type OpenArithmetic } from './useOpened.ts'
import { UnitField } from './UnitField.tsx'
import { WeightMap } from './WeightMap.tsx'
import { useWords } from './words.ts'
import './arithmetic.css'
import './aside.css'
import './sheet.css'

const KEYS = 'arithmetic-keys'

/** The part of the stage that stands for an equation, or nothing. */
const stopOf = (equation: string): HTMLElement | SVGElement | null =>
  document.querySelector<SVGElement>(`[data-stop=${JSON.stringify(equation)}]`)

/** The focus comes to the sheet and goes back to where it was, or to the equation's part of the stage. */
const useFocus = (
  equation: string,
): { readonly panel: RefObject<HTMLElement | null>; readonly close: () => void } => {
  const panel = useRef<HTMLElement>(null)
  const opener = useRef<Element | null>(null)
  const last = useRef(equation)
  useLayoutEffect(() => {
    last.current = equation
  }, [equation])
  useLayoutEffect(() => {
    const { activeElement } = document
    const own = panel.current
    if (!own) return undefined
    // Grows out of its card.
    const from = stopOf(equation)?.getBoundingClientRect()
    const box = own.getBoundingClientRect()
    if (from)
      own.style.transformOrigin = `${from.left + from.width / 2 - box.left}px ${from.top + from.height / 2 - box.top}px`
    if (activeElement && activeElement !== document.body) {
      opener.current = activeElement
      own.focus({ preventScroll: true })
    }
    // Back and forward close the sheet too: the focus that is in it is not lost with it.
    return () => {
      if (own.contains(document.activeElement)) stopOf(last.current)?.focus({ preventScroll: true })
    }
    // Once, when it opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const close = (): void => {
    const back = opener.current?.isConnected ? opener.current : null
    actions.closeArithmetic()
    const target = back instanceof HTMLElement ? back : stopOf(equation)
    target?.focus({ preventScroll: true })
  }
  return { panel, close }
}

/** The formula in numbers and the point on the curve, or one product. */
const Aside = ({ open }: { readonly open: OpenArithmetic }): ReactElement => {
  const { inspected, product, equation, blocks } = open
  const words = useWords()
  const cut = blocks.find(({ others }) => others.length > 0)
  const left = blocks.flatMap((block) => {
    if (block.slot.op !== 'affine' || !open.isKnown(block.columns.at(-1)!, block)) return []
    const rounding = roundingOf(block).left
    return rounding === null ? [] : [{ slot: block.slot.name, rounding }]
  })
  return (
    <div className="arithmetic-aside">
      {cut ? <WeightMap open={open} block={cut} /> : null}
      {product ? (
        <Detail key={termText(product)} open={open} product={product} />
      ) : (
        <>
          <MathLines
            steps
            lines={typesetFormula(inspected.formulas, equation).numbers}
            filler={fillerOf(inspected)}
          />
          <Curve inspected={inspected} />
        </>
      )}
      {cut ? (
        <p className="arithmetic-note">
          {words.sorted(cut.products.length, cut.products.length + cut.others.length)}
        </p>
      ) : null}
      {left.map(({ slot, rounding }) => (
        <p key={slot} className="arithmetic-note" data-rounding={slot} data-value={rounding}>
          {words.rounding(formatNumber(rounding, inspected.language))}
        </p>
      ))}
    </div>
  )
}

interface Props {
  /** On a narrow screen products stand below each other. */
  readonly narrow: boolean
}

const Panel = ({ open, narrow }: Props & { readonly open: OpenArithmetic }): ReactElement => {
  const words = useWords()
  const { inspected, equation, term } = open
  const { run, moment, language } = inspected
  const { panel, close } = useFocus(equation)
  const { role, words: names } = run.cell.equations[equation] ?? { role: 'hidden', words: { en: '', es: '' } }
  const title = words.title(names[language] || equation, moment.t)

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      if (term === null) close()
      else {
        actions.setTerm(null)
        if (!panel.current?.contains(document.activeElement)) return
        // The button that had the focus may go with the product.
        requestAnimationFrame(() =>
          (panel.current?.querySelector<HTMLElement>('td[tabindex="0"]') ?? panel.current)?.focus(),
        )
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  return (
    <section
      ref={panel}
      className={`arithmetic ${narrow ? 'arithmetic-narrow' : ''}`}
      role="dialog"
      aria-label={title}
      aria-describedby={KEYS}
      tabIndex={-1}
    >
      <p className="visually-hidden" id={KEYS}>
        {words.keys}
      </p>
      <header className="arithmetic-head">
        <h2>
          <i style={{ color: toneVariable(role) }}>{equation}</i> {names[language]}
        </h2>
        <span className="arithmetic-time">t = {moment.t}</span>
        <UnitField unit={inspected.unit} units={inspected.units} />
        <IconButton label={words.close} onClick={close}>
          <CloseIcon size={18} aria-hidden="true" />
        </IconButton>
      </header>
      <div className="arithmetic-body">
        {narrow && open.blocks.some(({ slot }) => slot.op === 'affine') ? (
          <BreakdownTable inspected={inspected} most={NARROW_MOST} onProduct={actions.setTerm} />
        ) : null}
        <div className="arithmetic-scroll">
          <Sheet open={open} />
        </div>
        <Aside open={open} />
      </div>
    </section>
  )
}

/** On a narrow screen so many products have a line. */
const NARROW_MOST = { whole: 24, half: 16 }

export const Arithmetic = ({ narrow }: Props): ReactElement | null => {
  const open = useOpened()
  return open ? <Panel open={open} narrow={narrow} /> : null
}
