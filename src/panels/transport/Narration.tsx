/**
 * What happens now, in one sentence with its numbers; announced when the reader steps. While playing it is hidden
 * from screen readers: that is quiet, and where it ends, the sentence appears for them and is announced once.
 */
import { lazy, Suspense, useMemo, type ReactElement } from 'react'
import { narrate, narrateTogether, type Part, type Speech } from '../../describe/narration/index.ts'
import {
  formatNumber,
  formatPercent,
  useLanguage,
  useMessages,
  useMoment,
  usePlaying,
  useRun,
  useScene,
  useView,
} from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'

const GradientNarration = lazy(async () => ({
  default: (await import('../gradient/GradientNarration.tsx')).GradientNarration,
}))

/** A part of the sentence: numbers stand out in the colour of what they do. */
const PartText = ({ part }: { readonly part: Part }): ReactElement => {
  const style = part.tone ? { color: toneVariable(part.tone) } : undefined
  if (part.symbol) return <i style={style}>{part.text}</i>
  if (part.strong) return <b style={style}>{part.text}</b>
  return <span style={style}>{part.text}</span>
}

/** A part that loses its tone is another element: one that was coloured keeps an empty `style`. */
const drawPart = (part: Part, index: number): ReactElement => (
  <PartText key={`${index} ${part.symbol ? 'symbol' : ''} ${part.tone ?? ''}`} part={part} />
)

/** The sentence for what is on screen. */
const useSentence = (): readonly Part[] => {
  const run = useRun()
  const [rnn, lstm, gru] = [useRun('rnn'), useRun('lstm'), useRun('gru')]
  const isFourth = useView((view) => view.feedforward)
  const memoryless = useRun('feedforward')
  const scene = useScene()
  const moment = useMoment()
  const unit = useView((view) => view.unit)
  const compare = useView((view) => view.compare)
  const language = useLanguage()
  return useMemo(() => {
    const speech: Speech = {
      language,
      number: (value) => formatNumber(value, language),
      percent: formatPercent,
    }
    const lanes = [isFourth ? memoryless : null, rnn, lstm, gru]
    const shown = (compare ? lanes : [run]).filter((each) => each !== null)
    // While another scene comes in, the playhead may still stand behind the end of the one before.
    if (!scene || shown.length === 0 || moment.t >= scene.T) return []
    if (compare) return narrateTogether(shown, scene, moment, speech)
    return narrate(shown[0]!, scene, moment, unit, speech)
  }, [run, isFourth, memoryless, rnn, lstm, gru, scene, moment, unit, compare, language])
}

export const Narration = (): ReactElement => {
  const words = useMessages().transport
  const playing = usePlaying()
  const parts = useSentence()
  const isBack = useView((view) => view.reading === 'gradient' && !view.compare)
  return (
    <p className="transport-narration" role="status" aria-label={words.narration}>
      <span key={playing ? 'playing' : 'at rest'} aria-hidden={playing || undefined}>
        {isBack ? (
          <Suspense>
            <GradientNarration draw={drawPart} />
          </Suspense>
        ) : (
          parts.map(drawPart)
        )}
      </span>
    </p>
  )
}
