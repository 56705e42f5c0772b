/**
 * The number under the pointer: f₉[7] = 0.06. What it says is also in the step's name and in the table.
 * It listens to the stage around it itself, so that the stage does not render for it.
 */
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { formatNumber } from '../../i18n/index.ts'
import { momentOf, useLanguage, useStore, type Hover, type SceneView } from '../../store/index.ts'
import { DatumTip } from '../../ui/DatumTip.tsx'
import { datumOf, valueOf } from '../hover/datum.ts'
import { labelOf } from './meterRows.ts'

interface Props {
  readonly scene: SceneView
  /** Width of the stage: near its right edge the tip stands left of the pointer. */
  readonly width: number
}

/** A datum under the pointer, and where the pointer came upon it, px from the left and top of the stage. */
interface Found {
  readonly datum: Hover
  readonly value: number
  readonly x: number
  readonly y: number
}

/** Room for the tip, px. */
const ROOM = 150

const nameOf = ({ slot, unit }: Hover, { features }: SceneView): string =>
  slot === 'x' ? (features[unit] ?? slot) : labelOf(slot).replace('_', '\u202f')

export const Tip = ({ scene, width }: Props): ReactElement => {
  const language = useLanguage()
  const anchor = useRef<HTMLSpanElement>(null)
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    const stage = anchor.current?.parentElement
    if (!stage) return undefined
    const onOver = (event: PointerEvent): void => {
      const datum = datumOf(event.target, momentOf(useStore.getState().view.clock).t)
      const value = valueOf(event.target)
      const box = stage.getBoundingClientRect()
      setFound(
        datum && !Number.isNaN(value)
          ? { datum, value, x: event.clientX - box.left, y: event.clientY - box.top }
          : null,
      )
    }
    const onLeave = (): void => setFound(null)
    stage.addEventListener('pointerover', onOver)
    stage.addEventListener('pointerleave', onLeave)
    return () => {
      stage.removeEventListener('pointerover', onOver)
      stage.removeEventListener('pointerleave', onLeave)
    }
  }, [])
  const isLate = found !== null && found.x > width - ROOM
  return (
    <>
      <span ref={anchor} hidden />
      {found ? (
        <DatumTip
          left={isLate ? found.x - 12 : found.x + 12}
          top={found.y - 30}
          side={isLate ? 'left' : 'right'}
          name={nameOf(found.datum, scene)}
          t={found.datum.input === undefined ? found.datum.t : null}
          unit={['x', 'y'].includes(found.datum.slot) ? null : found.datum.unit}
          {...(found.datum.input === undefined ? {} : { input: found.datum.input })}
          value={formatNumber(found.value, language)}
        />
      ) : null}
    </>
  )
}
