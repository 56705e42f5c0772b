/**
 * What runs a layer forward and back. JavaScript (runLayer.ts, backwardLayer.ts) does everything everywhere and
 * is the truth; another back end may take over what it does faster, with the same bits.
 */
import { backwardLayer, type LayerGradients } from './backwardLayer.ts'
import { runLayer } from './runLayer.ts'
import type { Trace } from './trace.ts'

export interface LayerBackend {
  readonly name: 'javascript' | 'webassembly'
  readonly runLayer: (...given: Required<Parameters<typeof runLayer>>) => Trace
  readonly backwardLayer: (...given: Required<Parameters<typeof backwardLayer>>) => LayerGradients
}

export const javascript: LayerBackend = { name: 'javascript', runLayer, backwardLayer }
