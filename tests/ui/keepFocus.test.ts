// @vitest-environment jsdom
/** What had the focus and is gone leaves it to what is nearest. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFocus } from '../../src/ui/keepFocus.ts'

let stop = (): void => undefined
const get = (id: string): HTMLElement => document.getElementById(id)!
/** Observers are called before this is over. */
const passed = (): Promise<void> => Promise.resolve()

beforeEach(() => {
  document.body.innerHTML = `<main id="stage" tabindex="-1">
    <section id="chain"><input type="range" /><button id="d"></button>
      <div><button id="a"></button><i tabindex="-1"></i></div><b id="b" tabindex="0"></b>
    </section>
    <section id="plain"><button id="c"></button></section>
  </main>`
  stop = keepFocus()
})
afterEach(() => stop())

test('to the stop of a roving focus in the part around it, before sliders and buttons', async () => {
  get('a').focus()
  get('a').parentElement!.remove()
  await passed()
  expect(document.activeElement).toBe(get('b'))
})

test('to the main part where nothing around it does', async () => {
  get('c').focus()
  get('c').remove()
  await passed()
  expect(document.activeElement).toBe(get('stage'))
})

test('to nothing where the reader points elsewhere, or a component sets it itself', async () => {
  get('a').focus()
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  get('a').remove()
  await passed()
  expect(document.activeElement).toBe(document.body)

  get('c').focus()
  get('c').remove()
  get('b').focus()
  await passed()
  expect(document.activeElement).toBe(get('b'))
})

test('a press on what has it already is no leaving', async () => {
  get('a').focus()
  get('a').dispatchEvent(new Event('pointerdown', { bubbles: true }))
  get('a').remove()
  await passed()
  expect(document.activeElement).toBe(get('b'))
})

test('to a button where there is no stop', async () => {
  get('b').removeAttribute('tabindex')
  get('a').focus()
  get('a').remove()
  await passed()
  expect(document.activeElement).toBe(get('d'))
})

test('what goes elsewhere changes nothing', async () => {
  get('b').focus()
  get('c').remove()
  await passed()
  expect(document.activeElement).toBe(get('b'))
})
