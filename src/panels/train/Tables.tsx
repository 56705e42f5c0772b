/** The charts and maps as tables: the same numbers for those who read rather than look. */
import type { ReactElement } from 'react'
import { at } from '../../engine/index.ts'
import { formatLoss, formatNumber, useLanguage } from '../../store/index.ts'
import type { ShownRun } from '../../store/trainingHooks.ts'
import { Details } from '../../ui/controls/Details.tsx'
import { mapSlots } from './stageRows.ts'
import { cellName, formatWhole, useWords } from './words.ts'

const Losses = ({ shown }: { readonly shown: ShownRun }): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const { run, checkpoints } = shown
  const several = run.settings.seeds.length > 1
  return (
    <div className="train-scroll" tabIndex={0} role="region" aria-label={words.table.losses}>
      <table className="train-numbers">
        <caption>{words.table.losses}</caption>
        <thead>
          <tr>
            <th scope="col">{words.table.update}</th>
            {run.members.map(({ id, cell, seed }) => (
              <th key={id} scope="col">
                {several ? `${cellName(cell)}, ${words.seed(seed)}` : cellName(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checkpoints.map(({ update, members }) => (
            <tr key={update}>
              <th scope="row">{formatWhole(update, language)}</th>
              {members.map(({ heldOut }, k) => (
                <td key={run.members[k]!.id}>{heldOut ? formatLoss(heldOut.loss, language) : '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface StepsProps {
  readonly shown: ShownRun
  readonly unit: number
}

const Steps = ({ shown, unit }: StepsProps): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const { network, part, checkpoint } = shown
  const layer = shown.traceAt(checkpoint).traces[part]!
  const caption = words.table.unit(unit, formatWhole(checkpoint.update, language))
  const slots = mapSlots(network.parts[part]!.program.cell)
  return (
    <div className="train-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="train-numbers">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.table.step}</th>
            {slots.map(({ slot }) => (
              <th key={slot} scope="col">
                {slot}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: layer.T }, (_, t) => (
            <tr key={t}>
              <th scope="row">{t}</th>
              {slots.map(({ slot }) => (
                <td key={slot}>{formatNumber(at(layer, t, slot)[unit]!, language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const Tables = ({ shown, unit }: StepsProps): ReactElement => {
  const words = useWords()
  return (
    <Details className="train-tables" summary={words.table.title}>
      {() => (
        <div className="train-tables-row">
          <Losses shown={shown} />
          <Steps shown={shown} unit={unit} />
        </div>
      )}
    </Details>
  )
}
