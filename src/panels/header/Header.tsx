/** The header: what is open, in which form, language and theme. */
import type { ReactElement, ReactNode } from 'react'
import {
  actions,
  LANGUAGES,
  useLanguage,
  useMessages,
  useTheme,
  useView,
  type Language,
} from '../../store/index.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Segmented } from '../../ui/controls/Segmented.tsx'
import { MoonIcon, SunIcon } from '../../ui/icons.ts'
import { CellSwitch, FoldButton, FoldSwitch } from './CellSwitch.tsx'
import { CopyLink } from './CopyLink.tsx'
import { Mark } from './Mark.tsx'
import { Rooms } from './Rooms.tsx'
import { ScenePicker } from './ScenePicker.tsx'
import './header.css'

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' }

const LanguageSwitch = (): ReactElement => (
  <Segmented
    label={useMessages().header.language}
    className="header-language"
    options={LANGUAGES.map((value) => ({
      value,
      label: value.toUpperCase(),
      name: LANGUAGE_NAMES[value],
      lang: value,
    }))}
    value={useLanguage()}
    onChange={actions.setLanguage}
  />
)

/** For narrow screens: one button to the other language, in that language. */
const LanguageButton = (): ReactElement => {
  const language = useLanguage()
  const other = LANGUAGES.find((known) => known !== language) ?? language
  return (
    <button
      type="button"
      className="icon-button header-other-language"
      lang={other}
      aria-label={LANGUAGE_NAMES[other]}
      onClick={() => actions.setLanguage(other)}
    >
      {other.toUpperCase()}
    </button>
  )
}

const ThemeButton = (): ReactElement => {
  const words = useMessages().header
  const theme = useTheme()
  return (
    <IconButton
      label={theme === 'dark' ? words.toLight : words.toDark}
      onClick={() => actions.setTheme(theme === 'dark' ? 'light' : 'dark')}
    >
      {theme === 'dark' ? (
        <MoonIcon size={18} aria-hidden="true" />
      ) : (
        <SunIcon size={18} aria-hidden="true" />
      )}
    </IconButton>
  )
}

interface Props {
  /** Narrow screens have the switches in a row of their own. */
  readonly narrow: boolean
  /** Brings the words about the scene into view; null while there are none. */
  readonly onAbout: (() => void) | null
  /** What else stands at the end: the toggle of the inspector. */
  readonly children?: ReactNode
}

export const Header = ({ narrow, onAbout, children }: Props): ReactElement => {
  const isExplore = useView((view) => view.page === 'explore')
  return (
    <header className={narrow ? 'header header-narrow' : 'header'}>
      <div className="header-row">
        <h1 className="header-brand">
          <Mark />
          <span className={narrow ? 'visually-hidden' : 'header-name'}>Gatescope</span>
        </h1>
        <Rooms />
        <ScenePicker onAbout={narrow ? null : onAbout} />
        {narrow || !isExplore ? null : (
          <>
            <CellSwitch />
            <FoldSwitch />
          </>
        )}
        {narrow ? null : <span className="header-space" />}
        {narrow ? <LanguageButton /> : <LanguageSwitch />}
        <ThemeButton />
        {narrow ? null : <CopyLink />}
        {children}
      </div>
      {narrow && isExplore ? (
        <div className="header-row header-switches">
          <CellSwitch />
          <FoldButton />
        </div>
      ) : null}
    </header>
  )
}
