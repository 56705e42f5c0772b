/** The form of a run, at the right: what is trained, from which weights, with which optimizer. */
import { useId, type ReactElement } from 'react'
import { useLanguage } from '../../store/index.ts'
import { training } from '../../store/training.ts'
import { isBusy, useProblems } from '../../store/trainingHooks.ts'
import type { Draft, Field } from '../../store/trainingSetup.ts'
import { useTraining } from '../../store/trainingState.ts'
import { AtUpdate } from './AtUpdate.tsx'
import { CellsField } from './CellsField.tsx'
import { Choice, ListField, NumberField, Row } from './Field.tsx'
import { OptimizerFields } from './OptimizerFields.tsx'
import { problemText } from './problemText.ts'
import { Sizes } from './Sizes.tsx'
import { useWords } from './words.ts'

const SCHEMES = ['recommended', 'default', 'orthogonal', 'glorot', 'forget-bias', 'chrono'] as const

interface FormProps {
  readonly draft: Draft
  readonly locked: boolean
}

const Form = ({ draft, locked }: FormProps): ReactElement => {
  const words = useWords()
  const { setup } = words
  const language = useLanguage()
  const errorId = useId()
  const problems = useProblems()
  const task = useTraining((state) => state.task)
  const lengths = useTraining((state) => state.lengths)
  const lossChoices = useTraining((state) => state.lossChoices)
  const is = (field: Field): boolean => problems.some((problem) => problem.field === field)
  const shared = (field: Field) => ({ label: setup[field], locked, invalid: is(field), errorId })
  return (
    <>
      <section className="train-section">
        <CellsField chosen={draft.cells} locked={locked} />
        <NumberField
          {...shared('hiddenSize')}
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
          value={draft.updates}
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
      {problems.length > 0 ? (
        <div id={errorId} className="train-problems" role="alert">
          <p>{words.notices.cannot}</p>
          <ul>
            {problems.map((problem) => {
              const text = problemText(problem, words, language)
              return <li key={text}>{text}</li>
            })}
          </ul>
        </div>
      ) : null}
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
