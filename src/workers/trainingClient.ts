/**
 * The page's end of the training worker: starts it, talks to it, and notices when it is gone. A worker
 * that was killed says nothing, so while it owes an answer its silence is counted.
 */
import type { FromWorker, ToWorker } from './trainingMessages.ts'

export interface TrainingClient {
  readonly send: (message: ToWorker) => void
  /** Ends the worker; nothing is heard of it afterwards. */
  readonly stop: () => void
}

export interface Listeners {
  readonly onMessage: (message: FromWorker) => void
  /** The worker ended or fell silent, and was stopped. */
  readonly onLost: () => void
}

/** What a client needs of a worker; a test gives its own. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

const TICK = 500

const createWorker = (): WorkerLike =>
  new Worker(new URL('./training.worker.ts', import.meta.url), { type: 'module' })

/**
 * Starts a worker.
 * @param patience ms of silence after which it counts as lost while it owes an answer: longer than
 *   its longest update takes. Counted in ticks of the page, so that a sleeping computer is not silence.
 */
export const startTraining = (
  { onMessage, onLost }: Listeners,
  patience: number,
  create: () => WorkerLike = createWorker,
): TrainingClient => {
  const worker = create()
  let training = false
  /** Orders without an answer yet. */
  let pending = 0
  let silent = 0
  let ended = false

  const stop = (): void => {
    ended = true
    clearInterval(timer)
    worker.terminate()
  }
  const lose = (): void => {
    if (ended) return
    stop()
    onLost()
  }
  const timer = setInterval(() => {
    silent = training || pending > 0 ? silent + TICK : 0
    if (silent > patience) lose()
    // Asked half-way: a worker that lives answers, however little it has to say.
    else if (silent > patience / 2) worker.postMessage({ type: 'ping' } satisfies ToWorker, [])
  }, TICK)

  worker.addEventListener('error', (event) => {
    event.preventDefault()
    lose()
  })
  worker.addEventListener('message', (event) => {
    if (ended) return
    silent = 0
    const message = (event as MessageEvent<FromWorker>).data
    pending = Math.max(0, pending - 1)
    training = message.type === 'report' && message.playing
    onMessage(message)
  })
  return {
    send: (message) => {
      pending++
      silent = 0
      worker.postMessage(message, [])
    },
    stop,
  }
}
