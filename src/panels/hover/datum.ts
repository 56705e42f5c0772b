/**
 * A datum is one number of a run: slot, unit and timestep; of a weighted sum also which input, and then the
 * slot is the weights' name. Whatever shows a datum says so in its attributes, and nothing else is needed
 * for it to light up with all other pictures of the same number:
 *
 *   data-slot data-unit data-t               a value: f₉[7]; of x, data-component in place of data-unit
 *   data-slot data-unit data-input data-t    a product: W_f[7, 2] · x₉[2]
 *   data-weight data-row data-column         a weight, the same at every step
 *   data-carries="f@9 c@8 W_f"               a wire or symbol of all units of these slots and steps
 *   data-focus="f 7 9"                       what a part that takes the keyboard's focus stands for
 *   data-lane="gru"                          around all that belongs to one of several cells
 */
import type { Hover } from '../../store/index.ts'

const MARKS = '[data-slot][data-t]:is([data-unit], [data-component]), [data-weight][data-row][data-column]'

/** MathML elements of some browsers have no dataset. */
const read = (element: Element, name: string): string | null => element.getAttribute(`data-${name}`)

const inLane = (element: Element, hover: Hover): Hover => {
  const lane = element.closest('[data-lane]')
  return lane ? { ...hover, lane: read(lane, 'lane') ?? '' } : hover
}

/** The datum of the innermost mark around an element, or null. */
export const datumOf = (target: EventTarget | null, now: number): Hover | null => {
  const mark = target instanceof Element ? target.closest(MARKS) : null
  if (!mark) return null
  const weight = read(mark, 'weight')
  if (weight !== null)
    return inLane(mark, {
      slot: weight,
      unit: Number(read(mark, 'row')),
      input: Number(read(mark, 'column')),
      t: now,
    })
  const input = read(mark, 'input')
  return inLane(mark, {
    slot: read(mark, 'slot') ?? '',
    unit: Number(read(mark, 'unit') ?? read(mark, 'component')),
    t: Number(read(mark, 't')),
    ...(input === null ? {} : { input: Number(input) }),
  })
}

/** The value that the innermost mark around an element says, NaN where it says none. */
export const valueOf = (target: EventTarget | null): number => {
  const mark = target instanceof Element ? target.closest(MARKS) : null
  return Number((mark && read(mark, 'value')) ?? NaN)
}

/** The datum of a part that has the keyboard's focus, or null. */
export const focusedDatum = (element: Element | null, now: number): Hover | null => {
  const said = element ? read(element, 'focus') : null
  if (!element || said === null) return element?.matches(MARKS) ? datumOf(element, now) : null
  const [slot = '', unit, t] = said.split(' ')
  return inLane(element, { slot, unit: Number(unit), t: Number(t) })
}

/** Two CSS selectors: of what shows the datum alone, and of what carries it with others. */
export interface Selectors {
  readonly marks: string
  readonly wires: string
}

const is = (name: string, value: string | number): string => `[data-${name}=${JSON.stringify(String(value))}]`

export const selectorsOf = ({ slot, unit, t, input, lane }: Hover): Selectors => {
  const within = lane === undefined ? '' : `${is('lane', lane)} `
  const here = `${is('slot', slot)}${is('t', t)}`
  if (input !== undefined) {
    const weight = `${is('weight', slot)}${is('row', unit)}${is('column', input)}`
    const product = `${here}${is('unit', unit)}${is('input', input)}`
    return {
      marks: `${within}:is(${weight}, ${product})`,
      wires: `${within}[data-carries~=${JSON.stringify(slot)}]`,
    }
  }
  const own = slot === 'x' ? `:is(${is('unit', unit)}, ${is('component', unit)})` : is('unit', unit)
  return {
    // All lanes read the same x.
    marks: `${slot === 'x' ? '' : within}${here}${own}:not([data-input])`,
    wires: `${within}[data-carries~=${JSON.stringify(`${slot}@${t}`)}]`,
  }
}
