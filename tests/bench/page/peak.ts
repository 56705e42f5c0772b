/** The most that scalar JavaScript does here: multiply–adds on local doubles, in eight chains, no memory. */
export const FLOPS_OF_PEAK = 2 * 8 * 400_000

export const peakRun = (): number => {
  let [a, b, c, d, e, f, g, h] = [1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8]
  const [m, n] = [0.999_999, 1e-7]
  for (let k = 0; k < 400_000; k++) {
    a = a * m + n
    b = b * m + n
    c = c * m + n
    d = d * m + n
    e = e * m + n
    f = f * m + n
    g = g * m + n
    h = h * m + n
  }
  return a + b + c + d + e + f + g + h
}
