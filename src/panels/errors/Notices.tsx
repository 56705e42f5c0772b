/** What of the address could not be followed, and what is shown instead. */
import type { ReactElement } from 'react'
import { actions, useMessages, useNotices, type Notice } from '../../store/index.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { focusMain } from '../../ui/focusMain.ts'
import { CloseIcon, ErrorIcon } from '../../ui/icons.ts'
import './errors.css'

/** Keys of the address that are chosen by rule when they cannot be followed. */
const CHOSEN = new Set(['t', 'phase', 'slot', 'unit'])

export const Notices = (): ReactElement => {
  const { errors: words } = useMessages()
  const notices = useNotices()
  const instead = ({ key, shown }: Notice): string => {
    if (shown) return words.noticeShown(shown)
    return CHOSEN.has(key) ? words.noticeChosen : words.noticeLeftOut
  }
  const nameOf = (key: string): string =>
    Object.entries(words.keys).find(([known]) => known === key)?.[1] ?? key
  return (
    <div role="status">
      {notices.length > 0 ? (
        <div className="notices">
          <ErrorIcon size={18} aria-hidden="true" />
          <div>
            <strong>{words.addressTitle}</strong>
            <ul>
              {notices.map((notice) => (
                <li key={`${notice.key} ${notice.got}`}>
                  {words.notice(nameOf(notice.key), notice.expected, notice.got)} {instead(notice)}
                </li>
              ))}
            </ul>
          </div>
          <IconButton
            label={words.dismiss}
            onClick={() => {
              actions.dismissNotices()
              focusMain()
            }}
          >
            <CloseIcon size={18} aria-hidden="true" />
          </IconButton>
        </div>
      ) : null}
    </div>
  )
}
