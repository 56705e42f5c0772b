/** In a page: onnxruntime-web, and the WebAssembly files beside the page. */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { env } from '@tensorflow/tfjs-core'
import * as ort from 'onnxruntime-web/wasm'
import { measure } from './main.ts'

setWasmPaths('/wasm/')
// One thread each.
env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
ort.env.wasm.wasmPaths = '/wasm/'
ort.env.wasm.numThreads = 1

Object.assign(globalThis, {
  runBenchmarks: (rounds: number) => measure(ort, 'onnxruntime-web', (line) => console.log(line), rounds),
})
