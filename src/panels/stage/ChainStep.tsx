/**
 * One column of the chain, open or closed, unrolled or folded: its input, its number, and beside the open
 * one its copy of the cell. A column that neither opens nor moves draws nothing again.
 */
import { memo, type ReactElement } from 'react'
import { useLanguage, useMessages, type CellRun, type Form, type SceneView } from '../../store/index.ts'
import { Copy } from './Copy.tsx'
import { opacityBetween, type Fitting } from './fitting.ts'
import type { MeterRow } from './meterRows.ts'
import { Part, translate } from './movement.ts'
import { OUTSIDE } from './OpenBox.tsx'
import type { Palette } from './palette.ts'
import type { RibbonLane } from './ribbonLanes.ts'
import {
  hitBox,
  isBelowPane,
  isOnAxis,
  isPassed,
  markPlace,
  tokenPlace,
  type StageFrame,
} from './stageFrame.ts'
import type { StageGeometry } from './stageGeometry.ts'
import { stepAttributes } from './Step.tsx'
import { stepText } from './stepText.ts'
import { TokenSquares } from './Token.tsx'

interface Props {
  readonly t: number
  readonly form: Form
  /** Width of a closed column of the unrolled chain. */
  readonly width: number
  readonly isOpen: boolean
  /** Whether the unrolled chain has a column for this step: windows of the two forms differ. */
  readonly hasCopy: boolean
  /** Whether the step's state is computed. */
  readonly isKnown: boolean
  readonly run: CellRun
  readonly scene: SceneView
  readonly unit: number
  readonly rows: readonly MeterRow[]
  readonly lanes: readonly RibbonLane[]
  readonly geometry: StageGeometry
  readonly palette: Palette
  readonly reach: number
  /** Whether there is room for the step's mark and its number, in each form. */
  readonly fitting: Fitting
}

const ChainStepView = (props: Props): ReactElement => {
  const { t, form, isOpen, isKnown, run, scene, unit, geometry, palette, fitting } = props
  const language = useLanguage()
  const words = useMessages().stage
  const mark = scene.marks[t]
  const shownIn = ([unrolled, folded]: readonly [boolean, boolean]): boolean =>
    (unrolled && form !== 'folded') || (folded && form !== 'unrolled')
  const opacity = ([unrolled, folded]: readonly [boolean, boolean], frame: StageFrame): number =>
    isOpen ? Number(folded) * frame.onlyFolded : opacityBetween(unrolled, folded, frame.fold)
  // On its way from below its token to beside it, a mark would lie over it.
  const markOpacity = (frame: StageFrame): number =>
    opacity(fitting.mark, frame) * (fitting.isBeside ? (1 - 2 * frame.fold) ** 2 : 1)
  const copy = (
    <Part
      as="g"
      className="stage-copy"
      at={({ shape, frame }) => ({
        transform: translate(frame.copy(t) + (frame.copyWidth - props.width) / 2, frame.pane.y),
        // While the lens moves along a long sequence, its window moves under it: nothing stands beside the axis.
        visibility:
          frame.gathered === 1 || (!Number.isInteger(frame.at) && !isOnAxis(shape, frame, t))
            ? 'hidden'
            : null,
        '--copy-output': Math.max(0, 1 - 2 * frame.gathered),
      })}
    >
      <Copy
        t={t}
        width={props.width}
        isKnown={isKnown}
        run={run}
        scene={scene}
        unit={unit}
        rows={props.rows}
        lanes={props.lanes}
        geometry={geometry}
        palette={palette}
        reach={props.reach}
      />
    </Part>
  )
  return (
    <Part
      as="g"
      {...stepAttributes({
        t,
        T: run.layer.T,
        isOpen,
        label: stepText(run, scene, t, unit, isKnown, words, language),
      })}
      // What slides, slides under the open cell, and the lens passes over what stands.
      at={({ frame }) => ({
        'clip-path': !isOpen && (form === 'between' || isPassed(frame, t)) ? OUTSIDE : null,
      })}
    >
      <Part
        as="rect"
        at={({ shape, frame }) => ({ ...hitBox(shape, frame, t, isOpen) })}
        className={isOpen ? 'stage-focus' : 'stage-hit'}
      />
      {(isOpen ? form === 'unrolled' : props.hasCopy && form !== 'folded') ? (
        // Of the open column, what the lens has not covered yet on its way there.
        <Part
          as="g"
          at={({ frame }) => ({
            'clip-path': isOpen ? OUTSIDE : null,
            visibility: isOpen && !isPassed(frame, t) ? 'hidden' : null,
          })}
        >
          {copy}
        </Part>
      ) : null}
      {geometry.anatomy.lanes.input === null ? null : (
        <Part
          as="g"
          className="stage-token"
          at={({ shape, frame }) => {
            const { x, y, width, height } = tokenPlace(shape, frame, t, isOpen)
            const { token } = geometry
            return {
              transform: `${translate(x, y)} scale(${width / token.width} ${height / token.height})`,
              visibility: isOpen || isOnAxis(shape, frame, t) ? null : 'hidden',
            }
          }}
        >
          <TokenSquares
            trace={run.layer}
            kinds={scene.featureKinds}
            t={t}
            x={0}
            y={-geometry.token.height / 2}
            size={geometry.token}
            palette={palette}
          />
        </Part>
      )}
      {isOpen && form !== 'unrolled' ? (
        <Part
          as="rect"
          at={({ shape, frame }) => {
            const { x, y, width, height } = tokenPlace(shape, frame, t, true)
            return {
              x: x - width / 2 - 4,
              y: y - height / 2 - 4,
              width: width + 8,
              height: height + 8,
              opacity: frame.onlyFolded,
            }
          }}
          rx={3}
          className="stage-now-box"
        />
      ) : null}
      {mark && shownIn(fitting.mark) ? (
        <Part
          as="text"
          at={({ shape, frame }) => ({
            ...markPlace(shape, frame, t, mark, fitting.isBeside, isOpen),
            opacity: isOnAxis(shape, frame, t) ? markOpacity(frame) : 0,
          })}
          className="stage-mark"
        >
          {mark}
        </Part>
      ) : null}
      {shownIn(fitting.number) ? (
        <Part
          as="text"
          at={({ shape, frame }) => ({
            x: frame.scale.middle(t),
            y: frame.numbers,
            opacity: isOnAxis(shape, frame, t)
              ? opacity(fitting.number, frame) * (isBelowPane(frame, t) ? (1 - frame.onlyUnrolled) ** 6 : 1)
              : 0,
          })}
          className={
            isOpen ? 'stage-number stage-now' : isKnown ? 'stage-number stage-passed' : 'stage-number'
          }
        >
          {t}
        </Part>
      ) : null}
    </Part>
  )
}

export const ChainStep = memo(ChainStepView)
