/** A browser's frames by hand: motion is wanted, and time passes when the test says so. */
import { vi } from 'vitest'

export interface Frames {
  /** Lets time pass, frame by frame. */
  readonly pass: (ms: number) => void
  /** Whether anything waits for a frame. */
  readonly waiting: () => boolean
}

const FRAME_MS = 1000 / 60

export const useFrames = (): Frames => {
  let now = 0
  let next = 1
  const asked = new Map<number, FrameRequestCallback>()
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    asked.set(next, callback)
    return next++
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => asked.delete(id))
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('no-preference'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  const frame = (): void => {
    now += FRAME_MS
    const callbacks = [...asked.values()]
    asked.clear()
    for (const callback of callbacks) callback(now)
  }
  return {
    pass: (ms) => {
      const frames = Math.ceil(ms / FRAME_MS)
      for (let k = 0; k < frames; k++) frame()
    },
    waiting: () => asked.size > 0,
  }
}
