/** An output of one number as a line over time, with a tick where a target is asked for. */
import { isKnown } from './known.ts'
import type { ReactElement } from 'react'
import type { CellRun, SceneView } from '../../store/index.ts'
import { linePath } from '../../ui/plot.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import { isOnAxis, type BandsFrame } from './bandsFrame.ts'
import { Part } from './movement.ts'

interface Props {
  readonly run: CellRun
  readonly scene: SceneView
  /** The columns as they are where nothing moves. */
  readonly scale: TimeScale
  /** Steps before this one have an output already. */
  readonly known: number
  readonly height: number
}

/** The vertical scale: symmetric about 0 when the values change sign, else their own range. */
export const outputScale = (values: readonly number[], height: number): ((value: number) => number) => {
  // A window around the open step may hold neither output nor target.
  if (values.length === 0) return () => height / 2
  const low = Math.min(...values)
  const high = Math.max(...values)
  const reach = Math.max(Math.abs(low), Math.abs(high)) || 1
  const [from, to] = low < 0 || high - low > high / 2 ? [-reach, reach] : [low, high]
  return (value) => height - 4 - ((value - from) / (to - from || 1)) * (height - 8)
}

interface Point {
  readonly t: number
  readonly value: number
}

export const OutputCurve = ({ run, scene, scale, known, height }: Props): ReactElement => {
  const isLast = run.trace.rows === 1 && scene.outputs === 'last'
  // While the chain folds, its window grows: one window's more at each side covers that.
  const more = scale.last - scale.first + 1
  const from = Math.max(0, scale.first - more)
  const end = Math.min(scene.T, scale.last + more + 1)
  const isShown = ({ t }: Point): boolean => t >= scale.first && t <= scale.last
  const outputs = run.trace.outputs.subarray(isLast ? 0 : from, isLast && end < scene.T ? 0 : end)
  const points = Array.from(outputs, (value, row): Point => ({ t: isLast ? scene.T - 1 : from + row, value }))
  const targets = scene.targets
    .slice(from, end)
    .flatMap((target, k): Point[] => (target ? [{ t: from + k, value: target[0] ?? 0 }] : []))
  const repeated = scene.repeated === null ? [] : [scene.repeated]
  const y = outputScale(
    [...[...points, ...targets].filter(isShown).map(({ value }) => value), ...repeated],
    height,
  )
  const path =
    (some: readonly Point[]) =>
    (frame: BandsFrame): { readonly d: string } => ({
      d: linePath(
        some.filter(({ t }) => isOnAxis(frame, t)).map(({ t, value }) => [frame.point(t), y(value)]),
      ),
    })
  const across = (at: number) => (frame: BandsFrame) => ({
    d: `M${frame.axis[0]} ${at}H${frame.axis[1]}`,
  })
  const done = points.filter(({ t }) => isKnown(run.layer, known, t))
  const ahead = points.filter(({ t }) => (run.layer.reversed ? t <= known : t >= known - 1))
  return (
    <>
      <Part as="path" at={across(y(0))} className="bands-axis-strong" />
      {scene.repeated === null ? null : (
        <Part
          as="path"
          at={across(y(scene.repeated))}
          className="bands-repeated"
          data-repeated={scene.repeated}
        />
      )}
      <Part as="path" at={path(ahead)} className="bands-output bands-ahead" />
      <Part as="path" at={path(done)} className="bands-output" />
      {points.length === 1
        ? points.map(({ t, value }) => (
            <Part
              key={t}
              as="circle"
              at={({ point }) => ({ cx: point(t) })}
              cy={y(value)}
              r={3}
              className={isKnown(run.layer, known, t) ? 'bands-point' : 'bands-point bands-ahead'}
            />
          ))
        : null}
      {targets.map(({ t, value }) => (
        <Part
          key={t}
          as="path"
          at={(frame) => ({
            d: `M${frame.point(t) - 6} ${y(value)}h12`,
            visibility: isOnAxis(frame, t) ? null : 'hidden',
          })}
          className={isKnown(run.layer, known, t) ? 'bands-target' : 'bands-target bands-ahead'}
          data-target={value}
          data-t={t}
        />
      ))}
    </>
  )
}
