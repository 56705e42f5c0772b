/** The laboratory "feed-forward against recurrence". */
import { useEffect, type ReactElement } from 'react'
import { useLabSettings } from '../../store/labSettings.ts'
import { memorylessFields } from '../../store/memoryless.ts'
import { trials } from '../../store/trials.ts'
import { LabFrame } from '../labs/LabFrame.tsx'
import { Controls } from './Controls.tsx'
import { GapSection } from './GapSection.tsx'
import { OrderSection } from './OrderSection.tsx'
import { useWords } from './words.ts'
import './memoryless.css'

export const MemorylessPage = (): ReactElement => {
  const words = useWords()
  const [settings, change] = useLabSettings(memorylessFields)
  useEffect(() => void trials.restore(), [])
  return (
    <LabFrame
      title={words.title}
      intro={words.intro}
      side={words.side}
      controls={<Controls settings={settings} change={change} />}
    >
      {(width, layout) => {
        const props = { settings, change, width, narrow: layout === 'narrow' }
        return (
          <>
            <GapSection {...props} />
            <OrderSection {...props} />
          </>
        )
      }}
    </LabFrame>
  )
}
