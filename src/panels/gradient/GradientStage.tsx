/**
 * The unrolled chain read backward: the same lens and clock, gradients running to the left. Computed is what
 * lies right of the lens; the future of the way back is the past of the sequence. In a reversed direction all
 * that is mirrored.
 */
import { useMemo, type ReactElement } from 'react'
import { gradAt } from '../../engine/index.ts'
import { gradient } from '../../i18n/gradient.ts'
import { formatNumber, isTop, useWords } from '../../store/index.ts'
import { endOf, scaleBetween, type ScaleForm } from '../../ui/timeScale.ts'
import { ChainStaff } from '../stage/ChainStaff.tsx'
import { fittingMarks, numberEvery } from '../stage/fitting.ts'
import { FoldBar } from '../stage/FoldBar.tsx'
import { meterRows } from '../stage/meterRows.ts'
import { Part, StageMovement, translate } from '../stage/movement.ts'
import { OpenBox, Outside } from '../stage/OpenBox.tsx'
import { paletteOf } from '../stage/palette.ts'
import { PhasesPlace } from '../stage/PhasesPlace.tsx'
import { ribbonLanes } from '../stage/ribbonLanes.ts'
import type { StageShape } from '../stage/stageFrame.ts'
import { directedShape } from '../stage/stageShape.ts'
import { Step } from '../stage/Step.tsx'
import { Steps } from '../stage/Steps.tsx'
import { spokenSlots } from '../stage/stepText.ts'
import { Tip } from '../stage/Tip.tsx'
import { useScrub } from '../stage/useScrub.ts'
import { useStageHand } from '../stage/useStageHand.ts'
import { BackCell } from './BackCell.tsx'
import { BackGutter } from './BackGutter.tsx'
import { BackPhases } from './BackPhases.tsx'
import { BackRibbon } from './BackRibbon.tsx'
import { BackStep } from './BackStep.tsx'
import { BackTable } from './BackTable.tsx'
import { lossBars } from './lossMarks.ts'
import { OpenTexts } from './OpenTexts.tsx'
import { partialOf, useBack, type Back } from './useBack.ts'
import '../stage/stage.css'
import './gradient.css'

interface Props {
  /** The time scale that stage and bands share. */
  readonly forms: readonly [ScaleForm, ScaleForm]
  readonly width: number
}

interface ChainProps {
  readonly back: Back
  readonly shape: StageShape
}

/** 'step 12: loss 0.01; ∂L/∂f 0.02 …' */
const stepText = (back: Back, t: number, isKnown: boolean): string => {
  const { found, unit, words, language } = back
  if (!isKnown) return words.step(t, words.notComputed)
  const number = (value: number): string => formatNumber(value, language)
  const mark = found.marks.find((own) => own.t === t && own.sent)
  const values = spokenSlots(found.run).map(
    (slot) => `${partialOf(back, slot)} ${number(gradAt(found.layer, t, slot)[unit] ?? NaN)}`,
  )
  return words.step(
    t,
    [mark && back.of === 'L' ? words.stepLoss(number(mark.value)) : '', words.unit(unit), ...values]
      .filter(Boolean)
      .join('; '),
  )
}

const BackChain = ({ back, shape }: ChainProps): ReactElement => {
  const { found, run, scene, moment, unit, reveal, theme, words, language, of } = back
  const { t, phase } = moment
  const { cell, layer } = run
  const { unrolled: geometry, forms, width } = shape
  const { anatomy, height, ruler, rail } = geometry
  const rows = useMemo(() => meterRows(cell), [cell])
  const lanes = useMemo(() => ribbonLanes(cell, anatomy), [cell, anatomy])
  // Only the last layer gets a loss of its own; the others get what the layer above sends down.
  const bars = useMemo(() => lossBars(found, isTop(found.run)), [found])
  const isNarrow = geometry.gutter === null
  const { sceneNow, hand } = useStageHand(shape)
  const scrub = useScrub(() => sceneNow().frame.scale, t, isNarrow)
  // The columns as they are where nothing moves.
  const scale = scaleBetween(...forms, 0, t)
  const total = height + ruler
  const every = numberEvery(scale)
  const marks = fittingMarks(scene.marks, scale)
  const bar = bars.get(t) ?? null
  const isSent = bar?.sent ?? false
  return (
    <StageMovement value={hand}>
      <section
        className="stage-chain gradient-stage"
        style={{ height: total }}
        aria-label={words.title}
        {...scrub}
      >
        {lanes.map(({ slot, y }) => (
          <BackRibbon key={slot} back={back} slot={slot} y={y} height={anatomy.ribbon} />
        ))}
        <svg className="stage-picture" width={width} height={total}>
          <Outside width={width} />
          <OpenBox className="stage-pane" />
          <BackGutter back={back} geometry={geometry} lanes={lanes} rows={rows} />
          <ChainStaff
            geometry={geometry}
            lanes={lanes}
            rows={rows}
            reveal={reveal}
            // What is known lies on the other side.
            reversed={!layer.reversed}
          />
          {rail === null ? null : (
            <path d={`M${scale.left(scale.first)} ${rail}H${endOf(scale)}`} className="stage-rail" />
          )}
          <Steps t={t} T={layer.T} unit={unit} H={layer.program.H} first={scale.first} last={scale.last}>
            {(k) => {
              const isOpen = k === t
              const isDone = reveal || back.isPast(k)
              return (
                <Step
                  key={k}
                  t={k}
                  T={layer.T}
                  isOpen={isOpen}
                  label={stepText(back, k, isDone || (isOpen && phase <= 3))}
                  closed={
                    <BackStep
                      t={k}
                      width={scale.w}
                      isKnown={isDone || (isOpen && phase <= 5)}
                      found={found}
                      scene={scene}
                      of={of}
                      theme={theme}
                      unit={unit}
                      rows={rows}
                      lanes={lanes}
                      geometry={geometry}
                      palette={paletteOf(theme)}
                      bar={bars.get(k) ?? null}
                      hasMark={marks.has(k)}
                      hasNumber={k % every === 0}
                    />
                  }
                  open={<OpenTexts back={back} geometry={geometry} bar={bar} />}
                />
              )
            }}
          </Steps>
          <Part as="g" at={({ frame }) => ({ transform: translate(frame.pane.x, frame.pane.y) })}>
            <BackCell back={back} geometry={isSent ? anatomy : geometry.silent} />
          </Part>
          <OpenBox className="stage-lens" />
        </svg>
        <PhasesPlace>
          <BackPhases back={back} narrow={isNarrow} />
        </PhasesPlace>
        <BackTable
          found={found}
          of={of}
          words={words}
          language={language}
          unit={unit}
          first={scale.first}
          last={scale.last}
        />
        <Tip scene={scene} width={width} />
      </section>
    </StageMovement>
  )
}

export const GradientStage = ({ forms, width }: Props): ReactElement | null => {
  const back = useBack()
  const words = useWords(gradient)
  const reversed = back !== null && !(back instanceof Error) && back.run.layer.reversed
  const shape = useMemo(() => directedShape(forms, width, reversed), [forms, width, reversed])
  if (back instanceof Error)
    return (
      <p className="gradient-failed" role="alert">
        <b>{words.failed}</b> {words.failedWhy} {back.message}
      </p>
    )
  if (!back) return null
  return (
    <>
      <FoldBar T={back.scene.T} parameters={back.run.record.parameterCount} />
      <BackChain back={back} shape={shape} />
    </>
  )
}
