/**
 * Working memory that a program keeps for its next run: allocating packed arrays takes longer than filling
 * them. A run is never interrupted by another of the same program, so one set of buffers is enough; whoever
 * takes them fills them anew.
 */
import type { Program } from './program.ts'

/** A function that makes a program's buffers at the first call and returns the same ones ever after. */
export const scratchOf = <Buffers>(make: (program: Program) => Buffers): ((program: Program) => Buffers) => {
  const kept = new WeakMap<Program, Buffers>()
  return (program) => {
    const known = kept.get(program)
    if (known) return known
    const made = make(program)
    kept.set(program, made)
    return made
  }
}
