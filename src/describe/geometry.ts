/**
 * Where the lanes and columns of one open cell lie, in pixels of its pane (origin: the pane's top left).
 * Placement by rule (placement.ts) puts a cell's parts on these lanes; the stage aligns its ribbons,
 * tokens and output bars with them.
 */

/** Columns from left to right: what a quantity does decides where it stands. */
export type ColumnRole = 'read' | 'keep' | 'write' | 'candidate' | 'expose'

export interface Column {
  /** Left edge and width of a card in this column. */
  readonly x: number
  readonly width: number
  /** Where the tap from the bus enters and where the value leaves, from the left edge. */
  readonly tap: number
  readonly out: number
}

export type Columns = Readonly<Partial<Record<ColumnRole, Column>>>

/** Heights (y) of the lanes. Null: this pane does not draw the lane. */
export interface Lanes {
  /** Middle of the output bars. */
  readonly output: number | null
  /** Middle of the conveyor: the ribbon of the carried state that is updated element by element. */
  readonly conveyor: number
  /** The squashing between conveyor and exposed state; null leaves only its strip. */
  readonly squash: number | null
  /** Where write and candidate meet. */
  readonly product: number
  /** Where the state is exposed. */
  readonly expose: number
  /** Middle of the ribbon h_{t−1} that the gates read; h_t leaves at this height. */
  readonly bus: number
  /** Middle of the input's token. */
  readonly input: number | null
}

export interface AnatomyGeometry {
  readonly name: 'single' | 'folded' | 'compare' | 'mobile'
  /** Width of the pane. */
  readonly width: number
  readonly lanes: Lanes
  /** Height of a ribbon of any hidden size; its strands share it. */
  readonly ribbon: number
  /** Height of one strand of the input, and of all of them at most. */
  readonly inputStrand: number
  readonly inputRibbon: number
  readonly cards: {
    readonly top: number
    readonly bottom: number
    /** Height of the rows of units in a card. */
    readonly body: number
    /** Draw weights and names; else pre-activation and value only. */
    readonly detailed: boolean
  }
  /** Columns of a cell without and with a gate that reads the past. */
  readonly columns: Columns
  readonly columnsWithRead: Columns
  /** Where another gate's value enters a candidate's card from below, from its left edge. */
  readonly gateIn: number
  /** Left end of the input's ribbon; the input wire rises at `inputPort`. */
  readonly inputStart: number
  readonly inputPort: number
  /** Where a conveyor that is itself read drops to the bus. */
  readonly busTap: number
  /** Where the exposed state turns down to the bus lane. */
  readonly outX: number
  /** The wire to the output lane; null draws none. */
  readonly outputPort: number | null
  /** Radius of the badge of an operation. */
  readonly badge: number
  /** Words and symbols on wires. */
  readonly labels: 'all' | 'ends' | 'none'
}

const column = (x: number, width: number, tap: number, out: number): Column => ({ x, width, tap, out })

const wide = (x: number): Column => column(x, 84, 30, 74)

const single: AnatomyGeometry = {
  name: 'single',
  width: 500,
  lanes: { output: 28, conveyor: 84, squash: 124, product: 150, expose: 170, bus: 292, input: 356 },
  ribbon: 32,
  inputStrand: 4,
  inputRibbon: 12,
  cards: { top: 184, bottom: 250, body: 36, detailed: true },
  columns: { keep: wide(74), write: wide(166), candidate: wide(258), expose: wide(350) },
  columnsWithRead: {
    read: column(74, 84, 30, 73.5),
    keep: wide(166),
    write: wide(258),
    candidate: { ...wide(350), tap: 19 },
  },
  gateIn: 38.5,
  inputStart: 44,
  inputPort: 48,
  busTap: 14,
  outX: 464,
  outputPort: 487,
  badge: 9,
  labels: 'all',
}

const lane = (x: number): Column => column(x, 82, 30, 69.5)

const compareColumns: Columns = {
  read: column(18, 72, 20, 61.5),
  keep: lane(96),
  write: lane(186),
  candidate: lane(276),
  expose: lane(366),
}

const compare: AnatomyGeometry = {
  name: 'compare',
  width: 500,
  lanes: { output: null, conveyor: 34, squash: null, product: 82, expose: 116, bus: 163, input: null },
  ribbon: 22,
  inputStrand: 2.75,
  inputRibbon: 8.25,
  cards: { top: 104, bottom: 138, body: 22, detailed: false },
  columns: compareColumns,
  columnsWithRead: compareColumns,
  gateIn: 46,
  inputStart: 50,
  inputPort: 54,
  busTap: 14,
  outX: 472,
  outputPort: null,
  badge: 6.5,
  labels: 'none',
}

const narrow = (x: number): Column => column(x, 54, 14, 41.5)

const mobile: AnatomyGeometry = {
  name: 'mobile',
  width: 302,
  lanes: { output: 22, conveyor: 62, squash: null, product: 104, expose: 144, bus: 198, input: 254 },
  ribbon: 24,
  inputStrand: 3,
  inputRibbon: 9,
  cards: { top: 132, bottom: 168, body: 24, detailed: false },
  columns: { keep: narrow(26), write: narrow(86), candidate: narrow(146), expose: narrow(206) },
  columnsWithRead: { read: narrow(26), keep: narrow(86), write: narrow(146), candidate: narrow(206) },
  gateIn: 22.5,
  inputStart: 20,
  inputPort: 24,
  busTap: 10,
  outX: 276,
  outputPort: 292,
  badge: 7,
  labels: 'ends',
}

/**
 * The panes: `single` in the unrolled chain, `folded` (the stage draws the wires to input and output
 * itself), `compare` three of them above each other, `mobile` at 390 px.
 */
export const geometries = {
  single,
  folded: {
    ...single,
    name: 'folded',
    lanes: { ...single.lanes, output: null, input: null },
    outputPort: null,
  },
  compare,
  mobile,
} satisfies Record<AnatomyGeometry['name'], AnatomyGeometry>
