/** What happens to the gradient in this phase, in one sentence with its numbers. */
import { useMemo, type ReactElement } from 'react'
import { narrateBack } from '../../describe/backNarration.ts'
import type { Part } from '../../describe/narration/index.ts'
import { formatNumber, formatPercent } from '../../store/index.ts'
import { useBack } from './useBack.ts'

interface Props {
  /** How the transport draws a part of a sentence. */
  readonly draw: (part: Part, index: number) => ReactElement
}

export const GradientNarration = ({ draw }: Props): ReactElement => {
  const back = useBack()
  const parts = useMemo((): readonly Part[] => {
    if (!back || back instanceof Error) return []
    const { found, moment, unit, of, language } = back
    const mark = found.marks.find((own) => own.t === moment.t && own.sent)
    const speech = {
      language,
      number: (value: number) => formatNumber(value, language),
      percent: formatPercent,
    }
    const loss = of === 'L' && mark ? mark.value : null
    return narrateBack({ site: found.site, t: moment.t, unit, of, loss, speech }, moment.phase)
  }, [back])
  return <>{parts.map(draw)}</>
}
