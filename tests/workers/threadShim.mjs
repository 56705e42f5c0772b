// Gives a thread of Node what a worker of a browser has, then runs the training worker in it.
import { parentPort } from 'node:worker_threads'

globalThis.postMessage = (message, { transfer }) => parentPort.postMessage(message, transfer)
globalThis.addEventListener = (_, listener) => parentPort.on('message', (data) => listener({ data }))

await import('../../src/workers/training.worker.ts')
