/**
 * The frame of the inspector: a column at the right, below 1180 px a drawer, below 700 px a sheet at the
 * bottom with three heights.
 */
import { useRef, useState, type PointerEvent, type ReactElement, type ReactNode } from 'react'
import { useMessages } from '../store/index.ts'
import type { Layout } from '../ui/useWidth.ts'

const HEIGHTS = ['peek', 'open', 'full'] as const
type Height = (typeof HEIGHTS)[number]

/** A drag of the handle counts from here on; less is a press. */
const DRAG_PX = 24

interface Props {
  readonly layout: Layout
  readonly label: string
  /** The drawer is open. */
  readonly open: boolean
  readonly children: ReactNode
}

const BottomSheet = ({ label, children }: Pick<Props, 'label' | 'children'>): ReactElement => {
  const words = useMessages().header
  const [height, setHeight] = useState<Height>('peek')
  const from = useRef<number | null>(null)
  const dragged = useRef(false)
  const index = HEIGHTS.indexOf(height)
  const last = HEIGHTS.length - 1
  const move = (by: number): void => setHeight(HEIGHTS[Math.min(Math.max(0, index + by), last)]!)
  const onPointerUp = (event: PointerEvent): void => {
    const distance = from.current === null ? 0 : from.current - event.clientY
    from.current = null
    dragged.current = Math.abs(distance) >= DRAG_PX
    if (dragged.current) move(distance > 0 ? 1 : -1)
  }
  return (
    <aside id="inspector" className={`frame-sheet frame-sheet-${height}`} aria-label={label}>
      <button
        type="button"
        className="frame-handle"
        aria-label={height === 'full' ? words.sheetLess : words.sheetMore}
        aria-expanded={height !== 'peek'}
        onPointerDown={(event) => {
          from.current = event.clientY
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerUp={onPointerUp}
        onClick={() => {
          if (dragged.current) dragged.current = false
          else setHeight(HEIGHTS[(index + 1) % HEIGHTS.length]!)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          event.stopPropagation()
          move(event.key === 'ArrowUp' ? 1 : -1)
        }}
      >
        <span />
      </button>
      {/* What takes the focus must be seen. */}
      <div className="frame-sheet-content" onFocus={() => height === 'peek' && setHeight('open')}>
        {children}
      </div>
    </aside>
  )
}

export const SideFrame = ({ layout, label, open, children }: Props): ReactElement => {
  if (layout === 'narrow') return <BottomSheet label={label}>{children}</BottomSheet>
  return (
    <aside
      id="inspector"
      className={`frame-side frame-side-${layout}`}
      aria-label={label}
      hidden={layout === 'medium' && !open}
      // A region that scrolls must be reachable by keyboard.
      tabIndex={-1}
    >
      {children}
    </aside>
  )
}
