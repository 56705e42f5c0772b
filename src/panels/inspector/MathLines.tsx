/** A typeset formula as MathML elements, its placeholders filled, its terms linked to slots. */
import { createElement, type ReactElement, type ReactNode } from 'react'
import { isStep, type Filler } from './fills.ts'
import { fillLine, type MathAtom, type MathElement, type MathLine } from '../../describe/mathLine.ts'

const isTone = (name: string): boolean => /^[a-z]+$/.test(name)

const content = ({ children }: MathElement): ReactNode =>
  typeof children === 'string'
    ? children
    : children.map((child, k) =>
        // Children of a symbol never move.
        createElement(child.tag, { key: k, ...child.attributes, className: classOf(child) }, content(child)),
      )

const classOf = ({ tone, fill }: MathElement): string | undefined => {
  const classes = [
    ...(tone !== undefined && isTone(tone) ? [`math-tone math-${tone}`] : []),
    ...(fill !== undefined && !/^[tp]$/.test(fill) ? ['math-number'] : []),
  ]
  return classes.length > 0 ? classes.join(' ') : undefined
}

interface AtomProps {
  readonly atom: MathAtom
  readonly filler: Filler
}

const Atom = ({ atom: { element, terms }, filler }: AtomProps): ReactElement => {
  const own = classOf(element)
  const value = element.fill === undefined ? null : filler.valueOf(element.fill)
  const term = terms.at(-1)
  return createElement(
    element.tag,
    {
      ...element.attributes,
      className: term === undefined ? own : `math-term ${own ?? ''}`,
      'data-term': term,
      ...(term === undefined ? {} : filler.marksOf(term, value !== null)),
      'data-value': value === null ? undefined : String(value),
    },
    content(element),
  )
}

interface Props {
  readonly lines: readonly MathLine[]
  readonly filler: Filler
  /** Break before any "=" where there is no room, as numbers of any length need. */
  readonly steps?: boolean
  readonly className?: string
}

const isOperator = ({ element }: MathAtom, ...texts: readonly string[]): boolean =>
  element.tag === 'mo' && typeof element.children === 'string' && texts.includes(element.children)

/** A line cut before each "="; the first stays with what stands before it. */
const stepsOf = (line: MathLine): readonly MathLine[] =>
  line.reduce<readonly MathLine[]>((steps, atom) => {
    const last = steps.at(-1)
    const begins = !last || (isOperator(atom, '=') && last.some((own) => isOperator(own, '=')))
    return begins ? [...steps, [atom]] : [...steps.slice(0, -1), [...last, atom]]
  }, [])

/** The widest text that a number usually has: a sign and three digits below 0.1. */
const WIDEST = '\u22120.0888'

/** Fills formulas to find out how much room they may need; stands for no datum. */
const widestOf = (filler: Filler): Filler => ({
  textOf: (fill) => (isStep(fill) ? filler.textOf(fill) : WIDEST),
  valueOf: () => null,
  marksOf: () => ({}),
})

const Lines = ({ lines, filler, steps = false, className = '' }: Props): ReactElement => (
  <div className={`math-lines ${steps ? 'math-lines-steps' : ''} ${className}`}>
    {(steps ? lines.flatMap(stepsOf) : lines).map((line, k) =>
      // Lines of a formula never move. React's types know no MathML.
      createElement(
        'math',
        { key: k },
        createElement(
          'mrow',
          null,
          fillLine(line, filler.textOf).map((atom, j) => <Atom key={j} atom={atom} filler={filler} />),
        ),
      ),
    )}
  </div>
)

/** With steps, the height stays the same whatever the numbers are: what stands below must not jump. */
export const MathLines = (props: Props): ReactElement =>
  props.steps ? (
    <div className={`math-room ${props.className ? `${props.className}-room` : ''}`}>
      <Lines {...props} />
      <div className="math-widest" aria-hidden="true">
        <Lines {...props} filler={widestOf(props.filler)} />
      </div>
    </div>
  ) : (
    <Lines {...props} />
  )
