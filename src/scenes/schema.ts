/**
 * scene.json: everything of a scene but its words and weights. Validated when it is loaded, with caps on
 * sizes and values, because the file may have been edited.
 */
import * as v from 'valibot'

/** Larger scenes are refused: the page is made for these. */
const MOST_STEPS = 10_000
const MOST_SIZE = 1024

const finite = v.pipe(v.number(), v.finite(), v.minValue(-1e9), v.maxValue(1e9))
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9))
const size = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_SIZE))
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const list = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(most))

const InputSchema = v.variant('kind', [
  v.object({ kind: v.literal('vector'), size }),
  v.object({ kind: v.literal('one-hot'), symbols: size }),
  v.object({ kind: v.literal('embedding'), symbols: size, size }),
])

const ReadoutSchema = v.object({
  size,
  activation: v.picklist(['identity', 'sigmoid', 'softmax']),
})

const StepSchema = v.object({
  /** What stands under the step: 'S', 'R', 'a', 'not', '1990-01'. */
  mark: v.nullable(v.pipe(v.string(), v.maxLength(32))),
  /** x_t, or the index of a symbol. */
  value: v.union([list(finite, MOST_SIZE), count]),
})

const TargetSchema = v.nullable(v.union([list(finite, MOST_SIZE), count]))

const ExampleSchema = v.object({
  id: word,
  steps: list(StepSchema, MOST_STEPS),
  /** One a step, or a single one when only the last output counts. Null: see `rest`. */
  targets: list(TargetSchema, MOST_STEPS),
  /** For a series: its level at each step, those of a season before, and those that really followed, in units. */
  levels: v.optional(list(finite, MOST_STEPS)),
  before: v.optional(list(finite, MOST_STEPS)),
  continuation: v.optional(list(v.object({ mark: word, level: finite }), MOST_STEPS)),
})

const ScalingSchema = v.object({
  unit: word,
  /** What a step of time is. */
  step: v.picklist(['month', 'day']),
  /** Steps of a season, after which a change is expected to come again; null without one. */
  season: v.nullable(v.pipe(count, v.minValue(1))),
  /** The series that the network sees is (change − mean) / scale, a change being that of one step. */
  quantity: v.literal('change'),
  mean: finite,
  scale: v.pipe(finite, v.gtValue(0)),
})

const RecordSchema = v.object({
  hiddenSize: size,
  parameterCount: count,
  updates: count,
  batch: count,
  optimizer: word,
  learningRate: finite,
  clip: finite,
  loss: v.picklist(['squared-error', 'cross-entropy', 'binary-cross-entropy']),
  initialiser: word,
  /** Horizon D of chrono initialisation, or null. */
  horizon: v.nullable(count),
  seeds: list(v.object({ seed: count, validationLoss: finite }), 64),
  seed: count,
  validationLoss: finite,
  metric: finite,
  learned: v.boolean(),
  /** Checksum of the parameters after some updates of the chosen seed: a test retrains up to there. */
  checkpoint: v.object({ update: count, checksum: word }),
})

const ModelSchema = v.object({
  file: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.safetensors$/)),
  /** What lies between the scene's input and its readout. */
  layers: list(
    v.object({ cell: word, size, direction: v.picklist(['forward', 'reverse', 'bidirectional']) }),
    8,
  ),
  record: RecordSchema,
})

export const SceneSchema = v.object({
  format: v.literal(1),
  id: word,
  input: InputSchema,
  readout: ReadoutSchema,
  outputs: v.picklist(['every', 'last']),
  /** vector: numbers against the output; class: the right symbol; bit: 0 or 1 against a probability. */
  targetKind: v.picklist(['vector', 'class', 'bit']),
  loss: v.picklist(['squared-error', 'cross-entropy', 'binary-cross-entropy']),
  /** Target of the steps whose target is null; null when they do not count in the loss. */
  rest: v.nullable(list(finite, MOST_SIZE)),
  features: list(word, MOST_SIZE),
  featureKinds: list(v.picklist(['signed', 'binary']), MOST_SIZE),
  scaling: v.nullable(ScalingSchema),
  metric: v.object({ id: word, better: v.picklist(['less', 'more']), bound: finite }),
  baseline: v.object({ loss: finite, metric: finite }),
  examples: list(ExampleSchema, 64),
  /** By cell id. */
  models: v.pipe(v.record(word, ModelSchema), v.minEntries(1)),
})

export type Scene = v.InferOutput<typeof SceneSchema>
export type Example = v.InferOutput<typeof ExampleSchema>
export type Scaling = v.InferOutput<typeof ScalingSchema>
export type TrainingRecord = v.InferOutput<typeof RecordSchema>
export type SceneModel = v.InferOutput<typeof ModelSchema>
