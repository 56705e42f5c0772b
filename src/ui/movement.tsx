/**
 * Things that move every frame without React: each says its place as a function of the frame, and a
 * stagehand that lives as long as their panel puts all of them there. React renders what they are; what a
 * place sets is set by nobody else.
 */
import {
  createContext,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type Context,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react'
import { unsetStyle } from './unsetStyle.ts'

/** Attributes of an SVG element, CSS properties of an HTML element; custom properties of both. Null: none. */
export type Attributes = Readonly<Record<string, string | number | null>>

type Place<F> = (frame: F) => Attributes

interface Mover<F> {
  readonly element: Element
  readonly at: Place<F>
}

const set = (element: Element, name: string, value: string | null): void => {
  if (element instanceof HTMLElement || name.startsWith('--')) {
    const styled = element as HTMLElement | SVGElement
    if (value === null) unsetStyle(styled, name)
    else styled.style.setProperty(name, value)
  } else if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}

/** Numbers of a place are told apart to a thousandth of a px. */
const written = (value: string | number | null): string | null =>
  typeof value === 'number' ? String(Math.round(value * 1e3) / 1e3) : value

export class Stagehand<F> {
  readonly #movers = new Map<object, Mover<F>>()
  /** What was last set, so that only what changes is touched. */
  readonly #last = new WeakMap<Element, Map<string, string | null>>()
  #frame: F | null = null

  /** Keeps a thing in its place from now on, `key` being whatever stands for it. */
  keep(key: object, element: Element, at: Place<F>): void {
    const mover = { element, at }
    this.#movers.set(key, mover)
    if (this.#frame !== null) this.#put(mover, this.#frame)
  }

  forget(key: object): void {
    this.#movers.delete(key)
  }

  /** Puts everything where it is in this frame. */
  show(frame: F): void {
    this.#frame = frame
    for (const mover of this.#movers.values()) this.#put(mover, frame)
  }

  #put({ element, at }: Mover<F>, frame: F): void {
    const last = this.#last.get(element) ?? new Map<string, string | null>()
    this.#last.set(element, last)
    const place = at(frame)
    // No list of entries: of hundreds of parts at every frame, they were a seventh of all that had to be collected.
    for (const name in place) {
      const value = written(place[name] ?? null)
      if (last.get(name) === value) continue
      last.set(name, value)
      set(element, name, value)
    }
  }
}

type Tag = 'g' | 'rect' | 'path' | 'text' | 'div' | 'section' | 'canvas' | 'circle'

interface PartProps<F> {
  readonly as: Tag
  readonly at: Place<F>
  readonly children?: ReactNode
  /** Who else needs the element. */
  readonly inner?: RefObject<Element | null>
  readonly [attribute: string]: unknown
}

export interface Movement<F> {
  readonly Stage: Context<Stagehand<F> | null>
  /** An element that moves. */
  readonly Part: (props: PartProps<F>) => ReactElement
}

/** The parts of one kind of panel, whose frames are F. */
export const movementOf = <F,>(): Movement<F> => {
  const Stage = createContext<Stagehand<F> | null>(null)
  const Part = ({ as, at, inner, children, ...rest }: PartProps<F>): ReactElement => {
    const own = useRef<Element>(null)
    const ref = inner ?? own
    const hand = use(Stage)
    useLayoutEffect(() => {
      if (ref.current) hand?.keep(ref, ref.current, at)
    })
    useEffect(() => () => hand?.forget(ref), [hand, ref])
    // The tags take the same attributes; their types cannot say so.
    const Tag = as as 'g'
    return (
      <Tag {...rest} ref={ref as RefObject<SVGGElement | null>}>
        {children}
      </Tag>
    )
  }
  return { Stage, Part }
}

/**
 * The stagehand of a panel: shows the frame after every render, and whenever `listen` calls back.
 * @param frameNow the frame as things stand; read anew each time
 * @param listen starts calling back; returns how to stop
 */
export const useStagehand = <F,>(
  frameNow: () => F,
  listen: (listener: () => void) => () => void,
): Stagehand<F> => {
  const [hand] = useState(() => new Stagehand<F>())
  const newest = useRef(frameNow)
  useLayoutEffect(() => {
    newest.current = frameNow
    hand.show(frameNow())
  })
  useEffect(() => listen(() => hand.show(newest.current())), [hand, listen])
  return hand
}
