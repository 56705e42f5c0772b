/** TeX to lines of MathML atoms, at build time: temml's markup read into plain data, then broken into lines. */
import temml from 'temml'

import type { MathAtom, MathElement, MathLine } from '../../src/describe/mathLine.ts'

interface Markup {
  readonly tag: string
  readonly classes: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Markup | string)[]
}

/** What of temml's attributes the page needs. Styles are left out: jsdom lacks them on MathML. */
const KEPT = new Set(['fence', 'form', 'stretchy', 'mathvariant', 'width'])

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** Reads the well-formed markup that temml writes. */
const parse = (markup: string): Markup => {
  const root: Markup = { tag: 'root', classes: [], attributes: {}, children: [] }
  const open = [root]
  for (const [, close, tag, attributes = '', text] of markup.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    const top = open.at(-1) ?? root
    if (text !== undefined) top.children.push(text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity))
    else if (close) open.pop()
    else if (tag !== undefined) {
      const all = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k = '', v = '']) => [k, v] as const)
      const classes = (all.find(([k]) => k === 'class')?.[1] ?? '').split(' ').filter(Boolean)
      const element: Markup = {
        tag,
        classes,
        attributes: Object.fromEntries(all.filter(([k]) => KEPT.has(k))),
        children: [],
      }
      top.children.push(element)
      if (!attributes.endsWith('/')) open.push(element)
    }
  }
  return root
}

const isElement = (child: Markup | string): child is Markup => typeof child !== 'string'

const suffix = (classes: readonly string[], prefix: string): string | undefined =>
  classes.find((name) => name.startsWith(prefix))?.slice(prefix.length)

/** Takes off the wrappers that temml puts around upright letters. */
const unwrapped = (markup: Markup): Markup => {
  const elements = markup.children.filter((child) => isElement(child) && child.tag !== 'mspace')
  const [only] = elements
  const wrapper = markup.classes.length === 0 && ['mrow', 'mpadded'].includes(markup.tag)
  return wrapper && elements.length === 1 && only && isElement(only) ? unwrapped(only) : markup
}

const toElement = (markup: Markup): MathElement => {
  const { tag, classes, attributes, children } = unwrapped(markup)
  const fill = suffix(classes, 'fill-')
  const tone = suffix(classes, 'tone-')
  const elements = children.filter(isElement).filter((child) => child.tag !== 'mspace')
  const text = children.map((child) => (isElement(child) ? '' : child)).join('')
  // Names of functions are upright, as σ is here; single letters are variables.
  const name = tag === 'mi' && (text.length > 1 || text === 'σ')
  const upright = name ? { ...attributes, mathvariant: 'normal' } : attributes
  return {
    tag,
    ...(Object.keys(upright).length > 0 && { attributes: upright }),
    ...(fill !== undefined && { fill }),
    ...(tone !== undefined && { tone }),
    children: elements.length > 0 ? elements.map(toElement) : text,
  }
}

/** Rows dissolve into their atoms, which inherit the rows' terms: only so can a line break within a term. */
const atomsOf = (markup: Markup, terms: readonly string[]): MathAtom[] => {
  const own = markup.classes.filter((name) => !/^(fill|tone)-/.test(name))
  const all = [...terms, ...own]
  if (['root', 'math', 'mrow', 'semantics'].includes(markup.tag))
    return markup.children.filter(isElement).flatMap((child) => atomsOf(child, all))
  return [{ element: toElement(markup), terms: all }]
}

/** Width in letters, roughly: subscripts are smaller, placeholders hold a number such as −2.69. */
const widthOf = ({ tag, fill, attributes, children }: MathElement): number => {
  if (fill === 't' || fill === 'p') return 1.5
  if (fill !== undefined) return 4.4
  if (tag === 'mspace') return 0.3
  if (tag === 'mo') return children === '\u2061' ? 0 : attributes?.['fence'] ? 0.7 : 2
  if (typeof children === 'string') return children.length
  const widths = children.map(widthOf)
  return tag === 'msub' ? (widths[0] ?? 0) + 0.7 * (widths[1] ?? 0) : widths.reduce((a, b) => a + b, 0)
}

const isOperator = ({ element }: MathAtom, ...texts: readonly string[]): boolean =>
  element.tag === 'mo' && typeof element.children === 'string' && texts.includes(element.children)

/** Breaks at the shallowest operator, then at the last that fits; the operator begins the next line. */
const breakLine = (atoms: MathLine, limit: number): MathLine[] => {
  let depth = 0
  let width = 0
  let best: { readonly at: number; readonly depth: number } | null = null
  for (const [k, atom] of atoms.entries()) {
    if (isOperator(atom, ')')) depth -= 1
    if (k > 1 && width <= limit && isOperator(atom, '+', '=', '−') && (!best || depth <= best.depth))
      best = { at: k, depth }
    if (isOperator(atom, '(')) depth += 1
    width += widthOf(atom.element)
  }
  // The first "=" of a symbols' line stays with its left side.
  if (width <= limit || !best || best.at < 3) return [atoms]
  return [atoms.slice(0, best.at), ...breakLine(atoms.slice(best.at), limit)]
}

/**
 * Typesets TeX.
 * @param limit letters a line
 * @throws Error from temml, with the place in the TeX, when it cannot be read.
 */
export const typeset = (tex: string, limit = 36): readonly MathLine[] => {
  const markup = temml.renderToString(tex, { trust: true, throwOnError: true })
  return breakLine(atomsOf(parse(markup), []), limit)
}
