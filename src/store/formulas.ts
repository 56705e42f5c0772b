/** Typeset formulas come a cell at a time: the shown cell's with its scene, the others' when there is time. */
import { loadFormulas } from '../describe/formulas.ts'
import { useStore } from './state.ts'

/** Brings the formulas of a cell; the panel that needs them asks again and says what failed. */
export const fetchFormulas = async (cell: string): Promise<void> => {
  await loadFormulas(cell).catch(() => null)
}

/** Brings the formulas of every cell of the scene on screen. */
export const prefetchFormulas = (): void => {
  const networks = Object.values(useStore.getState().loaded?.networks ?? {})
  for (const { network } of networks) for (const { cell } of network.spec.layers) void fetchFormulas(cell)
}
