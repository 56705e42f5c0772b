/** What the networks start with and how far back is looked, and what these networks are. */
import type { ReactElement } from 'react'
import { halfLifeOfBias } from '../../describe/vanishing.ts'
import { formatNumber, useLanguage, useSceneTitle } from '../../store/index.ts'
import {
  gradientFields,
  horizonOf,
  OTHER_CELLS,
  type GradientMember,
  type GradientSettings,
} from '../../store/gradientLab.ts'
import { Select } from '../../ui/controls/Select.tsx'
import { Slider } from '../../ui/controls/Slider.tsx'
import { Symbols } from '../labs/Symbols.tsx'
import { Choice } from '../train/Field.tsx'
import { cellName } from '../train/words.ts'
import { useWords } from './words.ts'

interface Props {
  readonly settings: GradientSettings
  readonly change: (part: Partial<GradientSettings>) => void
  readonly members: readonly GradientMember[]
}

const sigmoid = (b: number): number => 1 / (1 + Math.exp(-b))

export const Controls = ({ settings, change, members }: Props): ReactElement => {
  const words = useWords().setup
  const language = useLanguage()
  const title = useSceneTitle()
  const { start, radius, bias, delay, seed, more } = settings
  const trained = start === 'trained'
  const number = (value: number): string => formatNumber(value, language)
  const slider = (name: 'radius' | 'bias' | 'delay' | 'seed') => ({
    ...gradientFields[name],
    value: settings[name],
    onChange: (value: number) => change({ [name]: value }),
  })
  return (
    <div className="train-setup">
      <section className="train-section">
        <h3>{words.start}</h3>
        <Choice
          label={words.start}
          columns={3}
          locked={false}
          value={start}
          onChange={(value) => change({ start: value })}
          options={[
            { value: 'bias', label: words.fresh },
            { value: 'chrono', label: words.chrono },
            { value: 'trained', label: words.trained },
          ]}
        />
        <p className="train-hint">{trained ? words.trainedNote(title) : words.freshNote}</p>
      </section>
      <section className="train-section">
        <Slider {...slider('radius')} label={words.radius} text={number(radius)} disabled={trained} />
        <p className="train-hint">{words.radiusNote}</p>
      </section>
      <section className="train-section">
        <Slider {...slider('bias')} label={words.bias} text={number(bias)} disabled={start !== 'bias'} />
        <p className="train-hint" data-half-life={halfLifeOfBias(bias)}>
          {start === 'chrono' ? (
            <Symbols text={words.chronoNote(horizonOf(delay) - 1)} />
          ) : (
            words.biasNote(number(sigmoid(bias)), number(halfLifeOfBias(bias)))
          )}
        </p>
      </section>
      <section className="train-section">
        <Slider {...slider('delay')} label={words.delay} text={words.steps(delay)} />
        <Slider {...slider('seed')} label={words.seed} text={String(seed)} disabled={trained} />
        {trained ? null : (
          <Select
            label={words.more}
            named
            value={more}
            options={[
              { value: 'none', label: words.none },
              ...OTHER_CELLS.map((id) => ({ value: id, label: cellName(id) })),
            ]}
            onChange={(value) =>
              change({
                more: value,
                ...(value !== 'none' && { cell: value }),
              })
            }
          />
        )}
      </section>
      <section className="train-section">
        <h3>{words.networks}</h3>
        <table className="train-table">
          <thead>
            <tr>
              <th scope="col">{words.cell}</th>
              <th scope="col">{words.radii}</th>
              <th scope="col">{words.kept}</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ cell, radii, kept, paths }) => (
              <tr key={cell} data-cell={cell}>
                <th scope="row">{cellName(cell)}</th>
                <td>
                  {radii.map(({ gate, radius: own }) => (
                    <span key={gate} className="lab-pair" data-radius={own}>
                      {radii.length > 1 ? <i>{gate}</i> : null} {number(own)}
                    </span>
                  ))}
                </td>
                <td data-kept={kept ?? ''}>
                  {kept === null ? '–' : `${paths.direct?.gate.replace('-', '−') ?? ''} ${number(kept)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
