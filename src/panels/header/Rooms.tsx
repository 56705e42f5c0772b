/** The rooms of the page: links in a row, and where there is no room for them one list behind the sign. */
import type { MouseEvent, ReactElement } from 'react'
import { actions, PAGES, useMessages, useView, type Page } from '../../store/index.ts'
import { OpenIcon } from '../../ui/icons.ts'

const hrefOf = (page: Page, scene: string): string => `#page=${page}&scene=${scene}`

export const Rooms = (): ReactElement => {
  const words = useMessages().header
  const page = useView((view) => view.page)
  const scene = useView((view) => view.scene)
  const go = (event: MouseEvent, to: Page): void => {
    // A click with a modifier opens another tab.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    actions.setPage(to)
  }
  return (
    <>
      <nav className="header-nav" aria-label={words.rooms}>
        {PAGES.map((name) => (
          <a
            key={name}
            href={hrefOf(name, scene)}
            aria-current={name === page ? 'page' : undefined}
            onClick={(event) => go(event, name)}
          >
            {words[name]}
          </a>
        ))}
      </nav>
      <label className="header-rooms">
        <OpenIcon size={14} aria-hidden="true" />
        <select
          aria-label={words.rooms}
          value={page}
          onChange={(event) => {
            const next = PAGES.find((name) => name === event.target.value)
            if (next) actions.setPage(next)
          }}
        >
          {PAGES.map((name) => (
            <option key={name} value={name}>
              {words[name]}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
