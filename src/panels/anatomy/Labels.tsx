/** Symbols on ribbons and wires, and words where something is missing on purpose. */
import type { ReactElement } from 'react'
import type { Placement } from '../../describe/placementParts.ts'
import type { Messages } from '../../i18n/index.ts'
import { lineColour, type Drawing } from './drawing.ts'
import { MathSpans } from './MathLabel.tsx'

interface Props {
  readonly placement: Placement
  readonly drawing: Drawing
  readonly words: Messages['anatomy']
}

const Concat = ({ placement, words }: Omit<Props, 'drawing'>): ReactElement | null => {
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
}

/** Where other cells have a conveyor: a dotted line that says why there is none. */
const Without = ({ placement, words }: Omit<Props, 'drawing'>): ReactElement | null => {
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
}

export const Labels = ({ placement, drawing, words }: Props): ReactElement => (
  <g className="anatomy-labels">
    {placement.labels.map((label) => (
      <g
        key={`${label.symbol} ${label.x}`}
        className="anatomy-part"
        data-state={drawing.stateOf(label.since)}
      >
        <text
          x={label.x}
          y={label.y}
          fontSize={label.size}
          textAnchor={label.anchor}
          className={label.tone === 'muted' ? 'anatomy-label anatomy-muted' : 'anatomy-label'}
          style={{ fill: lineColour(label.tone) }}
        >
          <MathSpans symbol={label.symbol} time={label.time} before={placement.before} size={label.size} />
        </text>
      </g>
    ))}
    <Concat placement={placement} words={words} />
    <Without placement={placement} words={words} />
  </g>
)
