/** The scenes there are, by name; the first is the opening scene. All that the picker needs: no words, no task. */
import type { Words } from '../engine/index.ts'

export const sceneTitles = {
  recall: { en: 'Store and recall', es: 'Guardar y recordar' },
  counting: { en: 'Counting: aⁿbⁿ', es: 'Contar: aⁿbⁿ' },
  co2: { en: 'CO₂ month by month', es: 'CO₂ mes a mes' },
  pairs: { en: 'Odd or even: two layers', es: 'Par o impar: dos capas' },
  brackets: { en: 'Inside the brackets: both directions', es: 'Entre paréntesis: en ambos sentidos' },
  weather: { en: 'Temperature day by day', es: 'Temperatura día a día' },
  sentiment: { en: 'Sentiment with negation', es: 'Sentimiento con negación' },
} as const satisfies Readonly<Record<string, Words>>

export type SceneId = keyof typeof sceneTitles

export const sceneIds = Object.keys(sceneTitles) as readonly SceneId[]

/** True for the id of a scene that there is. */
export const isSceneId = (id: string): id is SceneId => Object.hasOwn(sceneTitles, id)

/** What a scene is called; its id where it is not known. */
export const titleOf = (id: string): Words => (isSceneId(id) ? sceneTitles[id] : { en: id, es: id })
