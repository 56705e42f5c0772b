/** This engine, and the loops that one would write without it. */
import { plane, run, type NetworkTrace, type RunOptions } from '../../../src/engine/index.ts'
import { createWasmBackend } from '../../../src/engine/wasm/backend.ts'
import { stacked, type Engine, type Work } from './work.ts'

/** Gatescope as the page uses it, everything from checking the inputs to the recorded trace. */
export const gatescope = (work: Work, name: string, options: RunOptions, reuses: boolean): Engine => {
  let reuse: NetworkTrace | null = null
  return {
    name,
    run: () => {
      const trace = run(work.network, work.parameters, work.inputs, { ...options, reuse })
      if (reuses) reuse = trace
      return plane(trace.traces[0]!, 'h')
    },
  }
}

/** What workers run the layers with. */
export const wasm = createWasmBackend()
if (wasm === null) throw new Error('Expected WebAssembly with vectors to run here; it does not.')

/** Plain loops over Float32Array: row by row, gates side by side, nothing recorded but h. */
export const plainLoops = (work: Work): Engine => {
  const { I, H, T } = work
  const gates = ['i', 'f', 'g', 'o'] as const
  const W = stacked(work, 'W', gates)
  const U = stacked(work, 'U', gates)
  const b = stacked(work, 'b', gates)
  const x = Float32Array.from(work.inputs)
  const sigmoid = (v: number) => 1 / (1 + Math.exp(-v))
  return {
    name: 'plain Float32Array loops',
    run: () => {
      const out = new Float32Array(T * H)
      const z = new Float32Array(4 * H)
      const c = new Float32Array(H)
      let h = new Float32Array(H)
      for (let t = 0; t < T; t++) {
        for (let r = 0; r < 4 * H; r++) {
          let sum = b[r]!
          for (let j = 0; j < I; j++) sum += W[r * I + j]! * x[t * I + j]!
          for (let j = 0; j < H; j++) sum += U[r * H + j]! * h[j]!
          z[r] = sum
        }
        h = out.subarray(t * H, (t + 1) * H)
        for (let u = 0; u < H; u++) {
          const i = sigmoid(z[u]!)
          const f = sigmoid(z[H + u]!)
          const g = Math.tanh(z[2 * H + u]!)
          const o = sigmoid(z[3 * H + u]!)
          c[u] = f * c[u]! + i * g
          h[u] = o * Math.tanh(c[u]!)
        }
      }
      return out
    },
  }
}
