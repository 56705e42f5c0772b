import { expect, test } from 'vitest'
import { tasks } from '../../src/scenes/tasks.ts'
import { keptUpdates } from '../../src/workers/checkpointSchedule.ts'
import { createDriver } from '../../src/workers/trainingDriver.ts'
import type { FromWorker, Report, ToWorker } from '../../src/workers/trainingMessages.ts'
import { createSession } from '../../src/workers/trainingSession.ts'
import { settings } from './support.ts'

/** A driver with a clock that moves 10 ms at every look, and slices that run when told. */
const start = () => {
  const heard: FromWorker[] = []
  const later: (() => void)[] = []
  let time = 0
  const send = createDriver({
    post: (message) => heard.push(structuredClone(message)),
    now: () => (time += 10),
    later: (callback) => later.push(callback),
  })
  const reports = (): readonly Report[] => heard.filter((message) => message.type === 'report')
  return {
    send,
    heard,
    reports,
    slice: () => later.shift()?.(),
    settle: () => {
      while (later.length > 0) later.shift()?.()
    },
  }
}

const opening: ToWorker = { type: 'open', settings, data: '', resume: null, level: 0, most: 64 }

const alone = (updates: number) => {
  const session = createSession(tasks.counting.create(''), settings)
  for (let k = 0; k < updates; k++) session.advance()
  return session
}

test('opens at the start, measured and stored, and waits', () => {
  const { send, reports } = start()
  send(opening)
  const [report, ...rest] = reports()
  expect(rest).toEqual([])
  expect(report).toMatchObject({ update: 0, playing: false, canAdvance: true, now: null })
  expect(report?.checkpoints).toEqual([alone(0).checkpoint(true)])
  expect(report?.resume).toEqual(alone(0).resume())
})

test('trains to the end: every checkpoint of the schedule once, the end measured and stored', () => {
  const { send, reports, settle } = start()
  send(opening)
  send({ type: 'play', until: 30 })
  settle()
  const updates = reports().flatMap(({ checkpoints }) => checkpoints.map(({ update }) => update))
  expect(updates).toEqual(keptUpdates(30, 0))
  const last = reports().at(-1)!
  expect(last).toMatchObject({ update: 30, playing: false })
  expect(last.now).toEqual(alone(30).checkpoint(true))
  expect(last.resume).toEqual(alone(30).resume())
})

test('a checkpoint is that of a session in the same thread, bit for bit', () => {
  const { send, reports, settle } = start()
  send(opening)
  send({ type: 'play', until: 16 })
  settle()
  const found = reports().flatMap(({ checkpoints }) => checkpoints)
  for (const update of [9, 16])
    expect(found.find((checkpoint) => checkpoint.update === update)).toEqual(alone(update).checkpoint(true))
})

test('while training it reports and stores at least every second', () => {
  const { send, reports, slice } = start()
  send(opening)
  send({ type: 'play', until: 10_000 })
  for (let k = 0; k < 120; k++) slice()
  // The clock moves 10 ms a look, three looks and more a slice: at least 3.6 s went by.
  expect(reports().filter(({ resume }) => resume !== null).length).toBeGreaterThanOrEqual(4)
  expect(reports().every(({ perSecond }, k) => k < 2 || perSecond! > 0)).toBe(true)
})

test('a pause is heard between slices; a step is one update; both are stored', () => {
  const { send, reports, slice, settle } = start()
  send(opening)
  send({ type: 'play', until: 10_000 })
  slice()
  send({ type: 'pause' })
  settle()
  const paused = reports().at(-1)!
  expect(paused).toMatchObject({ playing: false })
  expect(paused.resume?.update).toBe(paused.update)
  send({ type: 'step' })
  const stepped = reports().at(-1)!
  expect(stepped.update).toBe(paused.update + 1)
  expect(stepped.resume).toEqual(alone(stepped.update).resume())
})

test('the schedule is thinned when it is full, and the report says so', () => {
  const { send, reports, settle } = start()
  send({ ...opening, most: 4 })
  send({ type: 'play', until: 30 })
  settle()
  expect(reports().at(-1)?.level).toBe(1)
})

test('goes on where another left off, with the same bits', () => {
  const { send, reports, settle } = start()
  send({ ...opening, resume: alone(11).resume() })
  expect(reports()[0]).toMatchObject({ update: 11, checkpoints: [] })
  send({ type: 'play', until: 20 })
  settle()
  expect(reports().at(-1)?.resume).toEqual(alone(20).resume())
})

test('settings that make no network are told, not thrown', () => {
  const { send, heard } = start()
  send({ ...opening, settings: { ...settings, hiddenSize: 0 } })
  expect(heard.at(-1)).toMatchObject({ type: 'failed' })
  send({ type: 'step' })
  expect(heard.at(-1)).toMatchObject({
    type: 'failed',
    message: expect.stringMatching(/Expected an open run/),
  })
})
