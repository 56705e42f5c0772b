/** A part of the open cell as a button, on the way forward and on the way back. */
import { memo, type ReactElement } from 'react'
import type { Stop } from './stops.ts'

interface StopProps {
  readonly stop: Stop
  readonly label: string
  readonly isSelected: boolean
  readonly isTabbable: boolean
  /** What the keyboard's focus lights up: slot, unit, step; without it nothing. */
  readonly datum?: string
  readonly children?: ReactElement | undefined
}

/** The ring shows the keyboard's focus, 2 px outside; the area takes what is pressed where nothing is drawn. */
const Ring = memo(({ stop }: Pick<StopProps, 'stop'>): ReactElement => {
  const { x, y, width, height } = stop.area
  return (
    <>
      <rect
        x={x - 2}
        y={y - 2}
        width={width + 4}
        height={height + 4}
        rx={stop.kind === 'card' ? 8 : 4}
        className="anatomy-ring"
      />
      {stop.kind === 'part' ? (
        <rect x={x} y={y} width={width} height={height} className="anatomy-area" />
      ) : null}
    </>
  )
})

/** A part that can be reached and pressed. */
export const StopView = ({
  stop,
  label,
  isSelected,
  isTabbable,
  datum,
  children,
}: StopProps): ReactElement => (
  <g
    role="button"
    tabIndex={isTabbable ? 0 : -1}
    aria-label={label}
    aria-pressed={isSelected}
    className="anatomy-stop"
    data-stop={stop.name}
    data-focus={datum}
  >
    {children}
    <Ring stop={stop} />
  </g>
)
