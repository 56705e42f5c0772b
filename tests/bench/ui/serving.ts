/** Serves a built folder as the end-to-end tests do, on a free port. */
import { preview } from 'vite'

export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Isolated from other origins: only then does the page's clock tick in 5 µs. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

export const serveFolder = async (root: string, outDir: string): Promise<Served> => {
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    root,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers },
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('Expected the server to have a port.')
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}
