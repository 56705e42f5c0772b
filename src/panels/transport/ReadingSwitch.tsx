/** Values forward or gradients back: two readings of the same equations, on the same stage and clock. */
import type { ReactElement } from 'react'
import { actions, useMessages, useView } from '../../store/index.ts'
import { Segmented } from '../../ui/controls/Segmented.tsx'

export const ReadingSwitch = (): ReactElement => {
  const words = useMessages().transport
  const reading = useView((view) => (view.compare ? 'values' : view.reading))
  return (
    <Segmented
      label={words.reading}
      hint={words.readingHint}
      className="transport-reading"
      options={[
        { value: 'values', label: words.values },
        { value: 'gradient', label: words.gradient },
      ]}
      value={reading}
      onChange={actions.setReading}
    />
  )
}
