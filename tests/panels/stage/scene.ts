/** Scenes in the store, as the page would have them: from the shipped files, or from one network a cell. */
import { buildNetwork, cellOf, run, type NetworkSpec, type Sequence } from '../../../src/engine/index.ts'
import { loadFormulas } from '../../../src/describe/formulas.ts'
import { loadScene } from '../../../src/scenes/load.ts'
import { runExample } from '../../../src/store/running.ts'
import type { CellRun, SceneView } from '../../../src/store/runs.ts'
import { describeExample } from '../../../src/store/sceneView.ts'
import { initialState, useStore } from '../../../src/store/state.ts'
import { CELL_CHOICES, clockAt, INITIAL_VIEW, type View } from '../../../src/store/view.ts'
import { evenForm, lensForm, timeScale, type ScaleForm, type TimeScale } from '../../../src/ui/timeScale.ts'
import { fetchBytes, fetchText } from '../../scenes/files.ts'

type Asked = Partial<Omit<View, 'clock'>> & { readonly t?: number; readonly phase?: 1 | 2 | 3 | 4 | 5 | 6 }

const viewOf = ({ t = 9, phase = 4, ...rest }: Asked): View => ({
  ...INITIAL_VIEW,
  unit: 7,
  ...rest,
  clock: clockAt(t, phase),
})

/** Shows the first example of a shipped scene. */
export const showScene = async (id: string, asked: Asked = {}): Promise<void> => {
  const loaded = await loadScene(fetchText, fetchBytes, id)
  // As on the page: no panel waits for its formulas.
  await Promise.all(CELL_CHOICES.map((cell) => loadFormulas(cell)))
  useStore.setState({
    ...initialState(),
    language: 'en',
    status: 'ready',
    loaded,
    scenes: describeExample(loaded, 0),
    ...runExample(loaded, 0),
    view: viewOf({ scene: id, ...asked }),
  })
}

/** Shows one LSTM with weights made from sines: for sizes that no shipped scene has. */
export const showNetwork = async (
  { input, readout, outputs, H, sequence }: Omit<NetworkSpec, 'layers'> & { H: number; sequence: Sequence },
  scene: Partial<SceneView>,
  asked: Asked = {},
): Promise<CellRun> => {
  await showScene('recall', asked)
  const network = buildNetwork({
    input,
    readout,
    outputs,
    layers: [{ cell: 'lstm', size: H, direction: 'forward' }],
  })
  const parameters = Float64Array.from({ length: network.parameterCount }, (_, k) => Math.sin(3 * k + 1) / 2)
  const trace = run(network, parameters, sequence)
  const { T } = trace
  const view: SceneView = {
    ...useStore.getState().scenes!.en,
    id: 'test',
    T,
    I: network.I,
    features: Array.from({ length: network.I }, (_, k) => `x${k}`),
    featureKinds: Array.from({ length: network.I }, () => 'signed' as const),
    marks: Array.from({ length: T }, () => null),
    said: Array.from({ length: T }, (_, t) => `said ${t}`),
    outputs,
    outputNames: [],
    targets: Array.from({ length: T }, () => null),
    ...scene,
  }
  const { record } = useStore.getState().runs.lstm!
  const made: CellRun = {
    cellId: 'lstm',
    cell: cellOf('lstm'),
    network,
    parameters,
    trace,
    part: 0,
    layer: trace.traces[0]!,
    record,
  }
  useStore.setState({ runs: { lstm: made }, scenes: { en: view, es: view } })
  return made
}

/** The page's scale for a main column of some width. */
export const scaleFor = (T: number, t: number | null, width = 1104): TimeScale =>
  timeScale({ T, start: 98, width: width - 118, open: t === null ? null : { t, lens: 500 } })

/** The page's forms for a main column of some width. */
export const formsFor = (T: number, width = 1104): readonly [ScaleForm, ScaleForm] => {
  if (width < 700) {
    const even = evenForm({ T, start: 30, width: width - 42, minimum: 6 })
    return [even, even]
  }
  const options = { T, start: 98, width: width - 118 }
  return [lensForm({ ...options, lens: 500 }), evenForm(options)]
}
