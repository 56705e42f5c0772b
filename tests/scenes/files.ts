/** The shipped scenes as the loader's two fetchers, read from public/scenes. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// A path, not a URL: jsdom has URLs of its own that Node does not read.
const root = join(dirname(fileURLToPath(import.meta.url)), '../../public/scenes')

export const fetchText = (path: string): Promise<string> => readFile(join(root, path), 'utf8')
export const fetchBytes = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(join(root, path)))
