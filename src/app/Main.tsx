/** The main column: stage, clock, bands, all on one time scale. */
import { lazy, Suspense, useEffect, useMemo, useRef, type ReactElement } from 'react'
import { Bands } from '../panels/bands/Bands.tsx'
import { Boundary } from '../panels/errors/Boundary.tsx'
import { FailurePanel } from '../panels/errors/FailurePanel.tsx'
import { hasMap, mapGeometry } from '../panels/network/mapGeometry.ts'
import { presenceAt } from '../panels/overview/strip.ts'
import { Stage } from '../panels/stage/Stage.tsx'
import { Transport } from '../panels/transport/Transport.tsx'
import {
  prefetchFormulas,
  useForm,
  useLoad,
  useLocalTraining,
  useMessages,
  useMoment,
  useRun,
  useRunFailure,
  useView,
} from '../store/index.ts'
import { useWidth, type Layout } from '../ui/useWidth.ts'
import { useTimeColumns } from './timeColumns.ts'
import { useIdle } from './useIdle.ts'

/** Not in the first picture: fetched once it stands. */
const fetchArithmetic = () => import('../panels/arithmetic/Arithmetic.tsx')
const Arithmetic = lazy(async () => ({ default: (await fetchArithmetic()).Arithmetic }))
const Overview = lazy(async () => ({ default: (await import('../panels/overview/Overview.tsx')).Overview }))
const NetworkMap = lazy(async () => ({
  default: (await import('../panels/network/NetworkMap.tsx')).NetworkMap,
}))
const Provenance = lazy(async () => ({
  default: (await import('../panels/provenance/Provenance.tsx')).Provenance,
}))
const ScenePanel = lazy(async () => ({
  default: (await import('../panels/scene/ScenePanel.tsx')).ScenePanel,
}))
const LocalNotice = lazy(async () => ({
  default: (await import('../panels/train/LocalNotice.tsx')).LocalNotice,
}))
const GradientStage = lazy(async () => ({
  default: (await import('../panels/gradient/GradientStage.tsx')).GradientStage,
}))
const GradientBands = lazy(async () => ({
  default: (await import('../panels/gradient/GradientBands.tsx')).GradientBands,
}))
const fetchCompareStage = () => import('../panels/stage/CompareStage.tsx')
const CompareStage = lazy(async () => ({ default: (await fetchCompareStage()).CompareStage }))

interface Props {
  readonly layout: Layout
  /** Changes when something else is shown: a panel that failed is tried again. */
  readonly resetKey: string
}

export const Main = ({ layout, resetKey }: Props): ReactElement => {
  const words = useMessages()
  const main = useRef<HTMLElement>(null)
  const width = useWidth(main)
  const columns = useTimeColumns(layout, width)
  const { t } = useMoment()
  // On the way between the forms, what one of them has is there in part.
  const end = { unrolled: 0, between: 0.5, folded: 1 }[useForm()]
  const isLong = columns !== null && presenceAt(columns.forms, end, t) > 0
  const { status, error } = useLoad()
  const compare = useView((view) => view.compare)
  const isBack = useView((view) => view.reading === 'gradient' && !view.compare)
  const cell = useView((view) => view.cell)
  const isOpen = useView((view) => view.open !== null)
  const cellFailure = useRunFailure()
  const network = useRun()?.network ?? null
  const map = useMemo(() => (network && hasMap(network) ? mapGeometry(network) : null), [network])
  const idle = useIdle(status === 'ready')
  const isLocal = useLocalTraining().length > 0
  useEffect(() => {
    if (!idle) return
    prefetchFormulas()
    // One press away each; when they cannot be fetched now, they are asked for again then.
    void Promise.allSettled([fetchCompareStage(), fetchArithmetic()])
  }, [idle])
  const failure = error ?? (compare ? null : cellFailure)
  const density = layout === 'narrow' ? 'mobile' : 'wide'
  return (
    <main className="frame-main" id="stage" ref={main} aria-busy={status === 'loading'} tabIndex={-1}>
      {status === 'loading' ? (
        <p className="frame-loading" role="status">
          <span className="visually-hidden">{words.errors.loading}</span>
        </p>
      ) : null}
      <Suspense>{isLocal ? <LocalNotice /> : null}</Suspense>
      {map && columns && !failure ? (
        <div style={{ minHeight: map.height }}>
          <Suspense>
            <NetworkMap {...columns} />
          </Suspense>
        </div>
      ) : null}
      <div className={`frame-stage frame-stage-${compare ? 'compare' : density}`}>
        {failure ? (
          <FailurePanel
            title={error ? words.errors.sceneFailed : words.errors.cellFailed(cell.toUpperCase())}
            failure={failure}
            note={error ? null : words.errors.othersWork}
          />
        ) : null}
        {columns && !failure ? (
          <Boundary resetKey={resetKey}>
            {compare ? (
              <Suspense>
                <CompareStage forms={columns.forms} width={width} />
              </Suspense>
            ) : isBack ? (
              <Suspense>
                <GradientStage forms={columns.forms} width={width} />
              </Suspense>
            ) : (
              <Stage forms={columns.forms} width={width} />
            )}
          </Boundary>
        ) : null}
        {isOpen && columns && !failure ? (
          <Boundary resetKey={resetKey}>
            <Suspense>
              <Arithmetic narrow={layout === 'narrow'} />
            </Suspense>
          </Boundary>
        ) : null}
      </div>
      <Suspense>{columns && !failure && isLong ? <Overview {...columns} /> : null}</Suspense>
      {error ? null : <Transport narrow={layout === 'narrow'} />}
      {columns && !failure && !compare ? (
        <Boundary resetKey={resetKey}>
          {isBack ? (
            <Suspense>
              <GradientBands {...columns} density={density} />
            </Suspense>
          ) : (
            <Bands {...columns} density={density} />
          )}
        </Boundary>
      ) : null}
      {columns && !failure && !compare && !isBack ? (
        <Boundary resetKey={resetKey}>
          <Suspense>{idle ? <Provenance {...columns} /> : null}</Suspense>
        </Boundary>
      ) : null}
      {error ? null : (
        <Boundary resetKey={resetKey}>
          <Suspense>{idle ? <ScenePanel /> : null}</Suspense>
        </Boundary>
      )}
    </main>
  )
}
