/** Months and days as people write them. */
import type { Language } from '../../store/index.ts'

/** '2010-01' as 'Jan 2010' or 'ene 2010', '2015-03-01' as '1 Mar 2015'; what is neither stays as it is. */
export const formatTime = (time: string, language: Language): string => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(time)
  const date = new Date(isDay ? `${time}T00:00:00Z` : `${time}-01T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return time
  return new Intl.DateTimeFormat(language, {
    ...(isDay ? { day: 'numeric' as const } : {}),
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date)
}

/** The label of a long tick of the time axis, or null where it is short: each January, each first of a week. */
export const tickOf = (time: string, index: number, language: Language): string | null => {
  if (/^\d{4}-\d{2}$/.test(time)) return time.endsWith('-01') ? time.slice(0, 4) : null
  const date = new Date(`${time}T00:00:00Z`)
  if (index % 7 !== 0 || Number.isNaN(date.getTime())) return null
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date)
}
