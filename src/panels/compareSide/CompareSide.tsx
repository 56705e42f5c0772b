/** The side of Compare: the same job in three cells, what they cost, how long they remember. */
import { memo, useDeferredValue, type ReactElement } from 'react'
import './compareSide.css'
import { CostTable } from './CostTable.tsx'
import { JobTable } from './JobTable.tsx'
import { Memory } from './Memory.tsx'
import { useCompared, type Compared } from './useCompared.ts'

const Body = memo(({ compared }: { readonly compared: Compared }): ReactElement => (
  <div className="compare-side">
    <JobTable compared={compared} />
    <CostTable compared={compared} />
    <Memory compared={compared} />
  </div>
))

/** The lanes move first; their side follows when that has been painted. */
export const CompareSide = (): ReactElement | null => {
  const compared = useDeferredValue(useCompared())
  return compared && <Body compared={compared} />
}
