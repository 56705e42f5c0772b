/** The gradient of a carried value through the chain: known on the side that the way back comes from. */
import { useMemo, type ReactElement } from 'react'
import { gradPlane } from '../../engine/index.ts'
import { tableOf } from '../../ui/colour.ts'
import { signedLogPlane } from '../../ui/signedLog.ts'
import { RibbonSides } from '../stage/RibbonSides.tsx'
import type { Back } from './useBack.ts'

interface Props {
  readonly back: Back
  readonly slot: string
  /** Middle and height. */
  readonly y: number
  readonly height: number
}

export const BackRibbon = ({ back, slot, y, height }: Props): ReactElement => {
  const { found, unit, theme, reveal } = back
  const { layer, reach } = found
  const values = useMemo(() => signedLogPlane(gradPlane(layer, slot), reach), [layer, slot, reach])
  return (
    <RibbonSides
      values={values}
      T={layer.T}
      H={layer.program.H}
      table={tableOf('cell', theme)}
      unit={unit}
      y={y}
      height={height}
      sides={reveal ? ['before', 'after'] : layer.reversed ? ['before'] : ['after']}
    />
  )
}
