/** Floating-point encodings of tensor files, little-endian, each read to and written from a double. */

export interface NumberType {
  readonly bytes: number
  readonly read: (view: DataView, at: number) => number
}

/** IEEE 754 half precision: 1 sign bit, 5 of exponent, 10 of fraction. */
const readHalf = (view: DataView, at: number): number => {
  const bits = view.getUint16(at, true)
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity
  if (exponent === 0) return sign * fraction * 2 ** -24
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

/** bfloat16 is the upper half of a single. */
const readBrain = (view: DataView, at: number): number => {
  const single = new DataView(new ArrayBuffer(4))
  single.setUint32(0, view.getUint16(at, true) << 16)
  return single.getFloat32(0)
}

export const numberTypes: ReadonlyMap<string, NumberType> = new Map([
  ['F64', { bytes: 8, read: (view: DataView, at: number) => view.getFloat64(at, true) }],
  ['F32', { bytes: 4, read: (view: DataView, at: number) => view.getFloat32(at, true) }],
  ['F16', { bytes: 2, read: readHalf }],
  ['BF16', { bytes: 2, read: readBrain }],
])
