/**
 * The `test` of all end-to-end files: its page fails a test that leaves anything on the console,
 * throws, or asks another host for something.
 */
import { test as base, expect } from '@playwright/test'

export const test = base.extend({
  page: async ({ page, baseURL }, provide) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        complaints.push(`console ${message.type()}: ${message.text()}`)
      }
    })
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
    page.on('request', (request) => {
      const url = request.url()
      if (/^(https?|wss?):/.test(url) && !url.startsWith(baseURL ?? ''))
        complaints.push(`foreign request: ${url}`)
    })
    await provide(page)
    expect(complaints, 'console, uncaught errors and requests to other hosts').toEqual([])
  },
})

export { expect }
