/** A loaded scene on screen for tests of the laboratories; jsdom lays nothing out, so a width is given. */
import { act } from '@testing-library/react'
import { loadScene } from '../../../src/scenes/load.ts'
import { useStore } from '../../../src/store/index.ts'
import { runExample } from '../../../src/store/running.ts'
import { describeExample } from '../../../src/store/sceneView.ts'
import { INITIAL_VIEW, type View } from '../../../src/store/view.ts'
import { fetchBytes, fetchText } from '../../scenes/files.ts'

class NoLayout {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** Gives every element a width in px. */
export const giveWidth = (width: number): void => {
  globalThis.ResizeObserver = NoLayout
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => width })
}

/** Shows a scene's example in a laboratory. */
export const showLab = async (view: Partial<View>): Promise<void> => {
  const loaded = await loadScene(fetchText, fetchBytes, view.scene ?? 'recall')
  const example = view.example ?? 0
  act(() =>
    useStore.setState({
      status: 'ready',
      loaded,
      scenes: describeExample(loaded, example),
      ...runExample(loaded, example),
      view: { ...INITIAL_VIEW, page: 'train', ...view },
      language: 'en',
    }),
  )
}
