/** The form of a run, at the right: what is trained, from which weights, with which optimizer. */
import type { ReactElement } from 'react'
import { useLanguage } from '../../store/index.ts'
import { training } from '../../store/training.ts'
import { isBusy, useProblems } from '../../store/trainingHooks.ts'
import { sameRun, type Draft, type Field } from '../../store/trainingSetup.ts'
import { useTraining } from '../../store/trainingState.ts'
import { AtUpdate } from './AtUpdate.tsx'
import { CellsField } from './CellsField.tsx'
import { fieldId } from './Blocked.tsx'
import { Choice, ListField, NumberField, Row, type Shared } from './Field.tsx'
import { OptimizerFields } from './OptimizerFields.tsx'
import { problemText } from './problemText.ts'
import { Sizes } from './Sizes.tsx'
import { formatWhole, useWords } from './words.ts'

const SCHEMES = ['recommended', 'default', 'orthogonal', 'glorot', 'forget-bias', 'chrono'] as const

/** What the number of updates counts for the run on screen: all of them, or once it is finished, those to come. */
const useUpdatesHint = (): string | undefined => {
  const { setup } = useWords()
  const language = useLanguage()
  return useTraining(({ run, draft, phase }) => {
    if (!run || !draft || phase !== 'resting' || run.update === 0 || !sameRun(run.settings, draft))
      return undefined
    if (run.update < run.until) return setup.updatesInAll
    return Number.isInteger(draft.updates)
      ? setup.updatesMore(formatWhole(run.update + draft.updates, language))
      : undefined
  })
}

interface FormProps {
  readonly draft: Draft
  readonly locked: boolean
}

const Form = ({ draft, locked }: FormProps): ReactElement => {
  const words = useWords()
  const { setup } = words
  const language = useLanguage()
  const problems = useProblems()
  const task = useTraining((state) => state.task)
  const lengths = useTraining((state) => state.lengths)
  const lossChoices = useTraining((state) => state.lossChoices)
  const updatesHint = useUpdatesHint()
  const shared = (field: Field): Shared => ({
    id: fieldId(field),
    label: setup[field],
    locked,
    wrong: problems
      .filter((problem) => problem.field === field)
      .map((problem) => problemText(problem, words, language)),
  })
  return (
    <>
      <section className="train-section">
        <CellsField {...shared('cells')} chosen={draft.cells} />
        <NumberField
          {...shared('hiddenSize')}
          whole
          value={draft.hiddenSize}
          onChange={(value) => training.edit({ hiddenSize: value ?? NaN })}
        />
        <Row label={setup.equal}>
          <Choice
            label={setup.equal}
            locked={locked}
            columns={2}
            value={draft.equal}
            onChange={(equal) => training.edit({ equal })}
            options={[
              { value: 'size', label: setup.equalSize },
              { value: 'parameters', label: setup.equalParameters },
            ]}
          />
        </Row>
        {problems.length === 0 ? <Sizes draft={draft} /> : null}
        <NumberField
          {...shared('layers')}
          whole
          value={draft.layers}
          onChange={(value) => training.edit({ layers: value ?? NaN })}
        />
        <Row label={setup.direction}>
          <Choice
            label={setup.direction}
            locked={locked}
            value={draft.direction}
            onChange={(direction) => training.edit({ direction })}
            options={(['forward', 'reverse', 'bidirectional'] as const).map((value) => ({
              value,
              label: setup[value],
            }))}
          />
        </Row>
        {lossChoices.length > 1 ? (
          <>
            <Row label={setup.lossOn}>
              <Choice
                label={setup.lossOn}
                locked={locked}
                columns={2}
                value={draft.lossOn ?? lossChoices[0]!}
                onChange={(on) => training.edit({ lossOn: on === lossChoices[0] ? null : on })}
                options={(['every', 'last'] as const).map((value) => ({ value, label: setup.losses[value] }))}
              />
            </Row>
            <p className="train-hint train-sizes">{setup.lossNotes[draft.lossOn ?? lossChoices[0]!]}</p>
          </>
        ) : null}
        {lengths ? (
          <NumberField
            {...shared('T')}
            whole
            value={draft.T ?? lengths.usual}
            onChange={(value) => training.edit({ T: value === lengths.usual ? null : (value ?? NaN) })}
          />
        ) : (
          <Row label={setup.T}>
            <span className="train-fixed">{setup.fixedT(task?.task.longest ?? 0)}</span>
          </Row>
        )}
        <NumberField
          {...shared('batch')}
          whole
          value={draft.batch}
          onChange={(value) => training.edit({ batch: value ?? NaN })}
        />
        <ListField
          {...shared('seeds')}
          values={draft.seeds}
          hint={setup.seedsHint}
          onChange={(seeds) => training.edit({ seeds })}
        />
        <NumberField
          {...shared('updates')}
          whole
          value={draft.updates}
          hint={updatesHint}
          onChange={(value) => training.edit({ updates: value ?? NaN })}
        />
        <button type="button" className="button train-equal" disabled={locked} onClick={training.equalTerms}>
          {setup.equalTerms}
        </button>
        <p className="train-hint">{setup.equalTermsNote}</p>
      </section>
      <section className="train-section">
        <h3>{setup.initialiser}</h3>
        <Choice
          label={setup.initialiser}
          locked={locked}
          value={draft.initialiser}
          onChange={(initialiser) => training.edit({ initialiser })}
          options={SCHEMES.map((value) => ({ value, label: setup.schemes[value] }))}
        />
        <p className="train-hint">{setup.schemeNotes[draft.initialiser]}</p>
      </section>
      <OptimizerFields draft={draft} locked={locked} shared={shared} />
    </>
  )
}

export const Setup = (): ReactElement | null => {
  const { setup } = useWords()
  const draft = useTraining((state) => state.draft)
  const locked = useTraining(isBusy)
  if (!draft) return null
  return (
    <div className="train-setup">
      <div className="train-setup-head">
        <h2>{setup.title}</h2>
        <span>{locked ? setup.locked : setup.hint}</span>
      </div>
      <Form draft={draft} locked={locked} />
      <AtUpdate />
    </div>
  )
}
