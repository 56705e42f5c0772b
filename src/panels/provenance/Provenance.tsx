/** Where the selected unit's memory comes from: earlier writes, each cut down by the gates since. */
import type { ReactElement } from 'react'
import { whyNoProvenance } from '../../describe/provenance.ts'
import { provenance } from '../../i18n/provenance.ts'
import { formatNumber, useLanguage, useWords } from '../../store/index.ts'
import { following } from '../../ui/following.tsx'
import { endOf, type ScaleForm, type TimeScale } from '../../ui/timeScale.ts'
import { Crossfade } from './Crossfade.tsx'
import { Picture } from './Picture.tsx'
import './provenance.css'
import { ShareTable } from './ShareTable.tsx'
import { keepSymbol, writtenSymbol } from './texts.ts'
import { useProvenance, useShown, type Shown } from './useProvenance.ts'

const TITLE = 'provenance-title'

interface Props {
  readonly scale: TimeScale
  /** The columns of the chain, unrolled and folded: the same on a narrow screen. */
  readonly forms: readonly [ScaleForm, ScaleForm]
  /** Left edge of the columns, and pad at the right, px. */
  readonly gutter: number
  readonly right: number
}

const HEIGHT = 140

const Body = following(
  ({ shown, scale, forms, gutter, right }: Props & { readonly shown: Shown }): ReactElement => {
    const view = useProvenance(shown)
    const words = useWords(provenance)
    const language = useLanguage()
    const { kept, unit, t, run } = view
    const inset = Math.max(12, gutter)
    const slot = kept?.update.slot ?? ''
    const found = kept?.found ?? null
    return (
      <section className="provenance" aria-labelledby={TITLE}>
        <div className="provenance-head" style={{ marginLeft: inset, marginRight: right }}>
          <h2 id={TITLE}>
            {found
              ? words.title(unit, slot, found.t, formatNumber(found.value, language))
              : words.memory(unit)}
          </h2>
          {kept ? (
            <p>
              {words.lead(writtenSymbol(kept.update), keepSymbol(kept.update), slot)} <em>{words.given}</em>
            </p>
          ) : (
            <p data-reason={run.cell.id}>{whyNoProvenance(run.cell)?.[language]}</p>
          )}
        </div>
        {kept ? (
          <>
            <Crossfade
              className="provenance-river"
              height={HEIGHT}
              isFolded={forms[0] === forms[1] ? null : scale.open === null}
            >
              {scale.open === null ? null : (
                <div
                  className="provenance-pane"
                  style={{ left: scale.left(scale.open), width: scale.lens }}
                />
              )}
              <Picture
                view={view}
                kept={kept}
                scale={scale}
                gutter={gutter}
                width={endOf(scale) + right}
                height={HEIGHT}
              />
            </Crossfade>
            <div className="provenance-foot" style={{ marginLeft: inset, marginRight: right }}>
              {kept.isCurrent ? null : (
                <p className="provenance-note">
                  {found ? words.notYet(slot, t, found.t) : words.nothingYet(slot)}
                </p>
              )}
              <ShareTable view={view} kept={kept} />
            </div>
          </>
        ) : null}
      </section>
    )
  },
)

export const Provenance = (columns: Props): ReactElement | null => {
  const shown = useShown()
  return shown && <Body shown={shown} {...columns} />
}
