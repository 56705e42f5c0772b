/** The clock in the reader's hands: buttons, speed, phases, slider, and what happens now in words. */
import { memo, useEffect, useMemo, useState, type ReactElement } from 'react'
import { phaseNames } from '../../describe/phases.ts'
import {
  actions,
  isMostlyFolded,
  SPEEDS,
  useLanguage,
  useMessages,
  usePauses,
  useRun,
  useView,
} from '../../store/index.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { KeysIcon, PausesIcon, RevealIcon } from '../../ui/icons.ts'
import { listenForKeys } from './keyboard.ts'
import { KeysSheet } from './KeysSheet.tsx'
import { Narration } from './Narration.tsx'
import { PhaseButtons } from './PhaseButtons.tsx'
import { ReadingSwitch } from './ReadingSwitch.tsx'
import { Scrubber } from './Scrubber.tsx'
import { TransportButtons } from './TransportButtons.tsx'
import './transport.css'

const SpeedSelect = (): ReactElement => {
  const words = useMessages().transport
  const language = useLanguage()
  const speed = useView((view) => view.speed)
  // To find out how a language writes numbers takes longer than all else here.
  const options = useMemo(
    () =>
      SPEEDS.map((value) => ({
        value: String(value),
        label: words.times(value.toLocaleString(language)),
      })),
    [words, language],
  )
  return (
    <Select
      label={words.speed}
      className="transport-speed"
      options={options}
      value={String(speed)}
      onChange={(value) => actions.setSpeed(SPEEDS.find((known) => String(known) === value) ?? 1)}
    />
  )
}

const PausesButton = (): ReactElement => {
  const words = useMessages().transport
  const pauses = usePauses()
  return (
    <IconButton label={words.pauses} pressed={pauses} onClick={() => actions.setPauses(!pauses)}>
      <PausesIcon size={18} aria-hidden="true" />
    </IconButton>
  )
}

interface Props {
  /** Narrow screens have fewer things in the row, with larger targets. */
  readonly narrow: boolean
}

/** Does not know the playhead: the slider and the words alone render at each step. */
export const Transport = memo(({ narrow }: Props): ReactElement => {
  const words = useMessages().transport
  const language = useLanguage()
  const run = useRun()
  const compare = useView((view) => view.compare)
  const folded = useView(isMostlyFolded)
  const reveal = useView((view) => view.reveal)
  const isBack = useView((view) => view.reading === 'gradient' && !view.compare)
  const [keysOpen, setKeysOpen] = useState(false)
  useEffect(() => listenForKeys(() => setKeysOpen(true)), [])
  const names = phaseNames(compare ? null : (run?.cell ?? null), language)
  const revealAll = (
    <IconButton label={words.reveal} pressed={reveal} onClick={() => actions.setReveal(!reveal)}>
      <RevealIcon size={18} aria-hidden="true" />
    </IconButton>
  )
  // On the way back the phases have other names.
  const scrubber = <Scrubber phaseNames={isBack ? null : names} />
  const keys = (
    <IconButton label={words.keys} onClick={() => setKeysOpen(true)}>
      <KeysIcon size={18} aria-hidden="true" />
    </IconButton>
  )
  return (
    <section
      data-reading={isBack ? 'gradient' : 'values'}
      className={`transport ${narrow ? 'transport-narrow' : folded ? 'transport-folded' : ''}`}
      aria-label={words.title}
    >
      <div className="transport-row">
        <TransportButtons />
        <SpeedSelect />
        {narrow ? null : <ReadingSwitch />}
        {folded && !narrow ? <PhaseButtons names={names} /> : null}
        {narrow ? null : <Narration />}
        {narrow ? null : scrubber}
        <PausesButton />
        {narrow ? null : revealAll}
        {narrow ? null : keys}
      </div>
      {narrow ? (
        <>
          <div className="transport-row transport-second">
            {scrubber}
            {revealAll}
            {keys}
          </div>
          <ReadingSwitch />
          <Narration />
        </>
      ) : null}
      <KeysSheet open={keysOpen} onClose={() => setKeysOpen(false)} />
    </section>
  )
})
