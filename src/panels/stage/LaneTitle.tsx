/** The head of a lane of Compare: which cell, how large, and whether it learned; or why it is not there. */
import type { ReactElement } from 'react'
import { reachOf } from '../../describe/reach.ts'
import { cellOf } from '../../engine/index.ts'
import { useMessages } from '../../store/index.ts'
import type { LaneRun, LaneState } from './lanes.ts'

interface Props {
  readonly state: LaneState
  readonly top: number
  readonly height: number
  readonly isNarrow: boolean
}

/** The states whose colours do not end at ±1: the lanes differ there, and each says where its scale ends. */
const wideStates = ({ run }: LaneRun): readonly { readonly slot: string; readonly reach: number }[] =>
  run.cell.carry.map((slot) => ({ slot, reach: reachOf(run.layer, slot) })).filter(({ reach }) => reach !== 1)

export const LaneTitle = ({ state, top, height, isNarrow }: Props): ReactElement => {
  const words = useMessages().stage
  const { lane, failure, cellId } = state
  return (
    <div className={isNarrow ? 'stage-lane-title stage-lane-narrow' : 'stage-lane-title'} style={{ top }}>
      <h2>{cellOf(cellId).name}</h2>
      {lane ? (
        <p>
          <b>{lane.run.record.parameterCount}</b> {words.parametersWord}
        </p>
      ) : null}
      {lane && !lane.run.record.learned ? <p className="stage-not-learned">{words.notLearned}</p> : null}
      {lane
        ? wideStates(lane).map(({ slot, reach }) => (
            <p key={slot}>
              {words.coloursOf} <i>{slot}</i> ±{reach}
            </p>
          ))
        : null}
      {!lane && failure ? (
        <div className="stage-lane-failure" role="alert" style={{ maxHeight: height - 40 }}>
          <strong>{words.failed}</strong>
          <p>{failure.what}</p>
          <p>
            {words.expected}: {failure.expected}
            <br />
            {words.got}: {failure.got}
          </p>
          <p>{failure.todo}</p>
        </div>
      ) : null}
    </div>
  )
}
