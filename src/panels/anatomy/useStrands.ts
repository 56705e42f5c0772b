/** The strands that units are drawn as: the same until they change, so that what is drawn of them need not render. */
import { useMemo } from 'react'
import { MOST_STRANDS, strandsOf, type Strand } from '../../describe/strands.ts'

/** With a strand for every unit the selection changes nothing. */
export const useStrands = (H: number, unit: number): readonly Strand[] => {
  const alone = H > MOST_STRANDS ? unit : 0
  return useMemo(() => strandsOf(H, alone), [H, alone])
}
