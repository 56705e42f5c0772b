/** The bands: input, every gate, states and output over all timesteps, in the columns of the chain. */
import { useMemo, type ReactElement } from 'react'
import { phaseOf } from '../../describe/phases.ts'
import { reachOf } from '../../describe/reach.ts'
import {
  useForm,
  useLanguage,
  useMessages,
  useMoment,
  useRun,
  useScene,
  useView,
  type CellRun,
  type Form,
  type Moment,
  type SceneView,
} from '../../store/index.ts'
import { following } from '../../ui/following.tsx'
import { isGate } from '../../ui/colour.ts'
import { endOf, type ScaleForm, type TimeScale } from '../../ui/timeScale.ts'
import { Band } from './Band.tsx'
import { bandRows, bandsHeight, type Density } from './bandRows.ts'
import { BandSteps } from './BandSteps.tsx'
import { BandTable } from './BandTable.tsx'
import { Grid, type LinedRows } from './Grid.tsx'
import { Legend } from './Legend.tsx'
import { OutputBand } from './OutputBand.tsx'
import { BandsMovement, Part } from './movement.ts'
import { useBandsHand } from './useBandsHand.ts'
import './bands.css'

const KEYS = 'bands-keys'

interface Props {
  /** The columns as they are where nothing moves. */
  readonly scale: TimeScale
  /** The columns of the chain, unrolled and folded. */
  readonly forms: readonly [ScaleForm, ScaleForm]
  readonly density: Density
  /** Left edge of the columns and room at the right of them, in px. */
  readonly gutter: number
  readonly right: number
}

const OUTPUT_HEIGHT: Readonly<Record<Density, number>> = { wide: 48, mobile: 36 }

/** Heat rows of an output with classes are this high, so that many classes still fit. */
const CLASS_HEIGHT = 12

/** What on screen the bands show. */
interface Shown {
  readonly run: CellRun
  readonly scene: SceneView
  readonly moment: Moment
  readonly slot: string
  readonly unit: number
  readonly reveal: boolean
  readonly chainForm: Form
}

const Body = following((props: Props & Shown): ReactElement => {
  const { scale, forms, density, gutter, right, run, scene, moment, slot, unit, reveal, chainForm } = props
  const { t, phase } = moment
  const language = useLanguage()
  const words = useMessages().bands
  // On a narrow screen there is no lens in the bands: their columns are equal in every form.
  const form = density === 'mobile' ? 'folded' : chainForm
  const { frameNow, hand } = useBandsHand(forms, t, density === 'mobile')
  const rows = useMemo(
    () => bandRows(run.cell, run.layer.program.I, run.layer.program.H, density),
    [run, density],
  )
  const compact = density === 'mobile'
  const edge = endOf(scale) + right
  const { cell } = run
  const { H } = run.layer.program
  const { T } = run.layer
  const { reversed } = run.layer
  /** Where the computed steps end; where they begin in a reversed direction. */
  const knownOf = (from: number): number => {
    if (reveal) return reversed ? 0 : T
    return phase >= from === reversed ? t : t + 1
  }
  const hasClasses = scene.outputs === 'every' && run.network.outputs > 1
  const outputHeight = hasClasses
    ? Math.max(OUTPUT_HEIGHT[density], run.network.outputs * CLASS_HEIGHT)
    : OUTPUT_HEIGHT[density]
  const outputTop = bandsHeight(rows, density)
  const height = outputTop + outputHeight
  const classes = { top: outputTop, height: outputHeight, rows: run.network.outputs }
  const lined: readonly LinedRows[] = hasClasses ? [...rows, classes] : rows
  const nameOf = (name: string): string =>
    cell.equations[name]?.words[language] ?? scene.inputName ?? words.input
  const tableSlot = slot === 'x' || slot in cell.equations ? slot : cell.output
  const firstGate = rows.find((row) => isGate(row.tone))
  const wide = rows
    .filter(({ tone }) => !isGate(tone))
    .map(({ slot }) => ({ slot, reach: reachOf(run.layer, slot) }))
    .filter(({ reach }) => reach > 1)
  const most = rows.find((row) => row.slot !== 'x')
  return (
    <BandsMovement value={hand}>
      <section className={`bands bands-${density}`} aria-label={words.title}>
        <p className="visually-hidden" id={KEYS}>
          {words.keys}
        </p>
        {compact ? <BandSteps scale={scale} t={t} /> : null}
        <div className="bands-rows" style={{ height, width: edge }}>
          {form === 'folded' ? null : (
            <Part
              as="div"
              className="bands-pane"
              at={({ left, width, plot }) => ({ left: `${left}px`, width: `${width}px`, opacity: plot })}
            />
          )}
          <Grid T={T} bands={lined} />
          {form === 'unrolled' ? null : (
            <Part
              as="div"
              className="bands-playhead"
              at={({ left, width, plot }) => ({ left: `${left}px`, width: `${width}px`, opacity: 1 - plot })}
            />
          )}
          {rows.map((row) => (
            <Band
              key={row.slot}
              row={row}
              trace={run.layer}
              form={form}
              scale={scale}
              frameNow={frameNow}
              lens={forms[0].lens}
              moment={moment}
              known={row.slot === 'x' ? (reversed ? 0 : T) : knownOf(phaseOf(cell, row.slot))}
              isActive={row.slot !== 'x' && phaseOf(cell, row.slot) === phase}
              name={nameOf(row.slot)}
              features={row.slot === 'x' ? scene.features : null}
              featureKinds={scene.featureKinds}
              selectedUnit={Math.min(unit, H - 1)}
              selectedSlot={slot === row.slot}
              gutter={gutter}
              right={edge}
              compact={compact}
              keysId={KEYS}
            />
          ))}
          <OutputBand
            run={run}
            scene={scene}
            scale={scale}
            frameNow={frameNow}
            t={t}
            known={knownOf(6)}
            top={outputTop}
            height={outputHeight}
            gutter={gutter}
            right={edge}
            compact={compact}
            keysId={KEYS}
          />
        </div>
        <div
          className="bands-foot"
          style={{ marginLeft: compact ? 12 : gutter, marginRight: compact ? 12 : 20 }}
        >
          <Legend
            gate={firstGate?.tone ?? null}
            wide={wide}
            cells={hasClasses}
            repeated={scene.repeated !== null}
            bins={most && most.rows < most.units ? words.bins(most.units, most.rows) : null}
          />
          <BandTable
            run={run}
            scene={scene}
            slot={tableSlot}
            name={nameOf(tableSlot)}
            first={scale.first}
            last={scale.last}
          />
        </div>
      </section>
    </BandsMovement>
  )
})

export const Bands = (props: Props): ReactElement | null => {
  const run = useRun()
  const scene = useScene()
  const shown = {
    moment: useMoment(),
    slot: useView((view) => view.slot),
    unit: useView((view) => view.unit),
    reveal: useView((view) => view.reveal),
    chainForm: useForm(),
  }
  return run && scene && <Body run={run} scene={scene} {...shown} {...props} />
}
