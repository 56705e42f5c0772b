/** The Train page: the form, the run on its training clock, the example on its sequence clock. */
import { useEffect, useMemo, useRef, type ReactElement } from 'react'
import { useLanguage, useLoad, useMessages, useScene, useView, type SceneView } from '../../store/index.ts'
import { training } from '../../store/training.ts'
import { liveliest, useShownRun, type ShownRun } from '../../store/trainingHooks.ts'
import { useTraining } from '../../store/trainingState.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { UnitDownIcon, UnitUpIcon } from '../../ui/icons.ts'
import { timeScale } from '../../ui/timeScale.ts'
import { useLayout, useWidth } from '../../ui/useWidth.ts'
import { FailurePanel } from '../errors/FailurePanel.tsx'
import { LabNav } from '../labs/LabNav.tsx'
import { ActionBar } from './ActionBar.tsx'
import { Charts } from './Charts.tsx'
import { FormulaNumbers } from './FormulaNumbers.tsx'
import { GateMaps } from './GateMaps.tsx'
import { SequenceRuler } from './SequenceRuler.tsx'
import { Setup } from './Setup.tsx'
import { Tables } from './Tables.tsx'
import { TrainNotices } from './TrainNotices.tsx'
import { TrainStage } from './TrainStage.tsx'
import { cellName, formatWhole, useWords } from './words.ts'
import './train.css'
import './setup.css'
import '../stage/stage.css'

interface ViewProps {
  readonly shown: ShownRun
  readonly scene: SceneView
  readonly width: number
  readonly narrow: boolean
}

const RunView = ({ shown, scene: given, width, narrow }: ViewProps): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  // Whether a step has an output is the network's to say: the loss may lie elsewhere than the scene's.
  const { outputs } = shown.network.spec
  const scene = useMemo(() => ({ ...given, outputs }), [given, outputs])
  const { T } = scene
  const gutter = narrow ? 42 : 98
  const { H } = shown.network.parts[shown.part]!.program
  const t = useTraining((state) => Math.min(state.t, T - 1))
  const unit = useTraining((state) => Math.min(state.unit, H - 1))
  const scale = useMemo(
    () => timeScale({ T, start: gutter, width: width - gutter - (narrow ? 12 : 20), open: null, minimum: 2 }),
    [T, gutter, width, narrow],
  )
  const columns = { shown, scale, width, gutter, t, unit }
  return (
    <>
      <Charts shown={shown} width={width} narrow={narrow} />
      <section className="train-example">
        <div className="train-example-head">
          <h2 className="train-heading">
            {words.stage.title(cellName(shown.member.cell), formatWhole(shown.checkpoint.update, language))}
          </h2>
          <span className="train-unit">
            {words.stage.unit(unit)}
            <IconButton
              label={words.stage.unitDown}
              onClick={() => training.select({ unit: Math.max(0, unit - 1) })}
            >
              <UnitDownIcon size={16} aria-hidden="true" />
            </IconButton>
            <IconButton
              label={words.stage.unitUp}
              onClick={() => training.select({ unit: Math.min(H - 1, unit + 1) })}
            >
              <UnitUpIcon size={16} aria-hidden="true" />
            </IconButton>
          </span>
        </div>
        <TrainStage {...columns} scene={scene} />
        <SequenceRuler scale={scale} T={T} t={t} gutter={gutter} said={scene.said[t] ?? ''} />
      </section>
      <GateMaps shown={shown} scale={scale} T={T} gutter={gutter} t={t} unit={unit} />
      <FormulaNumbers shown={shown} t={t} unit={unit} gutter={gutter} />
      <Tables shown={shown} unit={unit} />
    </>
  )
}

export const TrainPage = (): ReactElement => {
  const words = useWords()
  const layout = useLayout()
  const id = useView((view) => view.scene)
  const scene = useScene()
  const shown = useShownRun()
  const { error } = useLoad()
  const failed = useMessages().errors.sceneFailed
  const main = useRef<HTMLElement>(null)
  const width = useWidth(main)
  useEffect(() => void training.openTask(id), [id])
  const resting = useTraining((state) => state.phase === 'resting' && (state.run?.update ?? 0) > 0)
  const layer = resting && shown ? shown.traceAt(shown.checkpoint).traces[shown.part] : undefined
  useEffect(() => {
    if (!layer) return
    const { t, unit } = liveliest(layer)
    training.suggest(t, unit)
  }, [layer])
  const opening = useTraining(({ phase, task }) => phase === 'opening' || task === null)
  const isWide = layout === 'wide'
  return (
    <div className={`train train-${layout}`}>
      <main className="train-page" id="stage" ref={main} tabIndex={-1} aria-label={words.page}>
        <LabNav />
        <ActionBar shown={shown} />
        <TrainNotices />
        {error ? <FailurePanel title={failed} failure={error} note={null} /> : null}
        {isWide ? null : (
          <details className="train-fold">
            <summary>{words.setup.title}</summary>
            <Setup />
          </details>
        )}
        {shown && scene?.id === id && width > 0 ? (
          <RunView shown={shown} scene={scene} width={width} narrow={layout === 'narrow'} />
        ) : (
          <p className="train-empty">{opening ? null : words.chart.empty}</p>
        )}
      </main>
      {isWide ? (
        <aside className="train-side" aria-label={words.setup.title}>
          <Setup />
        </aside>
      ) : null}
    </div>
  )
}
