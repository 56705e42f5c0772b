/**
 * Writes an ONNX model of one LSTM layer: the few messages of onnx.proto3 that it takes, as protocol buffers.
 * Input X [T, 1, I], output Y [T, 1, 1, H]; weights as the LSTM operator has them: gates i o f g, W [1, 4H, I],
 * R [1, 4H, H], B [1, 8H] (input biases, then recurrent ones, which are zero here).
 */
import { stacked, type Work } from './work.ts'

type Bytes = readonly number[]

const varint = (value: number): Bytes =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]

/** Field `number` with a whole number. */
const whole = (number: number, value: number): Bytes => [...varint(number * 8), ...varint(value)]

/** Field `number` with bytes: text, a message, raw data. */
const bytes = (number: number, content: Bytes): Bytes => [
  ...varint(number * 8 + 2),
  ...varint(content.length),
  ...content,
]

const text = (number: number, value: string): Bytes => bytes(number, [...new TextEncoder().encode(value)])

const message = (number: number, ...fields: readonly Bytes[]): Bytes => bytes(number, fields.flat())

const FLOAT = 1
const INT = 2

/** ValueInfoProto: a named float tensor of a shape. */
const valueInfo = (field: number, name: string, shape: readonly number[]): Bytes =>
  message(
    field,
    text(1, name),
    message(2, message(1, whole(1, FLOAT), message(2, ...shape.map((size) => message(1, whole(1, size)))))),
  )

/** TensorProto: a named constant. */
const initializer = (name: string, shape: readonly number[], values: Float32Array): Bytes =>
  message(
    5,
    ...shape.map((size) => whole(1, size)),
    whole(2, FLOAT),
    text(8, name),
    bytes(9, Array.from(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))),
  )

/** The model as the bytes of an .onnx file. */
export const onnxLstm = (work: Work): Uint8Array => {
  const { I, H, T } = work
  const gates = ['i', 'o', 'f', 'g'] as const
  const biases = new Float32Array(8 * H)
  biases.set(stacked(work, 'b', gates))
  const node = message(
    1,
    ...['X', 'W', 'R', 'B'].map((name) => text(1, name)),
    text(2, 'Y'),
    text(4, 'LSTM'),
    message(5, text(1, 'hidden_size'), whole(3, H), whole(20, INT)),
  )
  const graph = message(
    7,
    node,
    text(2, 'lstm'),
    initializer('W', [1, 4 * H, I], stacked(work, 'W', gates)),
    initializer('R', [1, 4 * H, H], stacked(work, 'U', gates)),
    initializer('B', [1, 8 * H], biases),
    valueInfo(11, 'X', [T, 1, I]),
    valueInfo(12, 'Y', [T, 1, 1, H]),
  )
  const operators = message(8, text(1, ''), whole(2, 17))
  return Uint8Array.from([...whole(1, 8), ...graph, ...operators])
}
