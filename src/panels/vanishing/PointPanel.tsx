/** The selected point: the matrix, its singular value, and what a step leaves on each way back. */
import type { ReactElement } from 'react'
import { blocksOf, factorOf, halfLife, halfLifeOfBias } from '../../describe/vanishing.ts'
import { formatNumber, useLanguage } from '../../store/index.ts'
import type { GradientMember, GradientSettings } from '../../store/gradientLab.ts'
import { Segmented } from '../../ui/controls/Segmented.tsx'
import { Symbols } from '../labs/Symbols.tsx'
import { cellName } from '../train/words.ts'
import { BlockMap } from './BlockMap.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { useWords } from './words.ts'

interface Props {
  readonly members: readonly GradientMember[]
  readonly member: GradientMember
  readonly t: number
  readonly settings: GradientSettings
  readonly onSelect: (part: { readonly cell: string }) => void
}

interface Way {
  readonly id: string
  readonly name: string
  readonly norm: number | null
  /** Factor a step. */
  readonly factor: number
  readonly half: number
}

/** The ways from T back to t of a network, and what its bias alone would do. */
const waysOf = (
  { paths }: GradientMember,
  t: number,
  { start, bias }: GradientSettings,
  words: ReturnType<typeof useWords>['at'],
  biasText: string,
): readonly Way[] => {
  const steps = paths.T - t
  const way = (id: string, name: string, norm: number): Way => {
    const factor = factorOf(norm, steps)
    return { id, name, norm, factor, half: halfLife(factor) }
  }
  const { memory, direct } = paths
  return [
    way('all', words.all(memory.slot), memory.norms[t]!),
    ...(direct ? [way('direct', words.direct(direct.gate.replace('-', '−')), direct.largest[t]!)] : []),
    ...(direct && start === 'bias'
      ? [
          {
            id: 'bias',
            name: words.bias(biasText),
            norm: null,
            factor: 1 / (1 + Math.exp(-bias)),
            half: halfLifeOfBias(bias),
          },
        ]
      : []),
  ]
}

export const PointPanel = ({ members, member, t, settings, onSelect }: Props): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const { paths, cell } = member
  const jacobian = paths.jacobians[t]!
  const { blocks, spectral, frobenius } = blocksOf(jacobian)
  const number = (value: number): string => formatNumber(value, language)
  const ways = waysOf(member, t, settings, words.at, number(settings.bias))
  return (
    <section className="lab-section" aria-labelledby="point-title">
      <div className="lab-section-head">
        <h3 id="point-title">{words.at.title(cellName(cell), t, paths.T - t)}</h3>
        <Segmented
          label={words.at.choose}
          value={cell}
          options={members.map((one) => ({ value: one.cell, label: cellName(one.cell) }))}
          onChange={(value) => onSelect({ cell: value })}
        />
      </div>
      <div className="point">
        <BlockMap jacobian={jacobian} blocks={blocks} />
        <div className="point-numbers">
          <table className="train-table">
            <thead>
              <tr>
                <th scope="col">{words.at.block}</th>
                <th scope="col">{words.at.spectral}</th>
                <th scope="col">{words.at.frobenius}</th>
              </tr>
            </thead>
            <tbody>
              {blocks.length > 1 ? (
                <tr data-block="whole">
                  <th scope="row">{words.at.whole}</th>
                  <td data-value={spectral}>{number(spectral)}</td>
                  <td data-value={frobenius}>{number(frobenius)}</td>
                </tr>
              ) : null}
              {blocks.map((block) => (
                <tr key={block.of + block.by} data-block={block.of + block.by}>
                  <th scope="row">
                    <Symbols text={`∂${block.of}_T/∂${block.by}_t`} />
                  </th>
                  <td data-value={block.spectral}>{number(block.spectral)}</td>
                  <td data-value={block.frobenius}>{number(block.frobenius)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <table className="train-table">
            <thead>
              <tr>
                <th scope="col">{words.at.ways}</th>
                <th scope="col">{words.at.norm}</th>
                <th scope="col">{words.at.factor}</th>
                <th scope="col">{words.at.half}</th>
              </tr>
            </thead>
            <tbody>
              {ways.map(({ id, name, norm, factor, half }) => (
                <tr key={id} data-way={id}>
                  <th scope="row">{name}</th>
                  <td data-value={norm ?? ''}>{norm === null ? '–' : number(norm)}</td>
                  <td data-value={factor}>{number(factor)}</td>
                  <td data-value={half}>{Number.isFinite(half) ? number(half) : words.at.grows}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <MatrixTable jacobian={jacobian} />
    </section>
  )
}
