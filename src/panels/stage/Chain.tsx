/**
 * The cell through time, unrolled, folded and all between: one open cell, its copies at the other steps
 * on the same ribbons, the inputs in their order. React draws what there is; where it stands, a frame
 * says. The steps are one stop of the tab order; the pane of the open cell has its own marks after it.
 */
import { useMemo, type ReactElement } from 'react'
import { flowOf } from '../../describe/flows.ts'
import { isBefore } from '../../describe/order.ts'
import { phaseOf } from '../../describe/phases.ts'
import {
  isMostlyFolded,
  useForm,
  useMessages,
  useTheme,
  useView,
  type CellRun,
  type Moment,
  type SceneView,
} from '../../store/index.ts'
import { scaleBetween } from '../../ui/timeScale.ts'
import { ChainRibbon } from './ChainRibbon.tsx'
import { ChainStaff } from './ChainStaff.tsx'
import { ChainStep } from './ChainStep.tsx'
import { ChainTable, tableSpan } from './ChainTable.tsx'
import { fittingOf } from './fitting.ts'
import { FoldedParts } from './FoldedParts.tsx'
import { Gutter, LaneLabel, NAME_X } from './Gutter.tsx'
import { InitialCarry } from './InitialCarry.tsx'
import { Loops } from './Loops.tsx'
import { meterRows } from './meterRows.ts'
import { Part, StageMovement, translate } from './movement.ts'
import { OpenBox, Outside } from './OpenBox.tsx'
import { OpenCell } from './OpenCell.tsx'
import { OpenStep } from './OpenStep.tsx'
import { outputMark, outputReach } from './outputMarks.ts'
import { paletteOf } from './palette.ts'
import { Phases } from './Phases.tsx'
import { PhasesPlace } from './PhasesPlace.tsx'
import { ribbonLanes } from './ribbonLanes.ts'
import { Shared } from './Shared.tsx'
import { copySpans, type StageFrame, type StageShape } from './stageFrame.ts'
import { Steps } from './Steps.tsx'
import { Tip } from './Tip.tsx'
import { useScrub } from './useScrub.ts'
import { useStageHand } from './useStageHand.ts'

/** Where the first copy that is computed begins: the left edge of step 0, or the right edge of the last. */
const startOf = (frame: StageFrame, reversed: boolean): number => {
  if (!reversed) return frame.copy(0)
  const { after } = copySpans(frame)
  return after ? after[1] : frame.box.x + frame.box.width
}

interface Props {
  readonly run: CellRun
  readonly scene: SceneView
  readonly moment: Moment
  readonly shape: StageShape
}

export const Chain = ({ run, scene, moment, shape }: Props): ReactElement => {
  const { t, phase } = moment
  const { H } = run.layer.program
  const unit = Math.min(
    useView((view) => view.unit),
    H - 1,
  )
  const reveal = useView((view) => view.reveal)
  const form = useForm()
  const isFolding = useView(isMostlyFolded)
  const theme = useTheme()
  const words = useMessages().stage
  const palette = paletteOf(theme)
  const { unrolled, folded, forms, width } = shape
  const { anatomy, height, ruler, rail } = unrolled
  const rows = useMemo(() => meterRows(run.cell), [run.cell])
  const lanes = useMemo(() => ribbonLanes(run.cell, anatomy), [run.cell, anatomy])
  const reach = useMemo(() => outputReach(run, scene), [run, scene])
  const isNarrow = unrolled.gutter === null

  const { sceneNow, hand } = useStageHand(shape)
  const scrub = useScrub(() => sceneNow().frame.scale, t, isNarrow && !isFolding)

  const ends = [scaleBetween(...forms, 0, t), scaleBetween(...forms, 1, t)] as const
  const shown = form === 'unrolled' ? [ends[0]] : form === 'folded' ? [ends[1]] : ends
  const first = Math.min(...shown.map((scale) => scale.first))
  const last = Math.max(...shown.map((scale) => scale.last))
  const fitting = fittingOf(scene.marks, ends, folded.token.width)
  const isOutputKnown = reveal || phase === 6
  const isUnrolled = form !== 'folded'
  const hasStart = run.layer.reversed ? ends[0].last === run.layer.T - 1 : ends[0].first === 0
  const flow = flowOf(run.network, run.part)
  const goesUp = flow.above !== null || outputMark(run, scene, t) !== null

  return (
    <StageMovement value={hand}>
      <Part
        as="section"
        className="stage-chain"
        data-form={form}
        aria-label={words.title}
        at={({ frame }) => ({ height: `${frame.height}px` })}
        {...scrub}
      >
        {isUnrolled
          ? lanes.map((lane) => (
              <ChainRibbon
                key={lane.slot}
                trace={run.layer}
                lane={lane}
                height={anatomy.ribbon}
                unit={unit}
                theme={theme}
                reveal={reveal}
              />
            ))
          : null}
        <svg
          className="stage-picture"
          width={width}
          height={Math.max(height + ruler, folded.height + folded.ruler)}
        >
          {isUnrolled ? <Outside width={width} /> : null}
          {isUnrolled ? (
            <>
              <ChainStaff
                geometry={unrolled}
                lanes={lanes}
                rows={rows}
                reveal={reveal}
                reversed={run.layer.reversed}
              />
              {hasStart && !isNarrow ? (
                <Part
                  as="g"
                  at={({ frame }) => ({
                    transform: translate(startOf(frame, run.layer.reversed), frame.pane.y),
                    opacity: frame.onlyUnrolled,
                  })}
                >
                  <InitialCarry
                    trace={run.layer}
                    lanes={lanes}
                    ribbon={anatomy.ribbon}
                    x={0}
                    unit={unit}
                    palette={palette}
                  />
                </Part>
              ) : null}
            </>
          ) : null}
          {form === 'unrolled' ? null : (
            <Loops
              run={run}
              moment={moment}
              folded={folded}
              lanes={lanes}
              unit={unit}
              reveal={reveal}
              palette={palette}
              width={width}
            />
          )}
          <OpenBox className="stage-pane" />
          {isUnrolled ? (
            <Gutter
              geometry={unrolled}
              lanes={lanes}
              rows={rows}
              unit={unit}
              hasOutput={flow.above === null}
            />
          ) : null}
          {rail === null ? null : (
            <Shared rail={rail} T={run.layer.T} parameters={run.record.parameterCount} />
          )}
          {isNarrow ? null : (
            <Part as="g" at={({ frame }) => ({ transform: translate(0, frame.input + 6) })}>
              <LaneLabel y={0} name={words.input} symbol="x" tone="input" right={unrolled.gutter ?? NAME_X} />
            </Part>
          )}
          <Steps t={t} T={run.layer.T} unit={unit} H={H} first={first} last={last}>
            {(k) => (
              <ChainStep
                key={k}
                t={k}
                form={form}
                width={ends[0].w}
                isOpen={k === t}
                hasCopy={k >= ends[0].first && k <= ends[0].last}
                isKnown={
                  reveal ||
                  isBefore(run.layer, k, t) ||
                  (k === t && phase >= phaseOf(run.cell, run.cell.output))
                }
                run={run}
                scene={scene}
                unit={unit}
                rows={rows}
                lanes={lanes}
                geometry={unrolled}
                palette={palette}
                reach={reach}
                fitting={fitting(k)}
              />
            )}
          </Steps>
          {isUnrolled ? (
            <OpenStep
              t={t}
              isOutputKnown={isOutputKnown}
              isOutputActive={phase === 6}
              run={run}
              scene={scene}
              geometry={unrolled}
              palette={palette}
              reach={reach}
            />
          ) : null}
          <Part
            as="g"
            at={({ frame }) => ({
              transform: translate(frame.pane.x, frame.pane.y),
              '--unrolled': frame.onlyUnrolled,
            })}
          >
            <OpenCell run={run} moment={moment} geometry={goesUp ? anatomy : unrolled.silent} unit={unit} />
          </Part>
          {form === 'unrolled' ? null : (
            <FoldedParts
              run={run}
              scene={scene}
              moment={moment}
              isOutputKnown={isOutputKnown}
              palette={palette}
              shape={shape}
            />
          )}
          <OpenBox className="stage-lens" />
        </svg>
        {isFolding ? null : (
          <PhasesPlace>
            <Phases cell={run.cell} phase={phase} narrow={isNarrow} />
          </PhasesPlace>
        )}
        <ChainTable run={run} scene={scene} unit={unit} {...tableSpan(first, last, t)} />
        <Tip scene={scene} width={width} />
      </Part>
    </StageMovement>
  )
}
