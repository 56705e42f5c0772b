/**
 * All weights of a sum that has too many for the sheet, one pixel each: rows are units, columns what they
 * read. Works as a two-axis slider that chooses the unit and the product of the sheet.
 */
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react'
import type { Block } from '../../describe/opened.ts'
import { parameterView, partParameters } from '../../engine/index.ts'
import { actions, formatNumber, useTheme } from '../../store/index.ts'
import { tableIndex, tableOf } from '../../ui/colour.ts'
import { weightText } from './Symbols.tsx'
import type { OpenArithmetic } from './useOpened.ts'
import { useWords } from './words.ts'

const KEYS = 'arithmetic-weights-keys'

interface Matrix {
  readonly name: string
  readonly values: Float64Array
  readonly width: number
  /** Columns of the matrices left of it. */
  readonly from: number
}

const useMatrices = ({ inspected }: OpenArithmetic, block: Block): readonly Matrix[] => {
  const { site, run } = inspected
  const { H, parameters: specs } = run.layer.program
  const { weights } = block.slot
  return useMemo(() => {
    const part = site.network.network.parts[site.part]!
    const flat = partParameters(part, site.network.parameters)
    // The past stands left of the input, as everywhere.
    return weights.toReversed().reduce<readonly Matrix[]>((before, name) => {
      const values = parameterView(specs, flat, name)
      const last = before.at(-1)
      return [...before, { name, values, width: values.length / H, from: last ? last.from + last.width : 0 }]
    }, [])
  }, [site, specs, weights, H])
}

interface Props {
  readonly open: OpenArithmetic
  readonly block: Block
}

export const WeightMap = ({ open, block }: Props): ReactElement => {
  const words = useWords()
  const theme = useTheme()
  const { inspected, term } = open
  const { unit, units, language } = inspected
  const matrices = useMatrices(open, block)
  const canvas = useRef<HTMLCanvasElement>(null)
  const columns = matrices.reduce((sum, { width }) => sum + width, 0)
  const reach = useMemo(
    () =>
      matrices.reduce((most, { values }) => values.reduce((m, v) => Math.max(m, Math.abs(v)), most), 1e-9),
    [matrices],
  )
  const own = matrices.find(({ name }) => name === term?.parameter)
  const column = own && term ? own.from + term.index : 0
  const at = (k: number): Matrix =>
    matrices.find(({ from, width }) => k >= from && k < from + width) ?? matrices[0]!
  const choose = (row: number, k: number): void => {
    const kept = Math.min(Math.max(0, k), columns - 1)
    const { name, from } = at(kept)
    actions.select({ unit: Math.min(Math.max(0, row), units - 1) })
    actions.setTerm(`${name}.${kept - from}`)
  }

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const image = context.createImageData(columns, units)
    const table = tableOf('weight', theme, reach)
    for (const { values, width, from } of matrices)
      for (let k = 0; k < values.length; k++) {
        const [r, g, b] = table.rgb[tableIndex(table, values[k]!)] ?? [128, 128, 128]
        image.data.set([r, g, b, 255], (Math.floor(k / width) * columns + from + (k % width)) * 4)
      }
    context.putImageData(image, 0, 0)
  }, [matrices, columns, units, theme, reach])

  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      PageUp: [-16, 0],
      PageDown: [16, 0],
      Home: [0, -columns],
      End: [0, columns],
    }
    const move = moves[event.key]
    if (!move || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    choose(unit + move[0], column + move[1])
  }
  const here = at(column)
  const value = here.values[unit * here.width + column - here.from] ?? NaN
  return (
    <figure className="arithmetic-map">
      <figcaption>
        {words.map}: {words.mapText(units, columns, formatNumber(reach, language))}
      </figcaption>
      <p className="visually-hidden" id={KEYS}>
        {words.mapKeys}
      </p>
      <div
        className="arithmetic-map-picture"
        role="slider"
        tabIndex={0}
        aria-label={words.map}
        aria-describedby={KEYS}
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={units - 1}
        aria-valuenow={unit}
        aria-valuetext={words.mapPlace(
          weightText(here.name, unit, column - here.from),
          formatNumber(value, language),
        )}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          const box = event.currentTarget.getBoundingClientRect()
          choose(
            Math.floor(((event.clientY - box.top) / box.height) * units),
            Math.floor(((event.clientX - box.left) / box.width) * columns),
          )
        }}
      >
        <canvas ref={canvas} width={columns} height={units} />
        <span className="arithmetic-map-row" style={{ top: `${(100 * (unit + 0.5)) / units}%` }} />
        {own ? (
          <span className="arithmetic-map-column" style={{ left: `${(100 * (column + 0.5)) / columns}%` }} />
        ) : null}
      </div>
    </figure>
  )
}
