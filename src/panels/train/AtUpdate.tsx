/** What the cursor's checkpoint says in numbers: a row a cell; with several seeds their spread. */
import type { ReactElement } from 'react'
import { formatLoss, formatNumber, useLanguage, useSceneText } from '../../store/index.ts'
import { learnedOf, useShownRun } from '../../store/trainingHooks.ts'
import { spreadOf } from '../../store/trainingRun.ts'
import { useTraining } from '../../store/trainingState.ts'
import { ExportRun } from './ExportRun.tsx'
import { OpenInExplore } from './OpenInExplore.tsx'
import { cellName, formatMetric, formatWhole, useWords } from './words.ts'

export const AtUpdate = (): ReactElement | null => {
  const words = useWords()
  const language = useLanguage()
  const text = useSceneText()
  const shown = useShownRun()
  const task = useTraining((state) => state.task?.task ?? null)
  if (!shown) return null
  const { run, checkpoint } = shown
  const { clip, seeds } = run.settings
  const several = seeds.length > 1
  const spreads = spreadOf(run, checkpoint)
  const measured = checkpoint.members.some(({ heldOut }) => heldOut !== null)
  const range = (values: readonly number[], format: typeof formatLoss): string =>
    words.at.range(format(Math.min(...values), language), format(Math.max(...values), language))
  return (
    <section className="train-section">
      <h3>{words.at.title(formatWhole(checkpoint.update, language))}</h3>
      <table className="train-table">
        {several ? <caption>{words.at.spread(seeds.length)}</caption> : null}
        <thead>
          <tr>
            <th scope="col">{words.at.cell}</th>
            <th scope="col">{words.at.loss}</th>
            <th scope="col">{words.at.metric}</th>
            <th scope="col">{words.at.gradient}</th>
            <th scope="col">{words.at.now}</th>
          </tr>
        </thead>
        <tbody>
          {spreads.map(({ cell, median, losses, metrics }) => {
            const own = run.members.flatMap((member, k) => (member.cell === cell ? [k] : []))
            const norms = own.map((k) => checkpoint.members[k]?.last?.gradientNorm ?? NaN)
            const clipped = clip !== null && norms.some((norm) => norm > clip)
            const stopped = own.every((k) => checkpoint.members[k]?.diverged)
            return (
              <tr key={cell} data-cell={cell}>
                <th scope="row">{cellName(cell)}</th>
                <td data-value={median.loss}>
                  {Number.isNaN(median.loss) ? '–' : formatLoss(median.loss, language)}
                  {several && !Number.isNaN(median.loss) ? <small>{range(losses, formatLoss)}</small> : null}
                </td>
                <td data-value={median.metric}>
                  {Number.isNaN(median.metric) ? '–' : formatMetric(median.metric, language)}
                  {several && !Number.isNaN(median.metric) ? (
                    <small>{range(metrics, formatMetric)}</small>
                  ) : null}
                </td>
                <td>{norms.every(Number.isNaN) ? '–' : formatNumber(norms[0]!, language)}</td>
                <td>{stopped ? words.at.stopped : clipped ? words.at.clipped : words.at.free}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {several && measured && task ? (
        <p className="train-learned">
          {words.at.learned(
            learnedOf(run, checkpoint, task)
              .map(({ cell, learned }) => words.at.of(cellName(cell), learned, seeds.length))
              .join(', '),
          )}
        </p>
      ) : null}
      <p className="train-hint">
        {words.at.metric}: {text?.metric[language]}. {text?.criterion[language]}
      </p>
      <OpenInExplore shown={shown} />
      <ExportRun shown={shown} />
    </section>
  )
}
