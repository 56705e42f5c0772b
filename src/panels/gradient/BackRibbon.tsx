/** The gradient of a carried value through the closed columns: painted once, cut by CSS at the lens. */
import { useEffect, useMemo, useRef, type ReactElement } from 'react'
import { MOST_STRANDS, strandsOf } from '../../describe/strands.ts'
import { gradPlane, type Trace } from '../../engine/index.ts'
import { tableOf, type Theme } from '../../ui/colour.ts'
import { signedLogPlane } from '../../ui/signedLog.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import { paintRibbon } from '../stage/paintRibbon.ts'

interface Props {
  /** With its gradients. */
  readonly layer: Trace
  readonly slot: string
  /** Middle and height. */
  readonly y: number
  readonly height: number
  readonly scale: TimeScale
  readonly unit: number
  readonly theme: Theme
  /** End of the colour scale. */
  readonly reach: number
  /** Known from the left in a reversed layer. */
  readonly reversed: boolean
  readonly reveal: boolean
}

interface Cut {
  readonly from: number
  readonly end: number
}

/** The closed columns whose gradients are known: those on one side of the lens, with `reveal` on both. */
export const backCuts = (
  { first, last, open }: TimeScale,
  reveal: boolean,
  reversed: boolean,
): readonly Cut[] => {
  const lens = open ?? first
  const cuts = [
    { from: first, end: reveal || reversed ? lens : first },
    { from: Math.max(first, open === null ? first : lens + 1), end: reveal || !reversed ? last + 1 : first },
  ]
  return cuts.filter((cut) => cut.end > cut.from)
}

const Painted = ({
  layer,
  slot,
  unit,
  theme,
  reach,
  scale,
  from,
}: Omit<Props, 'y' | 'height' | 'reveal' | 'reversed'> & { readonly from: number }): ReactElement => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { T } = layer
  const { H } = layer.program
  // With a strand for every unit the selection changes nothing.
  const alone = H > MOST_STRANDS ? unit : 0
  const strands = useMemo(() => strandsOf(H, alone), [H, alone])
  useEffect(() => {
    if (!canvas.current) return
    const places = signedLogPlane(gradPlane(layer, slot), reach)
    paintRibbon(canvas.current, places, T, H, strands, tableOf('cell', theme))
  }, [layer, slot, reach, T, H, strands, theme])
  const style = { left: -from * scale.w, width: T * scale.w }
  return <canvas ref={canvas} className="stage-paint" style={style} aria-hidden="true" />
}

export const BackRibbon = ({ y, height, reveal, reversed, ...painted }: Props): ReactElement => {
  const { scale, layer } = painted
  const strands = strandsOf(layer.program.H, 0).length
  return (
    <>
      {backCuts(scale, reveal, reversed).map(({ from, end }) => (
        <div
          key={from < (scale.open ?? -1) ? 'ahead' : 'past'}
          className="stage-ribbon"
          style={{ left: scale.left(from), top: y - height / 2, width: (end - from) * scale.w, height }}
        >
          <Painted {...painted} from={from} />
          <div className="stage-strands" style={{ backgroundSize: `100% ${height / strands}px` }} />
        </div>
      ))}
    </>
  )
}
