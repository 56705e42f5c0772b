/** What went wrong with a scene, in parts: what, expected, got, todo. */
import { FormatError, sentences, type ErrorParts } from '../formats/formatError.ts'

export class SceneError extends Error {
  readonly parts: ErrorParts
  constructor(parts: ErrorParts) {
    super(sentences(parts))
    this.name = 'SceneError'
    this.parts = parts
  }
}

/** Any error as a SceneError: parts are kept where there are some. */
export const toSceneError = (error: unknown, what: string, expected: string, todo: string): SceneError => {
  if (error instanceof SceneError) return error
  if (error instanceof FormatError) return new SceneError(error.parts)
  const got = error instanceof Error ? error.message : String(error)
  return new SceneError({ what, expected, got, todo })
}
