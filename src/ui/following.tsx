/**
 * Panels that follow: what the reader does is painted first where it is done, on the stage, and these panels
 * render after that. While changes come quickly they take a part of the time at most: all of them together wait
 * several times as long as they took to render, so that what is scrubbed keeps moving on a slow machine, and a
 * fast one waits for little more than a frame.
 *
 * A panel renders only when its properties change. What it shows of the moment must come as properties, all
 * together, so that it does not mix two moments. Its own keys and buttons start from the store, read when they are
 * used; a field in it shows what the store has.
 */
import {
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type FunctionComponent,
  type ReactElement,
} from 'react'
import { flushSync } from 'react-dom'
import { afterPainting } from './afterPainting.ts'

/** Panels that follow wait for so many times as long as they took to render. Styles and painting come on top. */
const WAIT = 8

/** They wait no longer than this. */
const LONGEST_WAIT_MS = 150

const waiting = new Set<() => void>()
let isAsked = false
let renderedAt = -Infinity
let took = 0

const render = (): void => {
  isAsked = false
  const start = performance.now()
  const all = [...waiting]
  waiting.clear()
  // In one go: React commits them together.
  flushSync(() => {
    for (const show of all) show()
  })
  renderedAt = performance.now()
  took = renderedAt - start
}

/** Calls back together with all others, after the next painting, or once enough time has passed. */
const follow = (show: () => void): void => {
  waiting.add(show)
  if (isAsked) return
  isAsked = true
  const wait = renderedAt + Math.min(WAIT * took, LONGEST_WAIT_MS) - performance.now()
  if (wait > 0) setTimeout(() => afterPainting(render), wait)
  else afterPainting(render)
}

let isOn = false

/** Panels follow from now on; before, they show at once what they are given. Returns how to stop. */
export const letPanelsFollow = (): (() => void) => {
  isOn = true
  renderedAt = -Infinity
  took = 0
  return () => {
    isOn = false
  }
}

const isSame = (a: object, b: object): boolean => {
  const [left, right] = [Object.entries(a), b as Record<string, unknown>]
  return left.length === Object.keys(b).length && left.every(([key, value]) => Object.is(value, right[key]))
}

const useFollowed = <P extends object>(newest: P): P => {
  const [shown, setShown] = useState(newest)
  const latest = useRef(newest)
  const [show] = useState(() => () => setShown(latest.current))
  useLayoutEffect(() => {
    latest.current = newest
  })
  useEffect(() => {
    if (isOn && !isSame(newest, shown)) follow(show)
  })
  useEffect(() => () => void waiting.delete(show), [show])
  return isOn ? shown : newest
}

export const following = <P extends object>(Panel: FunctionComponent<P>): FunctionComponent<P> => {
  const Still = memo<P>(Panel)
  const Following = (props: P): ReactElement => <Still {...useFollowed(props)} />
  return Following
}
