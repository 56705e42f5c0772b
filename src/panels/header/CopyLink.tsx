/** Copies the address, which carries the view, and says politely whether it worked. */
import { useEffect, useState, type ReactElement } from 'react'
import { useMessages } from '../../store/index.ts'
import { DoneIcon, LinkIcon } from '../../ui/icons.ts'

const SHOWN_MS = 2500

export const CopyLink = (): ReactElement => {
  const words = useMessages().header
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  useEffect(() => {
    if (outcome === null) return undefined
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      setOutcome('copied')
    } catch {
      setOutcome('refused')
    }
  }
  const said = { copied: words.linkCopied, refused: words.linkNotCopied }
  return (
    <>
      <button type="button" className="button header-copy" title={words.copyLink} onClick={() => void copy()}>
        {outcome === 'copied' ? (
          <DoneIcon size={16} aria-hidden="true" />
        ) : (
          <LinkIcon size={16} aria-hidden="true" />
        )}
        <span className="header-copy-label">{words.copyLink}</span>
      </button>
      <span className={outcome ? 'header-toast' : 'visually-hidden'} role="status">
        {outcome ? said[outcome] : ''}
      </span>
    </>
  )
}
