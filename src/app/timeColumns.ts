/** The one time scale of the page: stage, ruler and bands stand on it. */
import { useMemo } from 'react'
import { isMostlyFolded, useMoment, useScene, useSpan, useView } from '../store/index.ts'
import { evenForm, lensForm, scaleBetween, type ScaleForm, type TimeScale } from '../ui/timeScale.ts'
import type { Layout } from '../ui/useWidth.ts'

/** Room for names at the left, pad at the right, width of the open step; px. */
const SIZES = {
  wide: { gutter: 98, right: 20, lens: 500 },
  medium: { gutter: 98, right: 20, lens: 500 },
  narrow: { gutter: 30, right: 12, lens: 302 },
} as const satisfies Readonly<Record<Layout, unknown>>

export interface TimeColumns {
  /** As it is where nothing moves: of the form that is nearer. */
  readonly scale: TimeScale
  /** Unrolled and folded, for what moves between them. */
  readonly forms: readonly [ScaleForm, ScaleForm]
  readonly gutter: number
  readonly right: number
}

/**
 * The scale for a main column of some width. Folded, and in the bands of a narrow screen, all columns
 * are equal; else the open step is one wider column.
 */
export const useTimeColumns = (layout: Layout, width: number): TimeColumns | null => {
  const T = useScene()?.T ?? null
  const { t } = useMoment()
  const isFolded = useView(isMostlyFolded)
  const span = useSpan()
  const forms = useMemo((): TimeColumns['forms'] | null => {
    const { gutter, right, lens } = SIZES[layout]
    // Before the first measure, and while the window changes from one layout to the next.
    if (T === null || width < gutter + right + lens / 2) return null
    const options = { T, start: gutter, width: width - gutter - right, most: span ?? Infinity }
    if (layout !== 'narrow') return [lensForm({ ...options, lens }), evenForm(options)]
    const even = evenForm({ ...options, minimum: 6 })
    return [even, even]
  }, [T, layout, width, span])
  return useMemo(() => {
    if (T === null || !forms) return null
    const { gutter, right } = SIZES[layout]
    const fold = isFolded || layout === 'narrow' ? 1 : 0
    return { scale: scaleBetween(...forms, fold, Math.min(t, T - 1)), forms, gutter, right }
  }, [T, t, forms, isFolded, layout])
}
