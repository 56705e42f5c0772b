/** The same job in each cell, mean over units at the open step. */
import type { ReactElement } from 'react'
import { JOBS, meanOf, slotOfJob, type Job } from '../../describe/jobs.ts'
import { cardPhaseOf } from '../../describe/phases.ts'
import { formatNumber, type CellRun } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import type { Compared } from './useCompared.ts'

const symbolText = (slot: string): string => slot.replace('-', ' − ')

interface JobProps {
  readonly compared: Compared
  readonly job: Job
  readonly run: CellRun
}

const JobCell = ({ compared, job, run }: JobProps): ReactElement => {
  const { moment, reveal, language, words } = compared
  const slot = slotOfJob(run.cell, job)
  if (slot === null)
    return (
      <td className="compare-none">
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">{words.noSuchGate}</span>
      </td>
    )
  const symbol = (
    <i style={{ color: toneVariable(job === 'candidate' && slot === run.cell.output ? 'hidden' : job) }}>
      {symbolText(slot)}
    </i>
  )
  if (!reveal && moment.phase < cardPhaseOf(run.cell, slot))
    return (
      <td>
        {symbol} <span aria-hidden="true">?</span>
        <span className="visually-hidden">{words.notYet}</span>
      </td>
    )
  const mean = meanOf(run.layer, moment.t, slot, job === 'candidate')
  return (
    <td data-cell={run.cellId} data-slot={slot} data-value={String(mean)}>
      {symbol} {formatNumber(mean, language)}
    </td>
  )
}

export const JobTable = ({ compared }: { readonly compared: Compared }): ReactElement => {
  const { runs, moment, words } = compared
  const units = [...new Set(runs.map(({ layer }) => layer.program.H))].join(', ')
  return (
    <section className="compare-part">
      <div className="compare-head">
        <h2 id="compare-jobs">{words.sameJob}</h2>
        <span className="compare-label">{words.meanOf(units, moment.t)}</span>
      </div>
      <table className="compare-table" aria-labelledby="compare-jobs">
        <thead>
          <tr>
            <th scope="col">{words.job}</th>
            {runs.map(({ cellId, cell }) => (
              <th scope="col" key={cellId}>
                {cell.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {JOBS.map((job) => (
            <tr key={job}>
              <th scope="row" style={{ color: toneVariable(job) }}>
                {words.jobs[job]}
              </th>
              {runs.map((run) => (
                <JobCell key={run.cellId} compared={compared} job={job} run={run} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {words.tied}
        {runs.some(({ cell }) => cell.carry.length === 0) ? ` ${words.noPast}` : ''}
      </p>
    </section>
  )
}
