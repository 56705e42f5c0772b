/** Symbols on ribbons and wires, and words where something is missing on purpose. */
import { memo, type ReactElement } from 'react'
import type { Placement, PlacedLabel } from '../../describe/placementParts.ts'
import type { Messages } from '../../i18n/index.ts'
import { lineColour, type Drawing, type PartState } from './drawing.ts'
import { MathSpans } from './MathLabel.tsx'

interface Props {
  readonly placement: Placement
  readonly drawing: Drawing
  readonly words: Messages['anatomy']
}

const Concat = memo(({ placement, words }: Omit<Props, 'drawing'>): ReactElement | null => {
  const { concat, cell } = placement
  if (!concat) return null
  return (
    <text
      x={concat.x}
      y={concat.y}
      className="anatomy-name anatomy-concat"
      fontSize={11}
      textAnchor={placement.before === 't−1' ? 'start' : 'end'}
    >
      {concat.carry === null ? null : `${words.concat} `}
      <tspan className="anatomy-bracket">
        {concat.carry === null ? null : (
          <>
            {'['}
            <MathSpans symbol={cell.output} time={placement.before} size={11} />
            {', '}
          </>
        )}
        <MathSpans symbol="x" time="t" size={11} />
        {concat.carry === null ? null : ']'}
      </tspan>
    </text>
  )
})

/** Where other cells have a conveyor: a dotted line that says why there is none. */
const Without = memo(({ placement, words }: Omit<Props, 'drawing'>): ReactElement | null => {
  const { without, geometry } = placement
  if (without === null) return null
  const y = geometry.lanes.conveyor
  const isShort = geometry.width < 400
  const [rewritten, memoryless] = isShort
    ? [words.noConveyorShort, words.noMemoryShort]
    : [words.noConveyor, words.noMemory]
  return (
    <>
      <path d={`M0 ${y}H${geometry.width}`} className="anatomy-without" />
      <text x={geometry.width / 2} y={y - 7} className="anatomy-without-words">
        {without === 'conveyor' ? rewritten : memoryless}
      </text>
    </>
  )
})

interface LabelProps extends Pick<Placement, 'before'> {
  readonly label: PlacedLabel
  readonly state: PartState
}

const Label = memo(({ label, state, before }: LabelProps): ReactElement => (
  <g className="anatomy-part" data-state={state}>
    <text
      x={label.x}
      y={label.y}
      fontSize={label.size}
      textAnchor={label.anchor}
      className={label.tone === 'muted' ? 'anatomy-label anatomy-muted' : 'anatomy-label'}
      style={{ fill: lineColour(label.tone) }}
    >
      <MathSpans symbol={label.symbol} time={label.time} before={before} size={label.size} />
    </text>
  </g>
))

export const Labels = ({ placement, drawing, words }: Props): ReactElement => (
  <g className="anatomy-labels">
    {placement.labels.map((label) => (
      <Label
        key={`${label.symbol} ${label.x}`}
        label={label}
        state={drawing.stateOf(label.since)}
        before={placement.before}
      />
    ))}
    <Concat placement={placement} words={words} />
    <Without placement={placement} words={words} />
  </g>
)
