/** The optimizer with the fields that it reads, and the two ways to keep weights small. */
import type { ReactElement } from 'react'
import { optimizer, optimizerNames, type OptimizerName, type OptimizerSettings } from '../../engine/index.ts'
import { training } from '../../store/training.ts'
import type { Draft, Field } from '../../store/trainingSetup.ts'
import { Choice, NumberField, type Shared } from './Field.tsx'
import { useWords } from './words.ts'

/** What each reads besides the learning rate. */
const FIELDS: Readonly<Record<OptimizerName, readonly ('momentum' | 'beta1' | 'beta2' | 'epsilon')[]>> = {
  sgd: [],
  momentum: ['momentum'],
  rmsprop: ['beta2', 'epsilon'],
  adadelta: ['beta2', 'epsilon'],
  adam: ['beta1', 'beta2', 'epsilon'],
  adamw: ['beta1', 'beta2', 'epsilon'],
}

interface Props {
  readonly draft: Draft
  readonly locked: boolean
  readonly shared: (field: Field) => Shared
}

export const OptimizerFields = ({ draft, locked, shared }: Props): ReactElement => {
  const { setup } = useWords()
  const own = draft.optimizer
  const edit = (part: Partial<OptimizerSettings>): void => training.edit({ optimizer: { ...own, ...part } })
  const choose = (name: OptimizerName): void => {
    // Penalty and decay are the reader's; all else starts at the new optimizer's own defaults.
    const { l2, weightDecay } = own
    training.edit({ optimizer: optimizer(name, { l2, weightDecay, learningRate: rateOf(name) }) })
  }
  const note = own.name === 'sgd' ? 'sgd' : own.name === 'momentum' ? 'momentum' : 'adaptive'
  return (
    <>
      <section className="train-section">
        <h3>{setup.optimizer}</h3>
        <Choice
          label={setup.optimizer}
          locked={locked}
          value={own.name}
          onChange={choose}
          options={optimizerNames.map((value) => ({ value, label: setup.names[value] }))}
        />
        <NumberField
          {...shared('learningRate')}
          value={own.learningRate}
          onChange={(value) => edit({ learningRate: value ?? NaN })}
        />
        {FIELDS[own.name].map((field) => (
          <NumberField
            key={field}
            {...shared(field)}
            value={own[field]}
            onChange={(value) => edit({ [field]: value ?? NaN })}
          />
        ))}
        <NumberField
          {...shared('clip')}
          value={draft.clip}
          optional
          hint={draft.clip === null ? setup.clipOff : setup.clipHint}
          onChange={(clip) => training.edit({ clip })}
        />
      </section>
      <section className="train-section">
        <h3>{setup.small}</h3>
        <NumberField
          {...shared('l2')}
          value={own.l2}
          hint={setup.l2Hint}
          onChange={(value) => edit({ l2: value ?? NaN })}
        />
        <NumberField
          {...shared('weightDecay')}
          value={own.weightDecay}
          hint={setup.weightDecayHint}
          onChange={(value) => edit({ weightDecay: value ?? NaN })}
        />
        <p className="train-maths">
          {setup.penaltyLine}
          <br />
          {setup.decayLine}
        </p>
        <p className="train-hint">{setup.decayNotes[note]}</p>
      </section>
    </>
  )
}

/** A rate to begin with: small networks learn well with more than the usual 0.001. */
const rateOf = (name: OptimizerName): number => {
  const usual = optimizer(name).learningRate
  return name === 'adam' || name === 'adamw' || name === 'rmsprop'
    ? usual * (name === 'rmsprop' ? 0.5 : 10)
    : usual
}
