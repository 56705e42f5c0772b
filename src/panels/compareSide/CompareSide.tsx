/** The side of Compare: the same job in three cells, what they cost, how long they remember. */
import type { ReactElement } from 'react'
import './compareSide.css'
import { CostTable } from './CostTable.tsx'
import { JobTable } from './JobTable.tsx'
import { Memory } from './Memory.tsx'
import { useCompared } from './useCompared.ts'

export const CompareSide = (): ReactElement | null => {
  const compared = useCompared()
  if (!compared) return null
  return (
    <div className="compare-side">
      <JobTable compared={compared} />
      <CostTable compared={compared} />
      <Memory compared={compared} />
    </div>
  )
}
