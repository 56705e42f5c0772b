/** The laboratory of vanishing and exploding gradients. */
import type { ReactElement } from 'react'
import { useLoad, useMessages } from '../../store/index.ts'
import { gradientFields, useGradientMembers } from '../../store/gradientLab.ts'
import { useLabSettings } from '../../store/labSettings.ts'
import { FailurePanel } from '../errors/FailurePanel.tsx'
import { LabFrame } from '../labs/LabFrame.tsx'
import { Charts } from './Charts.tsx'
import { ClipPanel } from './ClipPanel.tsx'
import { Controls } from './Controls.tsx'
import { CurveTable } from './CurveTable.tsx'
import { PointPanel } from './PointPanel.tsx'
import { Said } from './Said.tsx'
import { useWords } from './words.ts'
import './vanishing.css'

export const VanishingPage = (): ReactElement => {
  const words = useWords()
  const [settings, change] = useLabSettings(gradientFields)
  const members = useGradientMembers(settings)
  const { error } = useLoad()
  const failed = useMessages().errors.sceneFailed
  const member = members.find(({ cell }) => cell === settings.cell) ?? members[0]
  const t = Math.min(settings.t, member?.paths.T ?? 0)
  return (
    <LabFrame
      title={words.title}
      intro={words.intro}
      side={words.side}
      controls={<Controls {...{ settings, change, members }} />}
      renderFirst={(width, layout) =>
        error ? (
          <FailurePanel title={failed} failure={error} note={null} />
        ) : member ? (
          <Charts
            {...{ members, width, t, cell: member.cell, narrow: layout === 'narrow', onSelect: change }}
          />
        ) : (
          <p className="train-empty">{words.chart.empty}</p>
        )
      }
    >
      {(width, layout) =>
        member ? (
          <>
            <CurveTable members={members} />
            <PointPanel {...{ members, member, t, settings, onSelect: change }} />
            <Said members={members} />
            <ClipPanel {...{ member, settings, change, width, narrow: layout === 'narrow' }} />
          </>
        ) : null
      }
    </LabFrame>
  )
}
