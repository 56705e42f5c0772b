// @vitest-environment jsdom
/** The keys of the page: each does what the sheet of keys says, and rests where the focus has keys of its own. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { commandOf } from '../../src/panels/transport/keyboard.ts'
import { momentOf, useStore } from '../../src/store/index.ts'
import { showScene } from './stage/scene.ts'

const help = vi.fn<() => void>()

const press = (key: string, options: KeyboardEventInit = {}, target: Element = document.body): boolean => {
  const event = new KeyboardEvent('keydown', { key, ...options, bubbles: true })
  target.dispatchEvent(event)
  const command = commandOf(event, help)
  command?.()
  return command !== null
}

const moment = () => momentOf(useStore.getState().view.clock)
const unit = () => useStore.getState().view.unit

beforeEach(async () => {
  document.body.replaceChildren()
  await showScene('recall', { cell: 'lstm', t: 9, phase: 4, unit: 3 })
})

test.each([
  ['ArrowLeft', {}, { t: 8, phase: 4 }],
  ['ArrowRight', {}, { t: 10, phase: 4 }],
  ['ArrowLeft', { shiftKey: true }, { t: 9, phase: 3 }],
  ['ArrowRight', { shiftKey: true }, { t: 9, phase: 5 }],
  ['PageUp', {}, { t: 0, phase: 4 }],
  ['PageDown', {}, { t: 19, phase: 4 }],
  ['Home', {}, { t: 0, phase: 1 }],
  ['End', {}, { t: 23, phase: 6 }],
  ['2', {}, { t: 9, phase: 2 }],
  ['6', {}, { t: 9, phase: 6 }],
] as const)('%s %o goes to %o', (key, options, to) => {
  expect(press(key, options)).toBe(true)
  expect(moment()).toMatchObject(to)
})

test('a page beyond the ends stops at them', () => {
  press('PageDown')
  press('PageDown')
  expect(moment()).toMatchObject({ t: 23, phase: 4 })
  for (let k = 0; k < 4; k++) press('PageUp')
  expect(moment()).toMatchObject({ t: 0, phase: 4 })
})

test('up and down change the unit, within the units that there are', () => {
  press('ArrowDown')
  expect(unit()).toBe(4)
  for (let k = 0; k < 9; k++) press('ArrowUp')
  expect(unit()).toBe(0)
})

test('space plays and pauses; a question mark opens the list', () => {
  press(' ')
  expect(useStore.getState().playing).toBe(true)
  press(' ')
  expect(useStore.getState().playing).toBe(false)
  expect(help).not.toHaveBeenCalled()
  press('?', { shiftKey: true })
  expect(help).toHaveBeenCalledOnce()
})

describe('keys rest', () => {
  const element = (markup: string): Element => {
    document.body.innerHTML = markup
    return document.body.firstElementChild!
  }

  test.each([
    ['in a list', '<select></select>', 'ArrowDown'],
    ['in a field', '<input type="number">', '3'],
    ['in a sheet', '<dialog open></dialog>', 'End'],
    ['in a choice, which has arrows', '<input type="radio">', 'ArrowRight'],
    ['on a button, which Space presses', '<button></button>', ' '],
  ])('%s', (_, markup, key) => {
    expect(press(key, {}, element(markup))).toBe(false)
  })

  test('with a modifier, which is the browser’s', () => {
    expect(press('ArrowLeft', { altKey: true })).toBe(false)
    expect(press('1', { ctrlKey: true })).toBe(false)
  })
})
