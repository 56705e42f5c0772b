/** Made by scripts/formulas/plugin.ts when the page is built. */
// A module that is declared can take types of files no other way.
// oxlint-disable typescript/consistent-type-imports
declare module 'virtual:formulas' {
  /** How to fetch the formulas of each cell of the registry, by its id. */
  export const cells: Readonly<
    Record<string, () => Promise<{ readonly default: import('./mathLine.ts').CellFormulas }>>
  >
  export const readout: import('./mathLine.ts').ReadoutFormulas
}

declare module 'virtual:formulas/optimizers' {
  /** The lines of each optimizer's update rule. */
  const rules: Readonly<
    Record<import('../engine/index.ts').OptimizerName, readonly import('./mathLine.ts').MathLine[]>
  >
  export default rules
}
