/** A laboratory: its name and what it is about, its controls beside or above, its pictures. */
import { useRef, type ReactElement, type ReactNode } from 'react'
import { useLayout, useWidth, type Layout } from '../../ui/useWidth.ts'
import { LabNav } from './LabNav.tsx'
import '../train/train.css'
import '../train/setup.css'

interface Props {
  readonly title: string
  readonly intro: string
  /** Name of the column of controls. */
  readonly side: string
  readonly controls: ReactNode
  /** The pictures, for a width in px; they are not drawn before it is known. */
  readonly children: (width: number, layout: Layout) => ReactNode
  /** On a phone the controls stand below these first pictures, so that both are seen at once. */
  readonly renderFirst?: (width: number, layout: Layout) => ReactNode
}

export const LabFrame = ({ title, intro, side, controls, children, renderFirst }: Props): ReactElement => {
  const layout = useLayout()
  const main = useRef<HTMLElement>(null)
  const width = useWidth(main)
  const own = (
    <section className="lab-controls" aria-label={side}>
      {controls}
    </section>
  )
  return (
    <div className={`train train-${layout}`}>
      <main className="train-page" id="stage" ref={main} tabIndex={-1} aria-label={title}>
        <LabNav />
        <header className="lab-head">
          <h2>{title}</h2>
          <p>{intro}</p>
        </header>
        {layout === 'medium' ? own : null}
        {width > 0 ? renderFirst?.(width, layout) : null}
        {layout === 'narrow' ? own : null}
        {width > 0 ? children(width, layout) : null}
      </main>
      {layout === 'wide' ? (
        <aside className="train-side" aria-label={side}>
          {controls}
        </aside>
      ) : null}
    </div>
  )
}
