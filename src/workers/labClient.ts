/** The page's end of the laboratories' worker: a worker a job; ending it is how a job is dropped. */
import type { LabAnswer, LabJob } from './labJobs.ts'

/** What a client needs of a worker; a test gives its own. */
export type LabWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

const createWorker = (): LabWorker =>
  new Worker(new URL('./labs.worker.ts', import.meta.url), { type: 'module' })

/** Starts a job; returns how to drop it. Nothing is heard of a dropped job. */
export const runLabJob = (
  job: LabJob,
  onAnswer: (answer: LabAnswer) => void,
  create: () => LabWorker = createWorker,
): (() => void) => {
  const worker = create()
  let dropped = false
  const drop = (): void => {
    dropped = true
    worker.terminate()
  }
  worker.addEventListener('message', (event) => {
    if (dropped) return
    const answer = (event as MessageEvent<LabAnswer>).data
    onAnswer(answer)
    if (answer.type === 'failed' || answer.done) drop()
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    if (dropped) return
    drop()
    onAnswer({ type: 'failed', message: event.message })
  })
  worker.postMessage(job, [])
  return drop
}
