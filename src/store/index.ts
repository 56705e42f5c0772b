/** The store's public face: hooks to read, actions to change, the engine's readers of a trace. */
export { at, carryInto, parameterView, plane } from '../engine/index.ts'
export {
  formatExact,
  formatLoss,
  formatNumber,
  formatWhole,
  formatPercent,
  LANGUAGES,
  type Language,
  type Messages,
} from '../i18n/index.ts'
export { useAbout, type About, type CellResult } from './about.ts'
export { actions } from './actions.ts'
export { prefetchFormulas } from './formulas.ts'
export { forecastOf, useSeries, type Forecast, type Series, type SeriesForecast } from './forecast.ts'
export { connectAddress } from './history.ts'
export { connectGlide } from './gliding.ts'
export {
  onPlace,
  onProgress,
  playheadNow,
  placeNow,
  progressNow,
  unitNow,
  useExampleChoices,
  useFolding,
  useForm,
  useHover,
  useKeys,
  useLanguage,
  useLoad,
  useLocalTraining,
  useMessages,
  useMoment,
  useNotices,
  usePauses,
  usePhase,
  usePlaying,
  useRun,
  useRunFailure,
  useScene,
  useSceneChoices,
  useSceneText,
  useSceneTitle,
  useSpan,
  useTheme,
  useView,
  useWords,
} from './hooks.ts'
export { selectInLane } from './lanes.ts'
export { isTop, placeOf } from './parts.ts'
export type { CellId, CellRun, SceneView } from './runs.ts'
export { followSystemTheme, useStore, type Failure, type Hover, type Notice } from './state.ts'
export { CELL_CHOICES, clockAt, isMostlyFolded, LABS, momentOf, PAGES, SPEEDS, stepOfSource } from './view.ts'
export type { CellChoice, Form, Lab, Moment, Page, Phase } from './view.ts'
