/** The optimizers' update rules, typeset when the page was built. */
import rules from 'virtual:formulas/optimizers'
import type { OptimizerName } from '../engine/index.ts'
import type { MathLine } from './mathLine.ts'

/** The lines of a rule. */
export const optimizerRule = (name: OptimizerName): readonly MathLine[] => rules[name]
