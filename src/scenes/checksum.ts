/** A checksum of numbers, bit for bit: FNV-1a over their bytes, 64 bits, in hexadecimal. */
export const checksum = (values: Float64Array): string => {
  const view = new DataView(new ArrayBuffer(8))
  let hash = 0xcbf29ce484222325n
  for (const value of values) {
    view.setFloat64(0, value, true)
    for (let k = 0; k < 8; k++) hash = BigInt.asUintN(64, (hash ^ BigInt(view.getUint8(k))) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
