/** The side of Compare: the same job in three cells, what they cost, how long they remember. */
import type { ReactElement } from 'react'
import { following } from '../../ui/following.tsx'
import './compareSide.css'
import { CostTable } from './CostTable.tsx'
import { JobTable } from './JobTable.tsx'
import { Memory } from './Memory.tsx'
import { useCompared, type Compared } from './useCompared.ts'

const Body = following(({ compared }: { readonly compared: Compared }): ReactElement => (
  <div className="compare-side">
    <JobTable compared={compared} />
    <CostTable compared={compared} />
    <Memory compared={compared} />
  </div>
))

export const CompareSide = (): ReactElement | null => {
  const compared = useCompared()
  return compared && <Body compared={compared} />
}
