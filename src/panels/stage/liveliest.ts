/** The unit that a lane of Compare follows: units of different cells have nothing to do with each other. */
import { memorySlotOf } from '../../describe/memory.ts'
import { plane, type Trace } from '../../engine/index.ts'

/** The unit whose memory covers the widest range over the sequence. */
export const liveliestUnit = (trace: Trace): number => {
  const { cell, H } = trace.program
  const values = plane(trace, memorySlotOf(cell) ?? cell.output)
  const low = new Float64Array(H).fill(Infinity)
  const high = new Float64Array(H).fill(-Infinity)
  // In the order of memory: unit by unit, a long and wide plane would be fetched once a unit.
  for (let k = 0, unit = 0; k < values.length; k++, unit = unit + 1 === H ? 0 : unit + 1) {
    const value = values[k]!
    low[unit] = Math.min(low[unit]!, value)
    high[unit] = Math.max(high[unit]!, value)
  }
  const ranges = Array.from(high, (value, unit) => value - low[unit]!)
  return ranges.indexOf(Math.max(...ranges))
}
