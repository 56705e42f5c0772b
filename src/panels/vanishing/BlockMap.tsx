/** ∂ carry at T / ∂ carry at t as a heat map: its blocks named, each with its norm. */
import { useEffect, useRef, type ReactElement } from 'react'
import type { Block } from '../../describe/vanishing.ts'
import type { StateJacobian } from '../../engine/index.ts'
import { formatNumber, useLanguage, useTheme } from '../../store/index.ts'
import { paintHeatmap } from '../../ui/canvas/heatmap.ts'
import { tableOf } from '../../ui/colour.ts'
import { Symbols } from '../labs/Symbols.tsx'
import { useWords } from './words.ts'

interface Props {
  readonly jacobian: StateJacobian
  readonly blocks: readonly Block[]
}

/** The largest size of an element: the end of the colour scale. */
export const reachOf = (matrix: ArrayLike<number>): number =>
  Array.from(matrix).reduce((most, value) => Math.max(most, Math.abs(value)), 0)

export const BlockMap = ({ jacobian, blocks }: Props): ReactElement => {
  const words = useWords().at
  const language = useLanguage()
  const theme = useTheme()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { matrix, carry, H } = jacobian
  const n = carry.length * H
  const reach = reachOf(matrix)
  useEffect(() => {
    if (!canvas.current) return
    // The painter goes column by column.
    const columns = Float64Array.from(matrix, (_, k) => matrix[(k % n) * n + Math.floor(k / n)]!)
    const table = tableOf('gradient', theme, reach > 0 ? reach : 1)
    paintHeatmap(canvas.current, columns, n, n, () => table, { from: 0, count: n })
  }, [matrix, n, reach, theme])
  const columns = `auto repeat(${carry.length}, minmax(0, 1fr))`
  // The names of the lower blocks stand below the picture, those of the upper ones above.
  const names = (of: string): ReactElement[] =>
    blocks
      .filter((block) => block.of === of)
      .map(({ by, spectral }) => (
        <span key={of + by} className="block-map-name" data-block={of + by} data-norm={spectral}>
          <Symbols text={`‖∂${of}_T/∂${by}_t‖`} /> <b>{formatNumber(spectral, language)}</b>
        </span>
      ))
  return (
    <figure className="block-map">
      <div className="block-map-grid" style={{ gridTemplateColumns: columns }}>
        <span />
        {names(carry[0]!)}
        <div className="block-map-rows">
          {carry.map((of) => (
            <span key={of}>
              <Symbols text={`${of}_T`} />
            </span>
          ))}
        </div>
        <div className="block-map-picture" style={{ gridColumn: `span ${carry.length}` }}>
          <canvas ref={canvas} aria-hidden="true" />
          <div
            className="block-map-blocks"
            style={{ gridTemplateColumns: `repeat(${carry.length}, minmax(0, 1fr))` }}
          >
            {blocks.map(({ of, by }) => (
              <span key={of + by} />
            ))}
          </div>
        </div>
        {carry.length > 1 ? (
          <>
            <span />
            {names(carry[1]!)}
          </>
        ) : null}
      </div>
      <figcaption className="train-hint">
        {words.rows} {words.key(formatNumber(reach, language))}
      </figcaption>
    </figure>
  )
}
