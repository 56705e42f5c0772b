/**
 * An array of that many numbers: the one given, whose numbers nobody reads any more, where it fits; else a new
 * one, of zeros. New arrays live outside of V8's heap, which costs more than filling a short one.
 */
export const ofLength = (length: number, reuse: Float64Array | null | undefined): Float64Array =>
  reuse?.length === length ? reuse : new Float64Array(length)
