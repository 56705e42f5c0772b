/** Carries as they are given: h and c before the first step, or what a loss says about them after the last. */
import type { Network } from './network.ts'
import type { Program } from './program.ts'

/** Carried values by slot name, each of length H; zeros where a name is missing. */
export type Carry = Readonly<Record<string, ArrayLike<number>>>

/** A carry for each part in the order of network.parts. */
export type Carries = readonly Carry[]

/**
 * Writes a carry, in the order of program.carry, side by side into `into` from `at` on: carry · H numbers.
 * @param what how it is called in messages: 'an initial'
 * @throws Error for a name that the cell does not carry, a wrong length, a number that is not finite
 */
export const writeCarry = (
  program: Program,
  given: Carry,
  what: string,
  into: number[],
  at: number,
): void => {
  const { cell, carry, slots, H } = program
  const unknown = Object.keys(given).find((name) => !cell.carry.includes(name))
  if (unknown !== undefined)
    throw new Error(
      `Expected ${what} carry by the names that cell "${cell.id}" carries (${
        cell.carry.join(', ') || 'none'
      }), got "${unknown}".`,
    )
  carry.forEach(({ slot }, rank) => {
    const { name } = slots[slot]!
    const values = given[name]
    const start = at + rank * H
    for (let u = 0; u < H; u++) into[start + u] = 0
    if (values === undefined) return
    if (values.length !== H)
      throw new Error(`Expected ${what} ${name} of ${H} numbers (the hidden size), got ${values.length}.`)
    const bad = Array.from(values).findIndex((value) => !Number.isFinite(value))
    if (bad >= 0)
      throw new Error(`Expected ${what} ${name} of finite numbers, got ${values[bad]} at unit ${bad}.`)
    for (let u = 0; u < H; u++) into[start + u] = values[u]!
  })
}

/** Throws Error unless there is a carry for each part of the network. */
export const checkCarries = (network: Network, given: Carries | undefined, what: string): void => {
  if (given === undefined || given.length === network.parts.length) return
  throw new Error(
    `Expected ${what} carry for each of the ${network.parts.length} parts (${network.parts
      .map(({ layer, direction }) => `layer ${layer}, ${direction}`)
      .join('; ')}), got ${given.length}. Give {} for a part that has none.`,
  )
}
