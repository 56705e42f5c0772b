/** In Node: onnxruntime-node, and tfjs with its WebAssembly files from the package. */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { measure, type Results } from './main.ts'
import type { OnnxRuntime } from './peers.ts'

/** @param wasm folder of the wasm backend's files, with a slash at its end. */
export const measureInNode = (
  runtime: OnnxRuntime,
  wasm: string,
  log: (line: string) => void,
  rounds: number,
): Promise<Results> => {
  setWasmPaths(wasm)
  return measure(runtime, 'onnxruntime-node', log, rounds)
}
