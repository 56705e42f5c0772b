/** The public face of the scenes: their list, and loading them with their trained networks. */
export { loadScene, parseScene, sequenceOf } from './load.ts'
export type { FetchText } from './load.ts'
export { SceneError } from './sceneError.ts'
export { sceneIds } from './list.ts'
