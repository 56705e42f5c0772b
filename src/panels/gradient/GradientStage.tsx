/**
 * The unrolled chain read backward: the same lens and clock, gradients running to the left. Computed is what
 * lies right of the lens; the future of the way back is the past of the sequence. In a reversed direction all
 * that is mirrored.
 */
import { useMemo, useRef, type ReactElement } from 'react'
import { gradAt } from '../../engine/index.ts'
import { gradient } from '../../i18n/gradient.ts'
import { formatNumber, isTop, useWords } from '../../store/index.ts'
import { endOf, type TimeScale } from '../../ui/timeScale.ts'
import { fittingMarks, numberEvery } from '../stage/fitting.ts'
import { FoldBar } from '../stage/FoldBar.tsx'
import { meterRows } from '../stage/meterRows.ts'
import { paletteOf } from '../stage/palette.ts'
import { ribbonLanes } from '../stage/ribbonLanes.ts'
import {
  MOBILE_BELOW,
  meterPlace,
  neighbourScale,
  stages,
  turnedStage,
  type StageGeometry,
} from '../stage/stageGeometry.ts'
import { Step } from '../stage/Step.tsx'
import { spokenSlots } from '../stage/stepText.ts'
import { Tip } from '../stage/Tip.tsx'
import { useScrub } from '../stage/useScrub.ts'
import { useStepKeys } from '../stage/useStepKeys.ts'
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
  /** The scale that stage and bands share; the narrow stage has its own. */
  readonly scale: TimeScale
  readonly width: number
}

interface ChainProps extends Props {
  readonly back: Back
  readonly geometry: StageGeometry
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

const Lines = ({ back, geometry, scale }: Omit<ChainProps, 'width'>): ReactElement => {
  const { anatomy, meters, rail, gutter } = geometry
  const { cell } = back.run
  const lens = scale.open === null ? scale.left(scale.last + 1) : scale.left(scale.open)
  const start = scale.left(scale.first)
  const end = endOf(scale)
  const spans = [
    { from: start, to: lens, known: back.reveal || back.isPast(-1) },
    { from: lens + scale.lens, to: end, known: back.reveal || back.isPast(Infinity) },
  ].filter(({ from, to }) => to > from)
  const rows = meterRows(cell).map(({ row }) => meterPlace(meters, row))
  return (
    <g className="stage-staff">
      {spans.map(({ from, to, known }) => (
        <g key={from}>
          {gutter === null ? null : (
            <path
              d={rows.map(({ y, height }) => `M${from} ${y + height}H${to}`).join('')}
              className="stage-line"
            />
          )}
          <path
            d={ribbonLanes(cell, anatomy)
              .flatMap(({ y }) => [y - anatomy.ribbon / 2, y + anatomy.ribbon / 2])
              .map((y) => `M${from} ${y}H${to}`)
              .join('')}
            className={known ? 'stage-rule stage-thin' : 'stage-rule stage-dotted'}
          />
        </g>
      ))}
      {rail === null ? null : <path d={`M${start} ${rail}H${end}`} className="stage-rail" />}
    </g>
  )
}

const BackChain = ({ back, scale, width, geometry }: ChainProps): ReactElement => {
  const { found, run, scene, moment, unit, reveal, theme, words, language, of } = back
  const { t, phase } = moment
  const { cell, layer } = run
  const { anatomy, height, ruler, top } = geometry
  const rows = useMemo(() => meterRows(cell), [cell])
  const lanes = useMemo(() => ribbonLanes(cell, anatomy), [cell, anatomy])
  // Only the last layer gets a loss of its own; the others get what the layer above sends down.
  const bars = useMemo(() => lossBars(found, isTop(found.run)), [found])
  const isNarrow = geometry.gutter === null
  const group = useRef<SVGGElement>(null)
  const onKeyDown = useStepKeys(group, t, layer.T, unit, layer.program.H)
  const scrub = useScrub(
    () => scale,
    t,
    ({ w }) => (isNarrow ? -2 * w : w),
  )
  const lens = scale.left(t)
  const total = height + ruler
  const every = numberEvery(scale)
  const marks = fittingMarks(scene.marks, scale)
  const steps = Array.from({ length: scale.last - scale.first + 1 }, (_, k) => scale.first + k)
  const bar = bars.get(t) ?? null
  const isSent = bar?.sent ?? false
  return (
    <section
      className="stage-chain gradient-stage"
      style={{ height: total }}
      aria-label={words.title}
      {...scrub}
    >
      {lanes.map(({ slot, y }) => (
        <BackRibbon
          key={slot}
          layer={found.layer}
          slot={slot}
          y={y}
          height={anatomy.ribbon}
          scale={scale}
          unit={unit}
          theme={theme}
          reach={found.reach}
          reversed={layer.reversed}
          reveal={reveal}
        />
      ))}
      <svg className="stage-picture" width={width} height={total}>
        <rect x={lens} y={top} width={scale.lens} height={total - top} className="stage-pane" />
        <BackGutter back={back} geometry={geometry} lanes={lanes} rows={rows} />
        <Lines back={back} geometry={geometry} scale={scale} />
        <g ref={group} role="listbox" aria-label={words.steps} onKeyDown={onKeyDown}>
          {steps.map((k) => {
            const isOpen = k === t
            const isDone = reveal || back.isPast(k)
            const isKnown = isDone || (isOpen && phase <= 5)
            return (
              <Step
                key={k}
                t={k}
                T={layer.T}
                left={scale.left(k)}
                isOpen={isOpen}
                label={stepText(back, k, isDone || (isOpen && phase <= 3))}
              >
                {isOpen ? (
                  <OpenTexts back={back} geometry={geometry} width={scale.lens} bar={bar} />
                ) : (
                  <BackStep
                    t={k}
                    width={scale.width(k)}
                    isKnown={isKnown}
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
                )}
              </Step>
            )
          })}
        </g>
        <BackCell back={back} geometry={isSent ? anatomy : geometry.silent} x={lens} />
        <path
          d={
            isNarrow
              ? `M${lens} ${top}V${total}M${lens + scale.lens} ${top}V${total}`
              : `M${lens} ${total}V${top}h${scale.lens}V${total}`
          }
          className="stage-lens"
        />
      </svg>
      <BackPhases back={back} left={lens} top={height + 4} width={scale.lens} narrow={isNarrow} />
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
  )
}

/** Of a direction that runs from right to left, whose gradients run from left to right. */
const turnedStages = { mobile: turnedStage(stages.mobile), unrolled: turnedStage(stages.unrolled) }

export const GradientStage = ({ scale, width }: Props): ReactElement | null => {
  const back = useBack()
  const words = useWords(gradient)
  if (back instanceof Error)
    return (
      <p className="gradient-failed" role="alert">
        <b>{words.failed}</b> {words.failedWhy} {back.message}
      </p>
    )
  if (!back) return null
  const isNarrow = width < MOBILE_BELOW
  const { mobile, unrolled } = back.run.layer.reversed ? turnedStages : stages
  const geometry = isNarrow ? mobile : unrolled
  const own = isNarrow ? neighbourScale(back.scene.T, back.moment.t, width, geometry.anatomy.width) : scale
  return (
    <>
      <FoldBar T={back.scene.T} parameters={back.run.record.parameterCount} />
      <BackChain back={back} scale={own} width={width} geometry={geometry} />
    </>
  )
}
