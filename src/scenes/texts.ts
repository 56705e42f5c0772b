/** The words of each scene, fetched with the scene: the first picture needs those of one scene alone. */
import type { SceneId } from './list.ts'
import type { SceneText } from './sceneText.ts'

const loaders: Readonly<Record<SceneId, () => Promise<SceneText>>> = {
  recall: async () => (await import('./recall/text.ts')).recallText,
  counting: async () => (await import('./counting/text.ts')).countingText,
  co2: async () => (await import('./co2/text.ts')).co2Text,
  pairs: async () => (await import('./pairs/text.ts')).pairsText,
  brackets: async () => (await import('./brackets/text.ts')).bracketsText,
  weather: async () => (await import('./weather/text.ts')).weatherText,
  sentiment: async () => (await import('./sentiment/text.ts')).sentimentText,
}

/** @throws Error when the words cannot be fetched */
export const loadText = (id: SceneId): Promise<SceneText> => loaders[id]()
