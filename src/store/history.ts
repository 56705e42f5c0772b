/** Keeps address and view in step: the address is read at the start and on back and forward, and written. */
import { formatAddress, LEFT_OUT, parseAddress } from './address.ts'
import { showScene } from './loading.ts'
import { useStore, type State } from './state.ts'
import type { AskedView } from './resolve.ts'
import { isMostlyFolded, type View } from './view.ts'
import { beforeWishes } from './wishes.ts'

/** Writing takes some milliseconds and browsers refuse more than some hundred a minute: scrubbing waits for its end. */
const QUIET_MS = 250

/** Changes of what is looked at get an entry in the history; moving about in it does not. */
const place = (view: View): string => {
  const { page, lab, scene, example, cell, layer, direction, compare, open, reading } = view
  return [
    page,
    lab,
    scene,
    example,
    // Side by side, which cell has the selection is no place.
    compare ? null : cell,
    layer,
    direction,
    compare,
    isMostlyFolded(view),
    open !== null,
    reading,
  ].join(' ')
}

/** While the scene comes in, the clock runs or the chain folds, the address waits for where it ends. */
const isMoving = ({ status, playing, steppingTo, foldingTo }: State): boolean =>
  status !== 'ready' || playing || steppingTo !== null || foldingTo !== null

/** Follows the address from now on; returns how to stop. */
export const connectAddress = (): (() => void) => {
  let written = ''
  let request: AskedView = {}
  let writtenPlace: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isFollowing = false

  const follow = (): void => {
    const hash = window.location.hash.replace(/^#/, '')
    if (hash === written && hash !== '') return
    written = hash
    const { asked, notices } = parseAddress(hash)
    useStore.setState({ notices })
    request = { ...LEFT_OUT, ...asked }
    // What moves stops for it; where it stops is no place that anybody chose.
    isFollowing = true
    void showScene(request)
    isFollowing = false
    clearTimeout(timer)
    timer = undefined
    // A view that comes from the address replaces its entry when it is completed.
    writtenPlace = null
  }

  const put = (view: View): void => {
    const hash = formatAddress(view)
    if (hash === written) return
    const entry = writtenPlace === place(view) ? 'replaceState' : 'pushState'
    window.history[entry](null, '', `#${hash}`)
    written = hash
    writtenPlace = place(view)
  }

  const write = (): void => {
    timer = undefined
    const state = useStore.getState()
    if (!isMoving(state)) put(state.view)
  }

  const unsubscribe = useStore.subscribe((state, before) => {
    if (state.view === before.view && isMoving(state) === isMoving(before)) return
    if (isFollowing || isMoving(state)) return
    // Where an address led to is its place, however it is completed: the next one gets an entry of its own, also
    // when the reader went there before the scene had come in.
    writtenPlace ??= place({
      ...beforeWishes(state.view, request),
      scene: request.scene ?? state.view.scene,
    })
    // A new place is written at once, so that quick changes do not melt into one entry.
    if (writtenPlace !== place(state.view)) {
      // Where the place before was left is what leads back to it.
      if (timer !== undefined) put(before.view)
      clearTimeout(timer)
      write()
    } else {
      clearTimeout(timer)
      timer = setTimeout(write, QUIET_MS)
    }
  })
  window.addEventListener('popstate', follow)
  window.addEventListener('hashchange', follow)
  follow()
  return () => {
    clearTimeout(timer)
    unsubscribe()
    window.removeEventListener('popstate', follow)
    window.removeEventListener('hashchange', follow)
  }
}
