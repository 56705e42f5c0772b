/** From a definition to a cell: checked at load, and flattened once for each way of counting biases. */
import type { Cell, CellDefinition, Flat } from './cell.ts'
import { flatten } from './flatten.ts'

/** Files stack the rows of every equation that has weights: one left out would be read as zeros. */
const checkStacked = ({ id, stacked = {} }: CellDefinition, { parameters }: Flat): void => {
  const gates = [...new Set(parameters.map(({ gate }) => gate))]
  for (const [framework, order] of Object.entries(stacked))
    if (order.toSorted().join() !== gates.toSorted().join())
      throw new Error(
        `Cell "${id}", stacked.${framework}: expected each equation with weights once (${gates.join(', ')}), got ${order.join(', ')}. Mend the list.`,
      )
}

/**
 * Checks a cell and flattens its equations.
 * @throws Error naming the cell, the equation, what was expected and what came: an undefined name, a
 *   name used before its equation, a carry or output without an equation,
 *   an expression used twice that holds weights, the input where a vector of hidden size is needed,
 *   a wrong number of arguments, an order of stacked gates that leaves one out.
 */
export const defineCell = (definition: CellDefinition): Cell => {
  const single = flatten(definition, 'single')
  checkStacked(definition, single)
  return { ...definition, flat: { single, 'per-input': flatten(definition, 'per-input') } }
}
