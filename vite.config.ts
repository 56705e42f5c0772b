/** Build, dev server and unit tests. */
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { formulasPlugin } from './scripts/formulas/plugin.ts'

/**
 * The built page may load from its own origin only, and runs no code made from strings.
 * Inline styles stay allowed: React sets them on elements that follow the data.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Writes the policy into the built page only: the dev server needs inline scripts for hot reload. */
function strictPolicy(): Plugin {
  return {
    name: 'strict-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  }
}

export default defineConfig({
  // Relative, so that the built folder works under any path of any static host.
  base: './',
  plugins: [react(), strictPolicy(), formulasPlugin()],
  build: { target: 'es2023', assetsInlineLimit: 0 },
  test: {
    environment: 'node',
    // Long enough for a busy machine: no test is about time, so a limit only ends one that hangs.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
  },
})
