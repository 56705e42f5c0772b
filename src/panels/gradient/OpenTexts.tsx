/** What stands around the open cell on the way back: title, what is sent back, the input. */
import type { ReactElement } from 'react'
import { paletteOf } from '../stage/palette.ts'
import type { StageGeometry } from '../stage/stageGeometry.ts'
import { Token } from '../stage/Token.tsx'
import { LossMark } from './LossMark.tsx'
import type { Bar } from './lossMarks.ts'
import { sourceText } from './sourceText.ts'
import type { Back } from './useBack.ts'

interface Props {
  readonly back: Back
  readonly geometry: StageGeometry
  readonly bar: Bar | null
}

export const OpenTexts = ({ back, geometry, bar }: Props): ReactElement => {
  const { moment, words, scene, run, theme, of } = back
  const { anatomy, openToken } = geometry
  const { width } = anatomy
  const { input, output } = anatomy.lanes
  const isNarrow = geometry.gutter === null
  const { reversed } = run.layer
  // On the narrow stage the loss needs the title's side.
  const isTurned = isNarrow && reversed
  const embedded = run.network.spec.input.kind === 'embedding'
  return (
    <>
      <text
        x={isTurned ? width - 10 : isNarrow ? 10 : 12}
        y={24}
        className={isTurned ? 'stage-title stage-end' : 'stage-title'}
      >
        <tspan className="stage-now">t = {moment.t}</tspan>
        <tspan dx={14} className="back-title">
          {words.backward}
        </tspan>
        <tspan dx={10} className="stage-size">
          {isNarrow ? '' : sourceText(back)}
        </tspan>
      </text>
      {input === null ? null : (
        <>
          <Token
            trace={run.layer}
            kinds={scene.featureKinds}
            t={moment.t}
            x={anatomy.inputPort}
            y={input - 14}
            size={openToken}
            palette={paletteOf(theme)}
          />
          <text
            x={anatomy.inputPort + (reversed ? -14 : 14)}
            y={input + 4}
            className={reversed ? 'stage-said stage-end' : 'stage-said'}
          >
            {scene.said[moment.t]}
          </text>
          {isNarrow ? null : (
            <text
              x={reversed ? 12 : width - 12}
              y={input + 4}
              className={reversed ? 'stage-label' : 'stage-label stage-end'}
            >
              {scene.inputName !== null ? words.toBelow : embedded ? words.toEmbedding : words.noInput}
            </text>
          )}
        </>
      )}
      {bar && output !== null && anatomy.outputPort !== null ? (
        <LossMark
          bar={bar}
          x={anatomy.outputPort}
          y={output}
          half={geometry.outputReach - 2}
          to={null}
          isKnown
          slot={of}
        />
      ) : null}
    </>
  )
}
