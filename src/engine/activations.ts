/** σ and tanh over a stretch of the register file. */
import { sigmoidOf, tanhOf } from './elementary.ts'

export const sigmoidInto = (r: number[], out: number, a: number, _b: number, n: number): void => {
  for (let u = 0; u < n; u++) r[out + u] = sigmoidOf(r[a + u]!)
}

export const tanhInto = (r: number[], out: number, a: number, _b: number, n: number): void => {
  for (let u = 0; u < n; u++) r[out + u] = tanhOf(r[a + u]!)
}
