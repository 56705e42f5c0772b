/** Bringing a scene on screen: its files, one run a cell, its words, and where the playhead starts. */
import { loadScene, type LoadedScene } from '../scenes/load.ts'
import { stopPlaying } from './clock.ts'
import { fetchFormulas } from './formulas.ts'
import { resolveView, type AskedView } from './resolve.ts'
import { failureOf, runExample, runMore, wantedCells } from './running.ts'
import { describeExample } from './sceneView.ts'
import { useStore } from './state.ts'
import { clearWishes, withoutWishes } from './wishes.ts'

/** Files of public/scenes, relative to the page; the last argument of fetch decides about the cache. */
const ask = async (path: string, again: boolean): Promise<Response> => {
  const response = await fetch(`${import.meta.env.BASE_URL}scenes/${path}`, again ? { cache: 'reload' } : {})
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return response
}

let newest = 0

const fetchScene = async (id: string, again: boolean): Promise<LoadedScene> => {
  const { loaded } = useStore.getState()
  if (loaded?.scene.id === id && !again) return loaded
  return loadScene(
    async (path) => (await ask(path, again)).text(),
    async (path) => new Uint8Array(await (await ask(path, again)).arrayBuffer()),
    id,
  )
}

/**
 * Shows a scene as asked; what the asked view leaves out is chosen from the scene's numbers. Of two
 * requests the later wins, whichever file comes first.
 */
export const showScene = async (request: AskedView & { readonly again?: boolean }): Promise<void> => {
  const turn = ++newest
  const scene = request.scene ?? useStore.getState().view.scene
  stopPlaying()
  clearWishes()
  const began = { ...useStore.getState().view, scene }
  // A fold by itself ends where another view takes over.
  const folding = request.folded === undefined ? {} : { foldingTo: null }
  useStore.setState({ status: 'loading', failure: null, hover: null, view: began, ...folding })
  try {
    // Side by side: the inspector of the shown cell is part of the first picture.
    const [loaded] = await Promise.all([
      fetchScene(scene, request.again ?? false),
      fetchFormulas(request.cell ?? began.cell),
    ])
    if (turn !== newest) return
    // A step that was begun meanwhile is one of the scene before.
    stopPlaying()
    const before = useStore.getState()
    const asked = withoutWishes(request, began, before.view)
    const examples = loaded.scene.examples.length
    const example = Math.min(Math.max(0, asked.example ?? 0), examples - 1)
    const cell = asked.cell ?? before.view.cell
    const isPlaced = asked.t !== undefined || asked.clock !== undefined
    const cells = wantedCells(
      loaded,
      example,
      { cell, compare: asked.compare ?? before.view.compare },
      isPlaced,
    )
    // Going back and forward in the same example runs nothing again.
    const isSame = loaded === before.loaded && example === before.view.example
    const ran = isSame ? runMore(before, cells) : runExample(loaded, example, cells)
    const scenes = describeExample(loaded, example)
    const resolved = resolveView({ ...asked, scene, example: asked.example ?? example }, before.view, {
      T: scenes.en.T,
      examples,
      runs: ran.runs,
    })
    useStore.setState({
      status: 'ready',
      loaded,
      original: loaded === before.loaded ? before.original : null,
      local: loaded === before.loaded ? before.local : [],
      span: loaded === before.loaded ? before.span : null,
      scenes,
      ...ran,
      view: resolved.view,
      notices: [...before.notices, ...resolved.notices],
    })
  } catch (error) {
    if (turn !== newest) return
    useStore.setState({
      status: 'error',
      failure: failureOf(error, `${scene}/scene.json`),
      loaded: null,
      original: null,
      local: [],
      scenes: null,
      runs: {},
      failures: {},
    })
  }
}
