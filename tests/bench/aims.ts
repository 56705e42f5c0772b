/** What was aimed at beside what was measured, as tables in Markdown. */

type Row = readonly string[]

/** The first column holds names, the others numbers. */
export const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map((_, k) => (k === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')

/** Three digits that count, or as many as asked for; thousands in full. */
export const number = (value: number, digits = 3): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(digits)))

export interface Aim {
  readonly what: string
  readonly aim: string
  readonly got: string
  readonly reached: boolean
}

export const atLeast = (what: string, aim: number, got: number, unit: string): Aim => ({
  what,
  aim: `≥ ${number(aim)}${unit}`,
  got: `${number(got)}${unit}`,
  reached: got >= aim,
})

export const atMost = (what: string, aim: number, got: number, unit: string): Aim => ({
  what,
  aim: `≤ ${number(aim)}${unit}`,
  got: `${number(got)}${unit}`,
  reached: got <= aim,
})

/** Says of every aim whether it was reached. */
export const aimsTable = (aims: readonly Aim[]): string =>
  table(
    ['', 'aim', 'measured', ''],
    aims.map(({ what, aim, got, reached }) => [what, aim, got, reached ? 'reached' : 'short']),
  )
