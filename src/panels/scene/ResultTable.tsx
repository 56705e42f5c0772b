/** How each cell did: its loss and measure beside the baseline, what it cost, and the verdict. */
import type { ReactElement } from 'react'
import { scene } from '../../i18n/scene.ts'
import { formatWhole, type About, type CellResult, useLanguage, useWords } from '../../store/index.ts'
import { Loss, Num, Whole } from './Num.tsx'

interface Props {
  readonly about: About
  /** Ids of the cells on screen. */
  readonly shown: readonly string[]
}

const Start = ({ record: { initialiser, horizon } }: CellResult): ReactElement => {
  const words = useWords(scene)
  const named = Object.entries(words.initialisers).find(([id]) => id === initialiser)?.[1] ?? initialiser
  return (
    <>
      {named}
      {horizon === null ? null : <span className="scene-faint"> D = {horizon}</span>}
    </>
  )
}

const Seeds = ({ record: { seeds, seed } }: CellResult): ReactElement => (
  <ul className="scene-seeds">
    {seeds.map((tried) => (
      <li key={tried.seed} className={tried.seed === seed ? 'scene-chosen' : undefined}>
        <Loss value={tried.validationLoss} />
      </li>
    ))}
  </ul>
)

export const ResultTable = ({ about, shown }: Props): ReactElement => {
  const words = useWords(scene)
  const language = useLanguage()
  const { baseline, results } = about
  // A measure that counts (the largest n) needs no decimals.
  const counts = [baseline, ...results.map(({ record }) => record)].every(({ metric }) =>
    Number.isInteger(metric),
  )
  const Measure = counts ? Whole : Num
  return (
    <div className="scene-scroll" tabIndex={0} role="region" aria-label={words.results}>
      <table className="scene-table scene-results">
        <thead>
          <tr>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.result}</th>
            <th scope="col">{words.measure}</th>
            <th scope="col">{words.bestLoss}</th>
            <th scope="col">{words.seedLosses}</th>
            <th scope="col">{words.parameters}</th>
            <th scope="col">{words.start}</th>
          </tr>
        </thead>
        <tbody>
          <tr data-cell="baseline">
            <th scope="row">{words.baseline(baseline.name)}</th>
            <td>—</td>
            <td data-column="metric">
              <Measure value={baseline.metric} />
            </td>
            <td data-column="loss">
              <Loss value={baseline.loss} />
            </td>
            <td>—</td>
            <td data-column="parameters">{words.none}</td>
            <td>—</td>
          </tr>
          {results.map((result) => {
            const { cellId, name, record, verdict, trainedTo, onScreen } = result
            return (
              <tr
                key={`${cellId} ${trainedTo ?? ''}`}
                data-cell={cellId}
                data-trained-to={trainedTo ?? undefined}
                className={onScreen && shown.includes(cellId) ? 'scene-shown' : undefined}
              >
                <th scope="row">
                  {trainedTo === null ? name : words.trainedHere(name, formatWhole(trainedTo, language))}
                </th>
                <td className={record.learned ? 'scene-learned' : 'scene-not-learned'}>
                  <span aria-hidden="true">{record.learned ? '✓ ' : '✕ '}</span>
                  {verdict}
                </td>
                <td data-column="metric">
                  <Measure value={record.metric} />
                </td>
                <td data-column="loss">
                  <Loss value={record.validationLoss} />
                </td>
                <td data-column="seeds">
                  <Seeds {...result} />
                </td>
                <td data-column="parameters">
                  <Whole value={record.parameterCount} />
                </td>
                <td>
                  <Start {...result} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
