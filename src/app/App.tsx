/** The application: composition of the panels. */
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react'
import { Boundary } from '../panels/errors/Boundary.tsx'
import { Notices } from '../panels/errors/Notices.tsx'
import { Header } from '../panels/header/Header.tsx'
import { Inspector } from '../panels/inspector/Inspector.tsx'
import {
  isMostlyFolded,
  useLanguage,
  useLoad,
  useMessages,
  useRun,
  useSceneTitle,
  useTheme,
  useView,
} from '../store/index.ts'
import { IconButton } from '../ui/controls/IconButton.tsx'
import { InspectorIcon } from '../ui/icons.ts'
import { useLayout } from '../ui/useWidth.ts'
import { Main } from './Main.tsx'
import { SideFrame } from './SideFrame.tsx'
import { useIdle } from './useIdle.ts'
import './frame.css'

const GradientInspector = lazy(async () => ({
  default: (await import('../panels/gradient/GradientInspector.tsx')).GradientInspector,
}))

const fetchCompareSide = () => import('../panels/compareSide/CompareSide.tsx')
const CompareSide = lazy(async () => ({ default: (await fetchCompareSide()).CompareSide }))

const TrainRoom = lazy(async () => ({
  default: (await import('../panels/labs/TrainRoom.tsx')).TrainRoom,
}))

/** How long the words about the scene are waited for. */
const ABOUT_WAIT_MS = 3000

/** What stands in the side panel while it comes in: its headings and lines as bars. */
const SideSkeleton = (): ReactElement => (
  <div className="frame-skeleton" aria-hidden="true">
    {Array.from({ length: 12 }, (_, k) => (
      <span key={k} />
    ))}
  </div>
)

/** Language, theme and title of the document follow the page. */
const useDocument = (): void => {
  const language = useLanguage()
  const theme = useTheme()
  const { header } = useMessages()
  const scene = useSceneTitle()
  const cell = useView((view) => (view.compare ? null : view.cell))
  const page = useView((view) => view.page)
  const what = page === 'train' ? header.train : (cell?.toUpperCase() ?? header.compare)
  const title = header.titleOf(scene, what)
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset['theme'] = theme
    document.title = title
  }, [language, theme, title])
}

/** The words about the scene stand at the end of the main column, where they may still have to come in. */
const showAbout = (): void => {
  const started = performance.now()
  const focus = (): void => {
    const title = document.getElementById('scene-about-title')
    if (title) {
      title.setAttribute('tabindex', '-1')
      title.focus({ preventScroll: true })
      title.scrollIntoView({ block: 'center' })
    } else if (performance.now() - started < ABOUT_WAIT_MS) requestAnimationFrame(focus)
  }
  focus()
}

export const App = (): ReactElement => {
  useDocument()
  const { header } = useMessages()
  const layout = useLayout()
  const compare = useView((view) => view.compare)
  const isBack = useView((view) => view.reading === 'gradient' && !view.compare)
  const isExplore = useView((view) => view.page === 'explore')
  const { status } = useLoad()
  const failed = status === 'error'
  const idle = useIdle(status === 'ready')
  // Compare is one press away: its side comes in while nothing else is to be done.
  useEffect(() => {
    if (idle) void fetchCompareSide().catch(() => null)
  }, [idle])
  const inspectable = useRun() !== null
  // Its column is kept while the scene comes in, so that the stage has its width from the start.
  const hasSide = !failed && (compare || inspectable || status === 'loading')
  const panel = (): ReactElement => {
    if (compare) return <CompareSide />
    if (!inspectable) return <SideSkeleton />
    return isBack ? <GradientInspector /> : <Inspector />
  }
  const [drawer, setDrawer] = useState(false)
  const side = compare ? header.comparison : header.inspector
  const resetKey = useView((view) =>
    [view.lab, view.scene, view.example, view.cell, view.compare, isMostlyFolded(view), view.reading].join(
      ' ',
    ),
  )
  return (
    <div className={`frame frame-${layout}`}>
      <a
        className="frame-skip"
        href="#stage"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('stage')?.focus()
        }}
      >
        {header.skip}
      </a>
      <Header narrow={layout === 'narrow'} onAbout={failed || !isExplore ? null : showAbout}>
        {layout === 'medium' && isExplore ? (
          <IconButton label={side} pressed={drawer} controls="inspector" onClick={() => setDrawer(!drawer)}>
            <InspectorIcon size={18} aria-hidden="true" />
          </IconButton>
        ) : null}
      </Header>
      <Notices />
      {isExplore ? (
        <div className="frame-body">
          <Main layout={layout} resetKey={resetKey} />
          {hasSide ? (
            <SideFrame layout={layout} label={side} open={drawer}>
              <Boundary resetKey={resetKey}>
                <Suspense fallback={<SideSkeleton />}>{panel()}</Suspense>
              </Boundary>
            </SideFrame>
          ) : null}
        </div>
      ) : (
        <Boundary resetKey={resetKey}>
          <Suspense>
            <TrainRoom />
          </Suspense>
        </Boundary>
      )}
    </div>
  )
}
