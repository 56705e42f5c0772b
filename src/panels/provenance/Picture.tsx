/** The river of a memory: one ribbon an earlier write, from its own step to the step that is split. */
import { useMemo, type ReactElement } from 'react'
import { provenance } from '../../i18n/provenance.ts'
import { useHover, useWords } from '../../store/index.ts'
import { endOf, type TimeScale } from '../../ui/timeScale.ts'
import { Labels } from './Labels.tsx'
import { Ribbons } from './Ribbons.tsx'
import { riverOf } from './river.ts'
import type { KeptView, ProvenanceView } from './useProvenance.ts'

interface Props {
  readonly view: ProvenanceView
  readonly kept: KeptView
  readonly scale: TimeScale
  readonly gutter: number
  readonly width: number
  readonly height: number
}

const PAD = 10
/** Gutters at least this wide hold a name. */
const NAMED_GUTTER = 90

export const Picture = ({ view, kept, scale, gutter, width, height }: Props): ReactElement | null => {
  const words = useWords(provenance)
  const hover = useHover()
  const { memory, masses, found, shares, drawn, update } = kept
  const { run, unit, scene } = view
  const river = useMemo(
    () =>
      found &&
      riverOf({
        memory,
        masses,
        parts: drawn.shown,
        t: found.t,
        scale,
        top: PAD,
        height: height - 2 * PAD,
      }),
    [found, memory, masses, drawn, scale, height],
  )
  if (!river) return null
  const activeStep = hover && hover.slot === update.slot && hover.unit === unit ? hover.t : null
  const left = scale.left(scale.first)
  const right = endOf(scale)
  const [from, to] = river.direction > 0 ? [left, river.endX] : [river.endX, right]
  return (
    <svg className="provenance-picture" width={width} height={height}>
      {gutter >= NAMED_GUTTER ? (
        <>
          <text x={16} y={river.zero + 4} className="provenance-name">
            {words.name}
          </text>
          <text x={gutter - 10} y={river.zero + 4.5} className="provenance-symbol">
            {update.slot}
          </text>
        </>
      ) : null}
      {river.ribbons
        .filter(({ part }) => part === null)
        .map(({ path, isNegative }) => (
          <path key={isNegative ? 'down' : 'up'} d={path} className="provenance-others" />
        ))}
      <path d={`M${from} ${river.zero}H${to}`} className="provenance-zero" />
      <Ribbons
        ribbons={river.ribbons.filter(({ part }) => part !== null)}
        run={run}
        update={update}
        unit={unit}
        direction={river.direction}
        activeStep={activeStep}
      />
      <path d={river.value} className="provenance-value" />
      <Labels
        river={river}
        strongest={shares.shown}
        slot={update.slot}
        marks={scene.marks}
        scale={scale}
        top={PAD}
        bottom={height - PAD}
        activeStep={activeStep}
      />
    </svg>
  )
}
