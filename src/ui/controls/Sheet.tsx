/** A modal sheet: the browser's dialog, which keeps the focus, closes on Escape and on its ground. */
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { CloseIcon } from '../icons.ts'
import { IconButton } from './IconButton.tsx'
import './sheet.css'

interface Props {
  readonly title: string
  readonly close: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

export const Sheet = ({ title, close, open, onClose, children }: Props): ReactElement => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  // A press on the ground hits the dialog itself; the content covers all of its box.
  useEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    const onPress = (event: PointerEvent): void => {
      if (event.target === element) onClose()
    }
    element.addEventListener('pointerdown', onPress)
    return () => element.removeEventListener('pointerdown', onPress)
  }, [onClose])
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onClose={onClose}>
      {open ? (
        <div className="sheet-content">
          <div className="sheet-head">
            <h2>{title}</h2>
            <IconButton label={close} onClick={onClose}>
              <CloseIcon size={18} aria-hidden="true" />
            </IconButton>
          </div>
          {children}
        </div>
      ) : null}
    </dialog>
  )
}
