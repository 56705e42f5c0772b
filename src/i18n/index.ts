/**
 * The messages of the first picture, by language and group. English is the source: a message that another
 * language lacks, or that takes other values there, fails the type check and so the build.
 * A panel that comes later imports its own catalogue (`useWords`), so that its words come with it.
 */
import { anatomy } from './anatomy.ts'
import { bands } from './bands.ts'
import type { Language } from './catalogue.ts'
import { errors } from './errors.ts'
import { header } from './header.ts'
import { inspector } from './inspector.ts'
import { stage } from './stage.ts'
import { transport } from './transport.ts'

const en = {
  anatomy: anatomy.en,
  bands: bands.en,
  errors: errors.en,
  header: header.en,
  inspector: inspector.en,
  stage: stage.en,
  transport: transport.en,
}

/** The catalogue of one language. */
export type Messages = typeof en

const es: Messages = {
  anatomy: anatomy.es,
  bands: bands.es,
  errors: errors.es,
  header: header.es,
  inspector: inspector.es,
  stage: stage.es,
  transport: transport.es,
}

export const messages: Readonly<Record<Language, Messages>> = { en, es }

export { LANGUAGES, type Language } from './catalogue.ts'
export { formatExact, formatLoss, formatNumber, formatPercent, formatWhole } from './number.ts'
