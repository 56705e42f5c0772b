// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { unsetStyle } from '../../src/ui/unsetStyle.ts'

test('takes back one property, and with the last one the attribute', () => {
  const element = document.createElement('div')
  element.style.setProperty('--now', '0.5')
  element.style.setProperty('color', 'red')
  unsetStyle(element, '--now')
  expect(element.getAttribute('style')).toBe('color: red;')
  unsetStyle(element, 'color')
  expect(element.hasAttribute('style')).toBe(false)
  unsetStyle(element, 'color')
  expect(element.hasAttribute('style')).toBe(false)
})
