/**
 * Lets Node run TypeScript as it is: node --import ./scripts/typescript.mjs scripts/some-script.ts
 * Types are stripped by the compiler that also builds the page; nothing is checked here and nothing is bundled.
 */
import { register } from 'node:module'

register('./typescript-loader.mjs', import.meta.url)
