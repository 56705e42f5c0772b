/** One product of a weighted sum by name, as the address writes it. */
/** A weight of a matrix: its name and which input it belongs to, 'U_f.5'. */
export interface Term {
  readonly parameter: string
  readonly index: number
}

export const termText = ({ parameter, index }: Term): string => `${parameter}.${index}`

/** The term of a text like 'U_f.5', or null. */
export const termOf = (text: string): Term | null => {
  const [, parameter, index] = /^(\w+)\.(\d{1,9})$/.exec(text) ?? []
  return parameter === undefined ? null : { parameter, index: Number(index) }
}
