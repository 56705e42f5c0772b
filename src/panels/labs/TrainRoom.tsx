/** The Train page: the laboratory that is open. Each comes when it is first asked for; a new one is a line here. */
import { lazy, Suspense, type ComponentType, type ReactElement } from 'react'
import { useView, type Lab } from '../../store/index.ts'

const pages: Readonly<Record<Lab, ComponentType>> = {
  train: lazy(async () => ({ default: (await import('../train/TrainPage.tsx')).TrainPage })),
  memory: lazy(async () => ({
    default: (await import('../memoryless/MemorylessPage.tsx')).MemorylessPage,
  })),
  gradients: lazy(async () => ({
    default: (await import('../vanishing/VanishingPage.tsx')).VanishingPage,
  })),
  decay: lazy(async () => ({ default: (await import('../decay/DecayPage.tsx')).DecayPage })),
}

export const TrainRoom = (): ReactElement => {
  const Page = pages[useView((view) => view.lab)]
  return (
    <Suspense fallback={<main id="stage" className="train-page" tabIndex={-1} aria-busy="true" />}>
      <Page />
    </Suspense>
  )
}
