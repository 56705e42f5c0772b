/** "Widen the gap": how far back each network can remember, really trained at every gap. */
import { useMemo, type ReactElement } from 'react'
import { useLanguage } from '../../store/index.ts'
import { GAP_BUDGET, memorylessFields, RECALLED, type MemorylessSettings } from '../../store/memoryless.ts'
import { useGapStudy } from '../../store/memorylessHooks.ts'
import { Slider } from '../../ui/controls/Slider.tsx'
import { formatWhole } from '../train/words.ts'
import { GapChart } from './GapChart.tsx'
import { GapPicture } from './GapPicture.tsx'
import { AllGaps, AtGap } from './GapTables.tsx'
import { RunBar } from './RunBar.tsx'
import { useWords } from './words.ts'

/** Pictures are not squeezed further; a page that is still being laid out has no width yet. */
const LEAST_WIDTH = 260

interface Props {
  readonly settings: MemorylessSettings
  readonly change: (part: Partial<MemorylessSettings>) => void
  readonly width: number
  readonly narrow: boolean
}

export const GapSection = ({ settings, change, width, narrow }: Props): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const study = useGapStudy(settings)
  const contestants = useMemo(() => study.rows.map(({ contestant }) => contestant), [study])
  const { gap, k } = settings
  const inner = Math.max(LEAST_WIDTH, width - (narrow ? 24 : 36))
  return (
    <section className="lab-section" aria-labelledby="memoryless-gap">
      <h3 id="memoryless-gap">{words.gap.title}</h3>
      <p>{words.gap.text(formatWhole(GAP_BUDGET.updates, language))}</p>
      <div className="memoryless-slider">
        <Slider
          {...memorylessFields.gap}
          label={words.gap.slider}
          value={gap}
          text={words.setup.steps(gap)}
          onChange={(value) => change({ gap: value })}
        />
      </div>
      <GapPicture gap={gap} k={k} width={inner} />
      <RunBar wanted={study.trials} contestants={contestants} />
      <h4>{words.gap.chart}</h4>
      <GapChart
        {...{ study, gap, k, width: inner, narrow, bound: RECALLED }}
        onSelect={(value) => change({ gap: value })}
      />
      <AtGap study={study} gap={gap} />
      <AllGaps study={study} />
      <ul className="memoryless-said">
        {Object.values(words.gap.said).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
