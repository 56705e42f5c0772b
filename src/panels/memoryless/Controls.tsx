/** Who meets: the window's steps, the recurrent cells, the seeds; and what each of them is. */
import type { ReactElement } from 'react'
import { memorylessFields, type MemorylessSettings } from '../../store/memoryless.ts'
import { Slider } from '../../ui/controls/Slider.tsx'
import { Choice, Row } from '../train/Field.tsx'
import { useWords } from './words.ts'

interface Props {
  readonly settings: MemorylessSettings
  readonly change: (part: Partial<MemorylessSettings>) => void
}

export const Controls = ({ settings, change }: Props): ReactElement => {
  const words = useWords()
  const { setup, modelNotes, models } = words
  const { k, seeds, cells, equal } = settings
  return (
    <div className="train-setup">
      <section className="train-section">
        <Slider
          {...memorylessFields.k}
          label={setup.window}
          value={k}
          text={setup.steps(k)}
          onChange={(value) => change({ k: value })}
        />
        <Row label={setup.cells}>
          <Choice
            label={setup.cells}
            columns={2}
            locked={false}
            value={cells}
            onChange={(value) => change({ cells: value })}
            options={[
              { value: 'rnn', label: setup.rnn },
              { value: 'all', label: setup.allShort },
            ]}
          />
        </Row>
        <Row label={setup.equal}>
          <Choice
            label={setup.equal}
            columns={2}
            locked={false}
            value={equal}
            onChange={(value) => change({ equal: value })}
            options={[
              { value: 'size', label: setup.units },
              { value: 'parameters', label: setup.parameters },
            ]}
          />
        </Row>
        <p className="train-hint">{setup.equalNote[equal]}</p>
        <Slider
          {...memorylessFields.seeds}
          label={setup.seeds}
          value={seeds}
          text={setup.seedsText(seeds)}
          onChange={(value) => change({ seeds: value })}
        />
        <p className="train-hint">{setup.seedsNote}</p>
      </section>
      <section className="train-section memoryless-notes">
        <h3>{models.memoryless}</h3>
        <p>{modelNotes.memoryless}</p>
        <h3>{models.window(k)}</h3>
        <p>{modelNotes.window(k)}</p>
        <h3>{cells === 'all' ? setup.all : setup.rnn}</h3>
        <p>{modelNotes.recurrent}</p>
        <p className="train-hint">{setup.start}</p>
      </section>
    </div>
  )
}
