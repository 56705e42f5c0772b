/** A closed cell read backward: the selected unit's gradients as meters, the joint of ∂L/∂W, loss and input. */
import { memo, type ReactElement } from 'react'
import { gradAt } from '../../engine/index.ts'
import { signedLog } from '../../ui/signedLog.ts'
import type { MeterRow } from '../stage/meterRows.ts'
import { stemOf } from '../stage/Meters.tsx'
import type { Palette } from '../stage/palette.ts'
import type { RibbonLane } from '../stage/ribbonLanes.ts'
import { meterFill, meterPlace, type StageGeometry } from '../stage/stageGeometry.ts'
import { Token } from '../stage/Token.tsx'
import { gradientColour } from './backDrawing.ts'
import { LossMark } from './LossMark.tsx'
import type { Bar } from './lossMarks.ts'
import { partialOf, type Back } from './useBack.ts'

interface Props {
  readonly t: number
  readonly width: number
  readonly isKnown: boolean
  readonly found: Back['found']
  readonly scene: Back['scene']
  readonly of: Back['of']
  readonly theme: Back['theme']
  readonly unit: number
  readonly rows: readonly MeterRow[]
  readonly lanes: readonly RibbonLane[]
  readonly geometry: StageGeometry
  readonly palette: Palette
  readonly bar: Bar | null
  readonly hasMark: boolean
  readonly hasNumber: boolean
}

const WIDEST = 36

const Meters = (props: Props): ReactElement => {
  const { t, width, isKnown, found, of, theme, unit, rows, lanes, geometry } = props
  const { meters } = geometry
  const inner = Math.min(WIDEST, Math.max(2, width - 2 * meters.pad))
  const left = (width - inner) / 2
  const [top, bottom] = stemOf(lanes, geometry)
  const colour = gradientColour(theme, found.reach)
  return (
    <g className={isKnown ? undefined : 'stage-ahead'}>
      <path d={`M${width / 2} ${top}V${bottom}`} className="stage-stem" />
      {rows.map(({ slot, row }) => {
        const place = meterPlace(meters, row)
        const value = gradAt(found.layer, t, slot)[unit] ?? NaN
        const fill = meterFill(place, signedLog(value, found.reach), true)
        return (
          <g
            key={slot}
            data-slot={partialOf({ of }, slot)}
            data-unit={unit}
            data-t={t}
            data-value={isKnown ? value : undefined}
          >
            <rect x={left} y={place.y} width={inner} height={place.height} className="stage-box" />
            {isKnown ? (
              <>
                <rect x={left + 0.5} y={fill.y} width={inner - 1} height={fill.height} fill={colour(value)} />
                <path
                  d={`M${left} ${place.y + place.height / 2}h${inner}`}
                  className="stage-rule stage-thin"
                />
              </>
            ) : null}
          </g>
        )
      })}
    </g>
  )
}

const BackStepView = (props: Props): ReactElement => {
  const { t, width, isKnown, found, scene, geometry, palette, bar, hasMark, hasNumber, of } = props
  const { anatomy, height, ruler, rail, token, mark } = geometry
  const { input, output } = anatomy.lanes
  const middle = width / 2
  return (
    <>
      <Meters {...props} />
      {rail === null ? null : (
        <rect
          x={middle - 2.5}
          y={rail - 2.5}
          width={5}
          height={5}
          className={isKnown ? 'stage-joint back-summed' : 'stage-joint'}
        />
      )}
      {input === null ? null : (
        <>
          <Token
            trace={found.run.layer}
            kinds={scene.featureKinds}
            t={t}
            x={middle}
            y={input - 11}
            size={token}
            palette={palette}
          />
          {hasMark && scene.marks[t] ? (
            <text x={middle} y={input + mark} className="stage-mark">
              {scene.marks[t]}
            </text>
          ) : null}
        </>
      )}
      {bar && output !== null ? (
        <LossMark
          bar={bar}
          x={middle}
          y={output}
          half={geometry.outputReach - 4}
          to={anatomy.lanes.conveyor - anatomy.ribbon / 2 - 2}
          isKnown={isKnown}
          slot={of}
        />
      ) : null}
      {hasNumber ? (
        <text
          x={middle}
          y={height + ruler / 2 + 4}
          className={isKnown ? 'stage-number stage-passed' : 'stage-number'}
        >
          {t}
        </text>
      ) : null}
    </>
  )
}

export const BackStep = memo(BackStepView)
