/** What each cell costs and how it did, with the terms of the comparison. */
import type { ReactElement, ReactNode } from 'react'
import { parameterCounts } from '../../describe/parameterCounts.ts'
import { scoreOf } from '../../describe/score.ts'
import { formatLoss, formatWhole, type CellRun, type Language } from '../../store/index.ts'
import type { Compared } from './useCompared.ts'

interface RowProps {
  readonly runs: readonly CellRun[]
  readonly label: string
  readonly of: (run: CellRun) => number
  readonly show: (value: number, run: CellRun) => ReactNode
  readonly column: string
}

const CostRow = ({ runs, label, of, show, column }: RowProps): ReactElement => (
  <tr>
    <th scope="row">{label}</th>
    {runs.map((run) => {
      const value = of(run)
      return (
        <td key={run.cellId} data-cell={run.cellId} data-measure={column} data-value={String(value)}>
          {show(value, run)}
        </td>
      )
    })}
  </tr>
)

/** '8' when all have 8; else all that there are, so that no difference is hidden. */
const alike = (counts: readonly number[], language: Language): string =>
  [...new Set(counts)].map((count) => formatWhole(count, language)).join(' / ')

/** One sentence a verdict: which cells learned within the budget and which did not. */
const Verdicts = ({ compared }: { readonly compared: Compared }): ReactElement => {
  const { runs, about, language, words } = compared
  const verdicts = runs.flatMap(({ cellId, cell }) => {
    const result = about?.results.find((own) => own.cellId === cellId && own.onScreen)
    return result && !result.record.learned ? [{ name: cell.name, verdict: result.verdict }] : []
  })
  const [first] = verdicts
  return (
    <>
      {first ? (
        <p className="compare-verdict">
          {words.verdict(verdicts.map(({ name }) => name).join(', '), first.verdict)}
        </p>
      ) : null}
      <p className="compare-note">
        {words.fair(
          alike(
            runs.map(({ record }) => record.hiddenSize),
            language,
          ),
          alike(
            runs.map(({ record }) => record.updates),
            language,
          ),
          alike(
            runs.map(({ record }) => record.seeds.length),
            language,
          ),
        )}{' '}
        {about?.criterion}
      </p>
    </>
  )
}

export const CostTable = ({ compared }: { readonly compared: Compared }): ReactElement => {
  const { runs, scene, language, words } = compared
  const whole = (value: number): string => formatWhole(value, language)
  const counts = new Map(runs.map((run) => [run.cellId, parameterCounts(run.network)]))
  const scores = new Map(runs.map((run) => [run.cellId, scoreOf(run.trace, scene.targets)]))
  const [first] = runs
  const outside = (first && counts.get(first.cellId)?.outside) ?? 0
  const asksForClass = [...scores.values()].some(({ right }) => right !== null)
  return (
    <section className="compare-part">
      <h2 id="compare-cost">{words.cost}</h2>
      <table className="compare-table" aria-labelledby="compare-cost">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.measure}</span>
            </th>
            {runs.map(({ cellId, cell }) => (
              <th scope="col" key={cellId}>
                {cell.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(
            [
              ['trained', words.parametersTrained],
              ['pytorch', words.parametersPyTorch],
              ['keras', words.parametersKeras],
              ['papers', words.parametersPapers],
            ] as const
          ).map(([way, label]) => (
            <CostRow
              key={way}
              runs={runs}
              label={label}
              column={`parameters-${way}`}
              of={({ cellId }) => counts.get(cellId)?.[way] ?? NaN}
              show={whole}
            />
          ))}
          {asksForClass ? (
            <CostRow
              runs={runs}
              label={words.right}
              column="right"
              of={({ cellId }) => scores.get(cellId)?.right ?? NaN}
              show={(value, { cellId }) => words.rightOf(value, scores.get(cellId)?.asked ?? 0)}
            />
          ) : (
            <CostRow
              runs={runs}
              label={words.meanError}
              column="error"
              of={({ cellId }) => scores.get(cellId)?.meanError ?? NaN}
              show={(value, { cellId }) =>
                scores.get(cellId)?.asked ? formatLoss(value, language) : words.noneAsked
              }
            />
          )}
          <CostRow
            runs={runs}
            label={words.loss}
            column="loss"
            of={({ record }) => record.validationLoss}
            show={(value) => formatLoss(value, language)}
          />
          <CostRow
            runs={runs}
            label={words.updates}
            column="updates"
            of={({ record }) => record.updates}
            show={whole}
          />
          <CostRow
            runs={runs}
            label={words.seeds}
            column="seeds"
            of={({ record }) => record.seeds.length}
            show={whole}
          />
          <CostRow
            runs={runs}
            label={words.learned}
            column="learned"
            of={({ record }) => Number(record.learned)}
            show={(value) => (value === 1 ? words.yes : words.no)}
          />
        </tbody>
      </table>
      <Verdicts compared={compared} />
      <p className="compare-note">
        {words.thisExample} {words.counting(outside)}
      </p>
    </section>
  )
}
