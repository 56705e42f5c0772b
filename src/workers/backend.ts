/** What runs the layers off the main thread: WebAssembly where it may run, else JavaScript, with the same bits. */
import { javascript, type LayerBackend } from '../engine/index.ts'
import { createWasmBackend } from '../engine/wasm/backend.ts'

let chosen: LayerBackend | null = null

/** The same one at every call. */
export const layerBackend = (): LayerBackend => (chosen ??= createWasmBackend() ?? javascript)
