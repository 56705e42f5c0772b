/** The laboratories of the Train page: a row of links, first in the main column of each. */
import { useEffect, useRef, type MouseEvent, type ReactElement } from 'react'
import { labs } from '../../i18n/labs.ts'
import { actions, LABS, useLanguage, useView, type Lab } from '../../store/index.ts'
import './labs.css'

/** Each laboratory has a row of its own: the next one gives the focus back to the link that was chosen in the last. */
let asked: Lab | null = null

const ask = (lab: Lab): void => {
  asked = lab
}

const takeAsked = (): Lab | null => {
  const lab = asked
  asked = null
  return lab
}

export const LabNav = (): ReactElement | null => {
  const words = labs[useLanguage()]
  const open = useView((view) => view.lab)
  const scene = useView((view) => view.scene)
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]')
    // On narrow screens the row scrolls; the page stays where it is.
    current?.scrollIntoView?.({ inline: 'nearest', block: 'nearest' })
    // Whoever went on meanwhile stays there.
    if (takeAsked() !== null && document.activeElement === document.body) current?.focus()
  }, [])
  const go = (event: MouseEvent, to: Lab): void => {
    // A click with a modifier opens another tab.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if (to !== open) ask(to)
    actions.setLab(to)
  }
  // One alone is no choice.
  if (LABS.length < 2) return null
  return (
    <nav ref={nav} className="labs" aria-label={words.nav}>
      {LABS.map((lab) => (
        <a
          key={lab}
          href={`#page=train&lab=${lab}&scene=${scene}`}
          aria-current={lab === open ? 'page' : undefined}
          onClick={(event) => go(event, lab)}
        >
          {words[lab]}
        </a>
      ))}
    </nav>
  )
}
