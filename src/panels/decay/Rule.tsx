/** The update rule of an optimizer as mathematics; penalty and decay in the colours of their curves. */
import { createElement, type ReactElement, type ReactNode } from 'react'
import type { MathElement } from '../../describe/mathLine.ts'
import { optimizerRule } from '../../describe/optimizerRules.ts'
import type { OptimizerName } from '../../engine/index.ts'

const node = ({ tag, attributes, children }: MathElement, key: number): ReactNode =>
  createElement(tag, { key, ...attributes }, typeof children === 'string' ? children : children.map(node))

export const Rule = ({ name }: { readonly name: OptimizerName }): ReactElement => (
  <div className="rule">
    {optimizerRule(name).map((line, k) =>
      // Lines of a rule never move. React's types know no MathML.
      createElement(
        'math',
        { key: k, displaystyle: 'true' },
        createElement(
          'mrow',
          null,
          line.map(({ element, terms }, j) =>
            createElement('mrow', { key: j, className: `rule-${terms.at(-1) ?? 'plain'}` }, node(element, 0)),
          ),
        ),
      ),
    )}
  </div>
)
