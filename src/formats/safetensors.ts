/**
 * safetensors, in and out (format of huggingface/safetensors, version 0.x):
 *
 *   8 bytes   N, length of the header, unsigned little-endian
 *   N bytes   JSON {"name": {"dtype": "F64", "shape": [4, 3], "data_offsets": [from, to]}, …}, with an
 *             optional "__metadata__" of strings; spaces may pad its end
 *   the rest  the numbers, row-major, little-endian; offsets count from here
 *
 * The reader is strict: the offsets must tile the data without hole or overlap, no name may come twice,
 * and every number must be finite.
 */
import { excerpt, excerptOf, FormatError, type ErrorParts } from './formatError.ts'
import { topLevelKeys } from './jsonKeys.ts'
import { numberTypes } from './numberTypes.ts'
import { elements, shapeText, type Tensor } from './tensor.ts'

export interface Safetensors {
  readonly tensors: readonly Tensor[]
  readonly metadata: Readonly<Record<string, string>>
}

export interface ReadLimits {
  /** How the file is called in messages. */
  readonly file?: string
  /** Largest file that is read, in bytes. */
  readonly maxBytes?: number
}

interface Entry {
  readonly name: string
  readonly dtype: string
  readonly shape: readonly number[]
  readonly from: number
  readonly to: number
}

const DOWNLOAD_AGAIN = 'Save or download the file again.'
const SAVE_AGAIN = 'Save the file again with safetensors.'

const fail = (parts: ErrorParts): never => {
  throw new FormatError(parts)
}

const whatOf = (file: string, name: string): string => `${file}, tensor "${excerpt(name)}"`

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const readHeader = (file: string, bytes: Uint8Array): { json: string; start: number } => {
  if (bytes.length < 8)
    fail({
      what: file,
      expected: 'at least 8 bytes, the length of the header',
      got: `${bytes.length} bytes`,
      todo: DOWNLOAD_AGAIN,
    })
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true))
  if (length > bytes.length - 8)
    fail({
      what: file,
      expected: `a header of ${length} bytes, as its first 8 bytes say`,
      got: `${bytes.length - 8} bytes, so the file is cut off or is not safetensors`,
      todo: DOWNLOAD_AGAIN,
    })
  try {
    const json = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes.subarray(8, 8 + length),
    )
    return { json, start: 8 + length }
  } catch {
    return fail({ what: file, expected: 'a header in UTF-8', got: 'other bytes', todo: SAVE_AGAIN })
  }
}

const parseHeader = (file: string, json: string): Record<string, unknown> => {
  let header: unknown = null
  try {
    header = JSON.parse(json)
  } catch (error) {
    fail({ what: file, expected: 'a header in JSON', got: excerpt(String(error)), todo: SAVE_AGAIN })
  }
  if (!isRecord(header))
    return fail({ what: file, expected: 'a JSON object as header', got: excerpt(json), todo: SAVE_AGAIN })
  const seen = new Set<string>()
  for (const name of topLevelKeys(json)) {
    if (seen.has(name))
      fail({
        what: whatOf(file, name),
        expected: 'every name once',
        got: 'the name twice',
        todo: 'Rename one of the two and save again.',
      })
    seen.add(name)
  }
  return header
}

const entryOf = (file: string, name: string, value: unknown): Entry => {
  const what = whatOf(file, name)
  const { dtype, shape, data_offsets: offsets } = isRecord(value) ? value : {}
  if (typeof dtype !== 'string' || !Array.isArray(shape) || !Array.isArray(offsets))
    return fail({
      what,
      expected: 'dtype, shape and data_offsets',
      got: excerptOf(value),
      todo: SAVE_AGAIN,
    })
  const type = numberTypes.get(dtype)
  if (!type)
    return fail({
      what,
      expected: `one of ${[...numberTypes.keys()].join(', ')}`,
      got: excerpt(dtype),
      todo: 'Convert the tensor with .float() or .double() and save again.',
    })
  const [from, to] = offsets
  if (!shape.every(isSize) || offsets.length !== 2 || !isSize(from) || !isSize(to))
    return fail({
      what,
      expected: 'sides and two offsets that are whole numbers from 0 up',
      got: `shape ${excerptOf(shape)}, data_offsets ${excerptOf(offsets)}`,
      todo: SAVE_AGAIN,
    })
  const expected = elements(shape) * type.bytes
  if (to - from !== expected)
    fail({
      what,
      expected: `${expected} bytes for shape ${excerpt(shapeText(shape))} of ${dtype}`,
      got: `${to - from} bytes`,
      todo: SAVE_AGAIN,
    })
  return { name, dtype, shape, from, to }
}

/** Offsets must follow one another from the start of the data to its end. */
const expectTiling = (file: string, entries: readonly Entry[], dataBytes: number): void => {
  let at = 0
  for (const { name, from, to } of entries.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from !== at)
      fail({
        what: whatOf(file, name),
        expected: `its data to begin at byte ${at}, where the tensor before it ends`,
        got: `byte ${from}, ${from < at ? 'which overlaps it' : 'which leaves a hole'}`,
        todo: SAVE_AGAIN,
      })
    at = to
  }
  if (at !== dataBytes)
    fail({
      what: file,
      expected: `${at} bytes of numbers after the header`,
      got: `${dataBytes} bytes, so the file ${dataBytes < at ? 'is cut off' : 'has bytes that belong to no tensor'}`,
      todo: DOWNLOAD_AGAIN,
    })
}

const readValues = (file: string, entry: Entry, data: DataView): Float64Array => {
  const type = numberTypes.get(entry.dtype)!
  const values = new Float64Array(elements(entry.shape))
  for (let k = 0; k < values.length; k++) {
    const value = type.read(data, entry.from + k * type.bytes)
    if (!Number.isFinite(value))
      fail({
        what: whatOf(file, entry.name),
        expected: 'finite numbers',
        got: `${value} at element ${k} of shape ${shapeText(entry.shape)}`,
        todo: 'The training that wrote it diverged: lower its learning rate, or take an earlier checkpoint.',
      })
    values[k] = value
  }
  return values
}

const metadataOf = (file: string, value: unknown): Readonly<Record<string, string>> => {
  if (value === undefined) return {}
  const entries = isRecord(value) ? Object.entries(value) : []
  if (!isRecord(value) || entries.some(([, text]) => typeof text !== 'string'))
    fail({
      what: `${file}, __metadata__`,
      expected: 'an object of strings',
      got: excerptOf(value),
      todo: SAVE_AGAIN,
    })
  return Object.fromEntries(entries.map(([key, text]) => [key, String(text)]))
}

/**
 * Reads a safetensors file: F64, F32, F16 and BF16, all to doubles, in the order of the header.
 * @throws FormatError saying what was expected, what came and what to do
 */
export const readSafetensors = (bytes: Uint8Array, limits: ReadLimits = {}): Safetensors => {
  const { file = 'safetensors file', maxBytes = 2 ** 28 } = limits
  if (bytes.length > maxBytes)
    fail({
      what: file,
      expected: `at most ${maxBytes} bytes`,
      got: `${bytes.length} bytes`,
      todo: 'Open a smaller model.',
    })
  const { json, start } = readHeader(file, bytes)
  const { __metadata__: metadata, ...header } = parseHeader(file, json)
  const entries = Object.entries(header).map(([name, value]) => entryOf(file, name, value))
  expectTiling(file, entries, bytes.length - start)
  const data = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start)
  return {
    tensors: entries.map((entry) => ({
      name: entry.name,
      shape: entry.shape,
      values: readValues(file, entry, data),
    })),
    metadata: metadataOf(file, metadata),
  }
}

/**
 * Writes tensors as F64, one after the other in the order given; the same tensors give the same bytes.
 * @throws FormatError when a name comes twice or a tensor's values do not fill its shape
 */
export const writeSafetensors = (
  tensors: readonly Tensor[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array => {
  const header = new Map<string, unknown>()
  if (Object.keys(metadata).length > 0) header.set('__metadata__', metadata)
  let at = 0
  for (const { name, shape, values } of tensors) {
    const taken = header.has(name) || name === '__metadata__'
    if (taken || values.length !== elements(shape))
      fail({
        what: `tensor "${name}"`,
        expected: `a name of its own and ${elements(shape)} values for shape ${shapeText(shape)}`,
        got: taken ? 'a name that is taken' : `${values.length} values`,
        todo: 'Mend the tensor before it is written.',
      })
    header.set(name, { dtype: 'F64', shape, data_offsets: [at, at + values.length * 8] })
    at += values.length * 8
  }
  const json = JSON.stringify(Object.fromEntries(header))
  const encoder = new TextEncoder()
  // Spaces bring the data to a multiple of 8 bytes, so that readers can map it as doubles in place.
  const unpadded = encoder.encode(json).length
  const text = encoder.encode(json + ' '.repeat((8 - (unpadded % 8)) % 8))
  const bytes = new Uint8Array(8 + text.length + at)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(text.length), true)
  bytes.set(text, 8)
  let offset = 8 + text.length
  for (const { values } of tensors)
    for (const value of values) {
      view.setFloat64(offset, value, true)
      offset += 8
    }
  return bytes
}
