/** What is true and what is not about the LSTM and its gradients, with the numbers on screen. */
import type { ReactElement } from 'react'
import { formatNumber, useLanguage } from '../../store/index.ts'
import type { GradientMember } from '../../store/gradientLab.ts'
import { useWords } from './words.ts'

export const Said = ({ members }: { readonly members: readonly GradientMember[] }): ReactElement => {
  const words = useWords().said
  const language = useLanguage()
  const number = (value: number): string => formatNumber(value, language)
  const of = (cell: string): GradientMember | undefined => members.find((member) => member.cell === cell)
  const [lstm, rnn] = [of('lstm'), of('rnn')]
  const direct = lstm?.paths.direct
  const all = lstm?.paths.memory.norms[0]
  return (
    <section className="lab-section" aria-labelledby="said-title">
      <h3 id="said-title">{words.title}</h3>
      <ul className="lab-said">
        <li>
          {lstm && direct
            ? words.direct(direct.gate, number(lstm.kept ?? NaN), lstm.paths.T, number(direct.largest[0]!))
            : words.noDirect}
        </li>
        {direct && all !== undefined ? (
          <li>
            {words.explode(number(all), number(direct.largest[0]!))} {all > 1 ? null : words.noExplosion}
          </li>
        ) : null}
        {rnn ? <li>{words.rnn(number(rnn.paths.hidden[0]!), rnn.paths.T)}</li> : null}
        <li>{words.start}</li>
      </ul>
    </section>
  )
}
