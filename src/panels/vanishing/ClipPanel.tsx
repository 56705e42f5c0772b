/** Clipping: a short training of the selected network from the weights on screen, update by update. */
import { useId, useMemo, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import { optimizer } from '../../engine/index.ts'
import { formatNumber, useLanguage, useStore } from '../../store/index.ts'
import { gradientFields, type GradientMember, type GradientSettings } from '../../store/gradientLab.ts'
import { knownScene, useLabJob, type ClippingProgress } from '../../store/labJob.ts'
import { Segmented } from '../../ui/controls/Segmented.tsx'
import { Slider } from '../../ui/controls/Slider.tsx'
import { dragging } from '../../ui/dragging.ts'
import { keyIndex } from '../train/Charts.tsx'
import { cellName } from '../train/words.ts'
import { ClipCharts } from './ClipCharts.tsx'
import { clipPlotsOf } from './clipGeometry.ts'
import { ClipTable } from './ClipTable.tsx'
import { useWords } from './words.ts'

const UPDATES = gradientFields.update.high
const BATCH = 16
const RATES = { sgd: 0.1, adam: 0.01 } as const

interface Props {
  readonly member: GradientMember
  readonly settings: GradientSettings
  readonly change: (part: Partial<GradientSettings>) => void
  readonly width: number
  readonly narrow: boolean
}

interface ShownProps extends Pick<Props, 'change' | 'width' | 'narrow'> {
  readonly progress: ClippingProgress
  readonly clip: number
  readonly update: number
}

/** The charts as one slider over the updates, and what the chosen update did. */
export const ClipShown = ({ progress, clip, update, change, width, narrow }: ShownProps): ReactElement => {
  const words = useWords().clip
  const language = useLanguage()
  const keysId = useId()
  const { rows } = progress
  const plots = clipPlotsOf(width, narrow)
  const row = rows[Math.min(update, rows.length) - 1]
  const number = (value: number): string => formatNumber(value, language)
  const said = row
    ? row.clipped
      ? words.acted(row.update, number(row.norm), number(clip), number(row.step), number(row.whole))
      : words.rested(row.update, number(row.norm), number(row.step))
    : words.waiting
  const moveTo = (event: PointerEvent<HTMLElement>): void => {
    const px = event.clientX - event.currentTarget.getBoundingClientRect().left
    const { left, right } = plots.norms
    if (px > right + 20 && !narrow) return
    const next = Math.round(((px - left) / (right - left)) * progress.updates + 0.5)
    change({ update: Math.min(Math.max(1, next), Math.max(1, rows.length)) })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyIndex(event.key, update - 1, Math.max(1, rows.length))
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    change({ update: next + 1 })
  }
  return (
    <>
      <div
        className="train-clock"
        role="slider"
        tabIndex={0}
        aria-label={words.slider}
        aria-describedby={keysId}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, rows.length)}
        aria-valuenow={row?.update ?? 1}
        aria-valuetext={said}
        style={{ height: plots.height }}
        onKeyDown={onKeyDown}
        {...dragging(moveTo)}
      >
        <svg width={width} height={plots.height} aria-hidden="true">
          <ClipCharts {...{ progress, plots, clip }} update={row?.update ?? 1} />
        </svg>
        <span id={keysId} className="visually-hidden">
          {words.keys}
        </span>
      </div>
      <p className="clip-said" data-update={row?.update} data-step={row?.step} data-whole={row?.whole}>
        {said}
      </p>
      <p className="train-hint">
        {words.count(rows.filter(({ clipped }) => clipped).length, rows.length)}{' '}
        {progress.unclippedDiverged === null ? '' : words.diverged(progress.unclippedDiverged)}
      </p>
      <ClipTable rows={rows} />
    </>
  )
}

export const ClipPanel = ({ member, settings, change, width, narrow }: Props): ReactElement => {
  const words = useWords().clip
  const language = useLanguage()
  const scene = useStore(({ loaded, view }) => knownScene(loaded?.scene.id ?? view.scene))
  const { clip, rule, seed, update } = settings
  const job = useMemo(
    () => ({
      spec: member.network.spec,
      parameters: member.parameters,
      optimizer: optimizer(rule, { learningRate: RATES[rule] }),
      clip,
      batch: BATCH,
      seed,
      updates: UPDATES,
    }),
    [member, rule, clip, seed],
  )
  const { progress, running, failure } = useLabJob('clipping', scene, job)
  const name = cellName(member.cell)
  return (
    <section className="lab-section" aria-labelledby="clip-title" aria-busy={running}>
      <div className="lab-section-head">
        <h3 id="clip-title">{words.title}</h3>
        <Segmented
          label={words.rule}
          value={rule}
          options={[
            { value: 'sgd', label: 'SGD' },
            { value: 'adam', label: 'Adam' },
          ]}
          onChange={(value) => change({ rule: value })}
        />
      </div>
      <p>{words.intro(name, UPDATES, formatNumber(RATES[rule], language), rule === 'sgd')}</p>
      <div className="clip-control">
        <Slider
          label={words.clip}
          low={Math.log10(gradientFields.clip.low)}
          high={Math.log10(gradientFields.clip.high)}
          step={0.05}
          value={Math.log10(clip)}
          text={formatNumber(clip, language)}
          onChange={(value) => change({ clip: Number((10 ** value).toPrecision(2)) })}
        />
      </div>
      {failure === null ? null : <p className="lab-failure">{words.failed(failure)}</p>}
      {progress ? (
        <ClipShown {...{ progress, clip, update, change, narrow }} width={width - (narrow ? 24 : 36)} />
      ) : (
        <p className="train-hint">{words.waiting}</p>
      )}
    </section>
  )
}
