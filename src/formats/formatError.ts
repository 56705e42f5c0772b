/** An error in a file, in parts, so that a page can show them apart and translate the frame around them. */

export interface ErrorParts {
  /** Where it is: 'recall/lstm.safetensors, tensor "rnn.weight_ih_l0"'. */
  readonly what: string
  readonly expected: string
  readonly got: string
  /** What the reader can do about it. */
  readonly todo: string
}

/** Characters of a file's own text that a message repeats. */
const LONGEST = 80

/** A text of the file as a message repeats it: not more than can be read, and never nothing. */
export const excerpt = (text: string): string =>
  text === '' ? 'an empty text' : text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text

/** A value of a JSON file as a message repeats it. */
export const excerptOf = (value: unknown): string => {
  try {
    return excerpt(JSON.stringify(value) ?? 'nothing')
  } catch {
    // Lists within lists, as deep as a damaged file can make them, overflow the stack.
    return 'a value nested too deep'
  }
}

/** One sentence a part. */
export const sentences = ({ what, expected, got, todo }: ErrorParts): string =>
  `${what}: expected ${expected}, got ${got}. ${todo}`

export class FormatError extends Error {
  readonly parts: ErrorParts
  constructor(parts: ErrorParts) {
    super(sentences(parts))
    this.name = 'FormatError'
    this.parts = parts
  }
}
