/** safetensors: what is written is read back, and every way of being broken is named. */
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../src/formats/formatError.ts'
import { readSafetensors, writeSafetensors } from '../../src/formats/safetensors.ts'
import type { Tensor } from '../../src/formats/tensor.ts'

const tensors: readonly Tensor[] = [
  { name: 'a', shape: [2, 3], values: Float64Array.from([1, -2, 0.1, 1 / 3, 5e-324, 1e300]) },
  { name: 'é', shape: [1], values: Float64Array.from([-0]) },
]

/** A file from a header and its data, for headers that the writer would refuse. */
const file = (header: string, data: Uint8Array = new Uint8Array(0)): Uint8Array => {
  const text = new TextEncoder().encode(header)
  const bytes = new Uint8Array(8 + text.length + data.length)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true)
  bytes.set(text, 8)
  bytes.set(data, 8 + text.length)
  return bytes
}

const singles = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer)

test('what is written is read back bit for bit, with its metadata', () => {
  const bytes = writeSafetensors(tensors, { seed: '3' })
  const read = readSafetensors(bytes)
  expect(read.tensors).toEqual(tensors)
  expect(Object.is(read.tensors[1]?.values[0], -0)).toBe(true)
  expect(read.metadata).toEqual({ seed: '3' })
  expect((bytes.length - 7 * 8) % 8).toBe(0)
})

test('a file in the middle of a larger buffer is read', () => {
  const bytes = writeSafetensors(tensors)
  const larger = new Uint8Array(bytes.length + 3)
  larger.set(bytes, 3)
  expect(readSafetensors(larger.subarray(3)).tensors).toEqual(tensors)
})

test('half precision and bfloat16 have their values', () => {
  // 1.0, −2.5, smallest subnormal, largest number; 1.0, −2.5
  const half = Uint16Array.from([0x3c00, 0xc100, 0x0001, 0x7bff])
  const brain = Uint16Array.from([0x3f80, 0xc020])
  const data = new Uint8Array([...new Uint8Array(half.buffer), ...new Uint8Array(brain.buffer)])
  const header =
    '{"h":{"dtype":"F16","shape":[4],"data_offsets":[0,8]},"b":{"dtype":"BF16","shape":[2],"data_offsets":[8,12]}}'
  const read = readSafetensors(file(header, data))
  expect([...(read.tensors[0]?.values ?? [])]).toEqual([1, -2.5, 2 ** -24, 65504])
  expect([...(read.tensors[1]?.values ?? [])]).toEqual([1, -2.5])
})

describe('a broken file is refused with what was expected, what came and what to do', () => {
  const one = (fields: string): string => `{"a":{"dtype":"F32",${fields}}}`
  const good = writeSafetensors(tensors)
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['nothing', new Uint8Array(0), /at least 8 bytes.*got 0 bytes/],
    ['cut in the header', good.subarray(0, 30), /header of \d+ bytes.*cut off/],
    ['cut in the data', good.subarray(0, good.length - 1), /56 bytes of numbers.*55 bytes.*cut off/],
    ['bytes too many', file(one('"shape":[1],"data_offsets":[0,4]'), singles(1, 2)), /belong to no tensor/],
    ['not JSON', file('{"a":'), /header in JSON/],
    ['not an object', file('[1]'), /JSON object/],
    ['not UTF-8', file('{}').with(8, 0xff), /UTF-8/],
    [
      'wrong shape',
      file(one('"shape":[3],"data_offsets":[0,8]'), singles(1, 2)),
      /12 bytes for shape \[3\].*got 8/,
    ],
    ['negative side', file(one('"shape":[-1],"data_offsets":[0,4]'), singles(1)), /whole numbers/],
    ['no offsets', file(one('"shape":[1]'), singles(1)), /data_offsets/],
    ['other type', file('{"a":{"dtype":"I64","shape":[],"data_offsets":[0,8]}}'), /F64, F32.*got I64/],
    [
      'not a number',
      file(one('"shape":[2],"data_offsets":[0,8]'), singles(1, NaN)),
      /"a".*finite.*NaN at element 1/,
    ],
    ['infinity', file(one('"shape":[1],"data_offsets":[0,4]'), singles(-Infinity)), /-Infinity at element 0/],
    [
      'name twice',
      file(
        '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"\\u0061":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}',
        singles(1, 2),
      ),
      /"a".*the name twice/,
    ],
    [
      'overlap',
      file(
        '{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}',
        singles(1, 2),
      ),
      /"b".*overlaps/,
    ],
    [
      'hole',
      file('{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}', singles(1, 2)),
      /"a".*begin at byte 0.*hole/,
    ],
    ['metadata too deep', file(`{"__metadata__":{"n":${deep}}}`), /object of strings, got a value nested/],
    ['an entry too deep', file(`{"a":${deep}}`), /data_offsets, got a value nested too deep/],
    ['metadata not of strings', file('{"__metadata__":{"n":1}}'), /object of strings/],
  ]
  test.each(cases)('%s', (_, bytes, message) => {
    expect(() => readSafetensors(bytes, { file: 'x.safetensors' })).toThrow(message)
    expect(() => readSafetensors(bytes)).toThrow(FormatError)
  })

  test('however it is cut off', () => {
    for (let length = 0; length < good.length; length++)
      expect(() => readSafetensors(good.subarray(0, length))).toThrow(FormatError)
  })

  test('a message repeats no more of the file than can be read', () => {
    const long = 'x'.repeat(10_000)
    const headers = [
      long,
      `{"${long}":1}`,
      `{"a":"${long}"}`,
      `{"a":{"dtype":"${long}","shape":[],"data_offsets":[0,0]}}`,
      `{"a":{"dtype":"F32","shape":[${'1,'.repeat(9999)}1],"data_offsets":[0,0]}}`,
      '{"a":{"dtype":"","shape":[],"data_offsets":[0,0]}}',
    ]
    for (const header of headers) {
      let error: unknown = null
      try {
        readSafetensors(file(header))
      } catch (caught) {
        error = caught
      }
      const parts = error instanceof FormatError ? Object.values(error.parts) : ['']
      expect(parts.every((part) => part.length > 0 && part.length < 200)).toBe(true)
    }
  })

  test('larger than allowed', () => {
    expect(() => readSafetensors(good, { maxBytes: 20 })).toThrow(/at most 20 bytes/)
  })

  test('the writer refuses values that do not fill their shape, and a name twice', () => {
    const bad = { name: 'a', shape: [2], values: new Float64Array(3) }
    expect(() => writeSafetensors([bad])).toThrow(/2 values for shape \[2\].*got 3 values/)
    const ok = { name: 'a', shape: [1], values: new Float64Array(1) }
    expect(() => writeSafetensors([ok, ok])).toThrow(/taken/)
  })
  test('names that every object has are names like others; the one of the metadata is taken', () => {
    const named = (name: string): Tensor => ({ name, shape: [1], values: Float64Array.of(1) })
    const odd = ['__proto__', 'constructor', 'toString'].map(named)
    expect(readSafetensors(writeSafetensors(odd)).tensors).toEqual(odd)
    expect(() => writeSafetensors([named('__metadata__')])).toThrow(/taken/)
  })
})
