// @vitest-environment jsdom
/** The row of laboratories: the focus comes along to the row of the next one. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { LabNav } from '../../../src/panels/labs/LabNav.tsx'
import { useStore } from '../../../src/store/index.ts'
import { INITIAL_VIEW } from '../../../src/store/view.ts'

afterEach(cleanup)

test('the link that was chosen has the focus in the row of the next laboratory, and only then', () => {
  useStore.setState({ view: { ...INITIAL_VIEW, page: 'train' }, language: 'en' })
  const row = (key: string) => <LabNav key={key} />
  const { rerender } = render(row('one'))
  expect(document.activeElement).toBe(document.body)
  const link = screen.getAllByRole('link').find((own) => own.getAttribute('aria-current') === null)!
  const name = link.textContent
  link.focus()
  fireEvent.click(link)
  rerender(row('two'))
  expect(document.activeElement?.textContent).toBe(name)
  expect(document.activeElement?.getAttribute('aria-current')).toBe('page')
  document.querySelector<HTMLElement>(':focus')?.blur()
  rerender(row('three'))
  expect(document.activeElement).toBe(document.body)
})
