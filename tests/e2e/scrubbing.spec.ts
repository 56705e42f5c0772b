/**
 * The picture is a function of the clock alone: however a moment is come to, by its address, forwards,
 * backwards or at random, document and pixels are the same. With motion, once it has come to rest.
 */
import type { Page, Request } from '@playwright/test'
import { expect, test } from './page.ts'
import { pendingRequests, settled } from './support/settled.ts'

/** Timestep and phase. */
type Moment = readonly [t: number, phase: number]

const MOMENTS: readonly Moment[] = [
  [9, 3],
  [14, 6],
]

const LAST = 23

const slider = (page: Page) => page.getByRole('slider', { name: 'Timestep', exact: true })

/** Waits until the document has not changed for a while. */
const atRest = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let still = 0
        const observer = new MutationObserver(() => {
          still = 0
        })
        observer.observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        })
        const frame = (): void => {
          if (++still < 15) requestAnimationFrame(frame)
          else {
            observer.disconnect()
            resolve()
          }
        }
        requestAnimationFrame(frame)
      }),
  )

/**
 * The document with what its canvases hold, an element a line with its attributes in the order of the alphabet,
 * since theirs has no meaning, and with the ids that React counts in the order of their appearance; and its
 * pixels. What legitimately is history is put away before: the focus and the pointer.
 * All is laid out anew, because the browser rounds the edges of shapes and letters by the layers in which they
 * are painted, and those depend on what has moved before.
 */
const pictureOf = async (page: Page): Promise<{ readonly lines: string[]; readonly pixels: Buffer }> => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.mouse.move(1, 1)
  await atRest(page)
  await page.evaluate(async () => {
    const frames = async (): Promise<void> => {
      for (let k = 0; k < 2; k++) await new Promise(requestAnimationFrame)
    }
    // Within one task: no frame is drawn of it, and nothing on the page is told.
    const root = document.documentElement
    root.style.display = 'none'
    void root.offsetHeight
    root.removeAttribute('style')
    void root.offsetHeight
    await frames()
  })
  const lines = await page.locator('body').evaluate((body) => {
    const found: string[] = []
    const ids: string[] = []
    const walk = (node: Node): void => {
      if (node instanceof Text) found.push(node.data)
      if (!(node instanceof Element)) return
      const attributes = Array.from(node.attributes, ({ name, value }) => {
        if (!/^_r_\w+_$/.test(value)) return `${name}="${value}"`
        if (!ids.includes(value)) ids.push(value)
        return `${name}="id ${ids.indexOf(value)}"`
      })
      found.push(`<${[node.localName, ...attributes.sort()].join(' ')}>`)
      if (node instanceof HTMLCanvasElement) found.push(node.toDataURL())
      node.childNodes.forEach(walk)
      found.push(`</${node.localName}>`)
    }
    walk(body)
    return found
  })
  // To hide the caret, the screenshot would leave styles on the fields of the page.
  return { lines, pixels: await page.screenshot({ animations: 'disabled', caret: 'initial' }) }
}

/**
 * How two pictures differ: in how many pixels, and by how much at most in any channel, 0 … 255.
 */
const difference = (page: Page, one: Buffer, other: Buffer): Promise<{ pixels: number; shades: number }> =>
  page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (letter) => letter.codePointAt(0)!)
          const bitmap = await createImageBitmap(new Blob([bytes]))
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
          context.drawImage(bitmap, 0, 0)
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data
        }),
      )
      const apart = a!.map((value, k) => Math.abs(value - b![k]!))
      const pixels = new Set<number>()
      apart.forEach((size, k) => {
        if (size > 0) pixels.add(k >> 2)
      })
      return { pixels: pixels.size, shades: apart.reduce((most, size) => Math.max(most, size), 0) }
    },
    [one.toString('base64'), other.toString('base64')],
  )

/**
 * What the browser's rounding of edges may make of the same document and the same canvases, which are compared
 * to the bit: of more than a million pixels so many, by no more than a part of the way from paper to ink.
 */
const EDGES = { pixels: 200, shades: 64 }

/** By the keyboard, a step at a time; the phase by its digit. */
const walk = async (page: Page, from: number, [t, phase]: Moment): Promise<void> => {
  const key = from < t ? 'ArrowRight' : 'ArrowLeft'
  for (let k = 0; k < Math.abs(t - from); k++) await page.keyboard.press(key)
  await page.keyboard.press(String(phase))
}

const ROUTES: Readonly<Record<string, (page: Page, to: Moment) => Promise<void>>> = {
  forwards: async (page, to) => {
    await page.keyboard.press('Home')
    await walk(page, 0, to)
  },
  backwards: async (page, to) => {
    await page.keyboard.press('End')
    await walk(page, LAST, to)
  },
  'at random': async (page, to) => {
    // The same leaps every time, by the slider, with phases and a page in between.
    for (const [t, key] of [
      [17, '5'],
      [2, 'Shift+ArrowLeft'],
      [21, 'PageUp'],
      [to[0], String(to[1])],
    ] as const) {
      await slider(page).fill(String(t))
      await slider(page).blur()
      await page.keyboard.press(key)
    }
  },
}

const opened = async (page: Page, pending: ReadonlySet<Request>, place: string): Promise<void> => {
  // Another query: the page is loaded anew, so that nothing stays of the one before.
  await page.goto(`./?${place.replaceAll(/\W/g, '')}#scene=recall&slot=h&unit=5&${place}`)
  await settled(page)
  await expect.poll(() => pending.size).toBe(0)
  await atRest(page)
}

// Twelve pictures of whole pages each.
test.setTimeout(180_000)

test.use({ locale: 'en-GB' })

for (const [name, place, motion] of [
  ['the RNN', 'cell=rnn', 'no-preference'],
  ['the LSTM', 'cell=lstm', 'no-preference'],
  ['the GRU', 'cell=gru', 'no-preference'],
  ['the LSTM with less motion', 'cell=lstm', 'reduce'],
  ['the folded LSTM', 'cell=lstm&folded=1', 'no-preference'],
  ['the half folded GRU', 'cell=gru&folded=0.4', 'no-preference'],
  ['the comparison', 'cell=lstm&compare=1', 'no-preference'],
  ['the gradient', 'cell=gru&reading=gradient', 'no-preference'],
] as const)
  test(`${name} at a moment is the same whichever way it is reached`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: motion })
    const pending = pendingRequests(page)
    const expected = new Map<Moment, Awaited<ReturnType<typeof pictureOf>>>()
    for (const moment of MOMENTS) {
      await opened(page, pending, `${place}&t=${moment[0]}&phase=${moment[1]}`)
      expected.set(moment, await pictureOf(page))
    }
    const [one, other] = MOMENTS.map((moment) => expected.get(moment)!.lines.join('\n'))
    expect(one, 'moments differ from each other').not.toBe(other)
    await opened(page, pending, `${place}&t=0&phase=1`)
    for (const [route, go] of Object.entries(ROUTES))
      for (const moment of MOMENTS) {
        await go(page, moment)
        await expect(slider(page)).toHaveValue(String(moment[0]))
        const { lines, pixels } = await pictureOf(page)
        const wanted = expected.get(moment)!
        const where = `${route} to t = ${moment[0]}, phase ${moment[1]}`
        const differing = lines.flatMap((line, k) =>
          line === wanted.lines[k] ? [] : [`${wanted.lines[k]} → ${line}`],
        )
        expect(differing.slice(0, 20), where).toEqual([])
        expect(lines.length, where).toBe(wanted.lines.length)
        if (pixels.equals(wanted.pixels)) continue
        const apart = await difference(page, pixels, wanted.pixels)
        expect(apart.pixels, `pixels ${where}`).toBeLessThanOrEqual(EDGES.pixels)
        expect(apart.shades, `pixels ${where}`).toBeLessThanOrEqual(EDGES.shades)
      }
  })
