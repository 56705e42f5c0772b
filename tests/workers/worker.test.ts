/** The worker itself, in a thread of its own: the same bits as in this thread, and buffers change hands. */
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { tasks } from '../../src/scenes/tasks.ts'
import type { FromWorker, Report, ToWorker } from '../../src/workers/trainingMessages.ts'
import { createSession } from '../../src/workers/trainingSession.ts'
import { settings } from './support.ts'

const trainInWorker = async (until: number): Promise<Report> => {
  const worker = new Worker(new URL('./threadShim.mjs', import.meta.url), {
    execArgv: ['--import', './scripts/typescript.mjs'],
  })
  try {
    return await new Promise((resolve, reject) => {
      const send = (message: ToWorker): void => worker.postMessage(message, [])
      worker.on('error', reject)
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'failed') reject(new Error(message.message))
        else if (message.update === 0) send({ type: 'play', until })
        else if (!message.playing) resolve(message)
      })
      send({ type: 'open', settings, data: '', resume: null, level: 0, most: 64 })
    })
  } finally {
    await worker.terminate()
  }
}

test('the worker’s result equals the in-thread result bit for bit', async () => {
  const report = await trainInWorker(settings.updates)
  const session = createSession(tasks.counting.create(''), settings)
  for (let k = 0; k < settings.updates; k++) session.advance()
  expect(report.update).toBe(settings.updates)
  expect(report.resume).toEqual(session.resume())
  expect(report.now).toEqual(session.checkpoint(true))
}, 30_000)
