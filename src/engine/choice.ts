/** Choices by name that may come from a file or an address, where no type checks them. */

/** Throws Error unless `got` is one of the names. */
export const expectOneOf = (what: string, names: readonly string[], got: string): void => {
  if (names.includes(got)) return
  throw new Error(`Expected ${what} to be one of ${names.join(', ')}, got "${got}".`)
}
