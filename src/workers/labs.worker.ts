/** The worker of the laboratories: one job, told of several times a second until it is done. */
import { startJob, type LabAnswer, type LabJob } from './labJobs.ts'

const TELL_MS = 150

const say = (answer: LabAnswer): void => postMessage(answer, { transfer: [] })

self.addEventListener('message', ({ data }: MessageEvent<LabJob>) => {
  try {
    const job = startJob(data)
    let told = performance.now()
    while (!job.done()) {
      job.advance()
      if (performance.now() - told < TELL_MS) continue
      say({ type: 'progress', progress: job.progress(), done: false })
      told = performance.now()
    }
    say({ type: 'progress', progress: job.progress(), done: true })
  } catch (error) {
    say({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})
