/**
 * Compare: three cells on one sequence and one clock, each in a lane, and a layer without memory as a
 * fourth when it is switched on; equal jobs stand in one column.
 */
import { useMemo, type ReactElement } from 'react'
import { isBefore } from '../../describe/order.ts'
import { phaseOf } from '../../describe/phases.ts'
import { formatNumber } from '../../i18n/index.ts'
import {
  useLanguage,
  useMessages,
  useMoment,
  useScene,
  useTheme,
  useView,
  type Moment,
  type SceneView,
} from '../../store/index.ts'
import { scaleBetween, type ScaleForm } from '../../ui/timeScale.ts'
import { BandsMovement } from '../bands/movement.ts'
import { useBandsHand } from '../bands/useBandsHand.ts'
import { ChainRibbon } from './ChainRibbon.tsx'
import { CompareColumn } from './CompareColumn.tsx'
import { compareGeometries, laneStage, laneTop, lensSpans } from './compareGeometry.ts'
import { CompareHead, JobTints } from './CompareHead.tsx'
import { fittingMarks, numberEvery } from './fitting.ts'
import { FourthLane } from './FourthLane.tsx'
import { NAME_X } from './Gutter.tsx'
import { LaneBody } from './LaneBody.tsx'
import { useLane, type LaneRun } from './lanes.ts'
import { LaneTitle } from './LaneTitle.tsx'
import { Part, StageMovement, translate, type StageScene } from './movement.ts'
import { Outside } from './OpenBox.tsx'
import { outputReach } from './outputMarks.ts'
import { paletteOf } from './palette.ts'
import { Phases } from './Phases.tsx'
import { PhasesPlace } from './PhasesPlace.tsx'
import { ribbonLanes } from './ribbonLanes.ts'
import { MOBILE_BELOW } from './stageGeometry.ts'
import { shapeOf } from './stageShape.ts'
import { Step } from './Step.tsx'
import { Steps } from './Steps.tsx'
import { stepText } from './stepText.ts'
import { Tip } from './Tip.tsx'
import { useScrub } from './useScrub.ts'
import { useStageHand } from './useStageHand.ts'
import './stage.css'
import './compare.css'

interface Props {
  /** The time scale of the page; the narrow stage has its own, but for the curves. */
  readonly forms: readonly [ScaleForm, ScaleForm]
  readonly width: number
}

export const CompareStage = ({ forms, width }: Props): ReactElement | null => {
  const scene = useScene()
  const moment = useMoment()
  if (!scene) return null
  return (
    <>
      <FourthLane />
      <Lanes scene={scene} moment={moment} forms={forms} width={width} />
    </>
  )
}

/** What is drawn from the left edge of the lens. */
const inLens = ({ frame }: StageScene) => ({ transform: translate(frame.pane.x, 0) })

const Lanes = ({
  scene,
  moment,
  forms,
  width,
}: Props & { readonly scene: SceneView; readonly moment: Moment }): ReactElement => {
  const { t, phase } = moment
  const isFourth = useView((view) => view.feedforward)
  const memoryless = useLane('feedforward', scene, isFourth)
  const [rnn, lstm, gru] = [useLane('rnn', scene), useLane('lstm', scene), useLane('gru', scene)]
  const states = useMemo(
    () => [...(isFourth ? [memoryless] : []), rnn, lstm, gru],
    [isFourth, memoryless, rnn, lstm, gru],
  )
  const lanes = useMemo(() => states.map(({ lane }) => lane), [states])
  const running = lanes.filter((lane) => lane !== null)
  const some = running[0]
  const reveal = useView((view) => view.reveal)
  const unit = useView((view) => view.unit)
  const theme = useTheme()
  const palette = paletteOf(theme)
  const language = useLanguage()
  const words = useMessages().stage
  const isNarrow = width < MOBILE_BELOW
  const geometry = isNarrow ? compareGeometries.narrow : compareGeometries.wide
  const { anatomy, ruler, gutter } = geometry
  const shape = useMemo(
    () => shapeOf(forms, width, laneStage(geometry, states.length)),
    [forms, width, geometry, states.length],
  )
  const { sceneNow, hand } = useStageHand(shape)
  // The curves are bands of their own: on a narrow stage their columns are equal.
  const curves = useBandsHand(forms, t, isNarrow)
  const scale = scaleBetween(...shape.forms, 0, t)
  const reach = Math.max(...running.map(({ run }) => outputReach(run, scene)), 1e-12)
  const H = some?.run.layer.program.H ?? 1
  const scrub = useScrub(() => sceneNow().frame.scale, t, isNarrow)
  const marks = fittingMarks(scene.marks, scale)
  const every = numberEvery(scale)
  const bottom = laneTop(geometry, states.length)
  const total = bottom + ruler
  const spans = lensSpans(geometry, states.length)

  const isKnown = ({ run }: LaneRun, k: number): boolean =>
    reveal || isBefore(run.layer, k, t) || (k === t && phase >= phaseOf(run.cell, run.cell.output))
  const laneText = (lane: LaneRun, k: number): string => {
    const { run, unit: own, memory } = lane
    const known = isKnown(lane, k)
    const remembered = memory[k] ? `; ${words.memoryShort(formatNumber(memory[k].value, language))}` : ''
    return `${run.cell.name}, ${stepText(run, scene, k, own, known, words, language)}${remembered}`
  }
  return (
    <StageMovement value={hand}>
      <BandsMovement value={curves.hand}>
        <section className="stage-compare" style={{ height: total }} aria-label={words.title} {...scrub}>
          {lanes.map((lane, k) =>
            lane ? (
              <div key={lane.cellId} className="stage-lane" style={{ top: laneTop(geometry, k) }}>
                {ribbonLanes(lane.run.cell, anatomy).map((ribbon) => (
                  <ChainRibbon
                    key={ribbon.slot}
                    trace={lane.run.layer}
                    lane={ribbon}
                    height={anatomy.ribbon}
                    unit={lane.unit}
                    theme={theme}
                    reveal={reveal}
                  />
                ))}
              </div>
            ) : null,
          )}
          <svg className="stage-picture" width={width} height={total}>
            <Outside width={width} />
            <Part as="g" at={inLens}>
              {spans.map(([from, to]) => (
                <rect key={from} y={from} width={scale.lens} height={to - from} className="stage-pane" />
              ))}
              <JobTints
                geometry={geometry}
                count={states.length}
                reversed={some?.run.layer.reversed ?? false}
              />
            </Part>
            {states.map(({ cellId }, k) => (
              <path key={cellId} d={`M0 ${laneTop(geometry, k) - 4}H${width}`} className="stage-rule" />
            ))}
            {gutter === null ? null : (
              <>
                <text x={NAME_X} y={34} className="stage-label">
                  {words.input}
                </text>
                <text x={gutter} y={34} className="stage-symbol">
                  x
                </text>
              </>
            )}
            <Steps t={t} T={scene.T} unit={unit} H={H} first={scale.first} last={scale.last}>
              {(k) => (
                <Step
                  key={k}
                  t={k}
                  T={scene.T}
                  isOpen={k === t}
                  label={running.map((lane) => laneText(lane, k)).join('. ')}
                  closed={
                    <CompareColumn
                      t={k}
                      width={scale.w}
                      isKnown={some ? isKnown(some, k) : reveal || k < t}
                      lanes={lanes}
                      scene={scene}
                      geometry={geometry}
                      palette={palette}
                      hasMark={marks.has(k)}
                      hasNumber={k % every === 0}
                    />
                  }
                  open={
                    some ? (
                      <CompareHead t={k} some={some} scene={scene} geometry={geometry} palette={palette} />
                    ) : null
                  }
                />
              )}
            </Steps>
            {lanes.map((lane, k) =>
              lane ? (
                <LaneBody
                  key={lane.cellId}
                  lane={lane}
                  top={laneTop(geometry, k)}
                  moment={moment}
                  reveal={reveal}
                  scale={scaleBetween(...forms, isNarrow ? 1 : 0, t)}
                  geometry={geometry}
                  reach={reach}
                />
              ) : null,
            )}
            <Part as="g" at={inLens}>
              <path
                d={spans
                  .map(
                    ([from, to]) =>
                      `M0 ${to}V${from}${isNarrow ? 'm' : 'h'}${scale.lens}${isNarrow ? ' 0' : ''}V${to}`,
                  )
                  .join('')}
                className="stage-lens"
              />
            </Part>
          </svg>
          {states.map((state, k) => (
            <LaneTitle
              key={state.cellId}
              state={state}
              top={laneTop(geometry, k)}
              height={geometry.lane}
              isNarrow={isNarrow}
            />
          ))}
          <PhasesPlace>
            <Phases cell={null} phase={phase} narrow={isNarrow} />
          </PhasesPlace>
          <Tip scene={scene} width={width} />
        </section>
      </BandsMovement>
    </StageMovement>
  )
}
