/** Gradient clipping by norm (Pascanu, Mikolov & Bengio 2013), as torch.nn.utils.clip_grad_norm_. */

/** Euclidean norm of a flat vector. */
export const norm = (v: ArrayLike<number>): number => {
  let sum = 0
  for (let k = 0; k < v.length; k++) sum += v[k]! * v[k]!
  return Math.sqrt(sum)
}

/**
 * Scales `gradient` in place so that its norm is at most `maxNorm`, by maxNorm / (norm + 1e-6) as
 * PyTorch does. Returns the norm before. A gradient that is within `maxNorm` stays as it is.
 * @throws RangeError when maxNorm is not a number from 0 up
 */
export const clipByNorm = (gradient: Float64Array, maxNorm: number): number => {
  if (!(maxNorm >= 0)) throw new RangeError(`Clipping: expected a norm from 0 up, got ${maxNorm}.`)
  const before = norm(gradient)
  const factor = maxNorm / (before + 1e-6)
  if (factor < 1) for (let k = 0; k < gradient.length; k++) gradient[k] = gradient[k]! * factor
  return before
}
