/**
 * The update rules of the engine's optimizers as TeX, a line an assignment; typeset when the page is built. The
 * penalty λ′θ, which goes through the gradient, and the decay (1 − λ), which does not, are terms of their own.
 * θ are the weights, α the learning rate; m and v the running means of g and g², u that of Δ².
 */
import type { OptimizerName } from '../engine/index.ts'

const penalised = String.raw`g = \nabla f + \class{penalty}{\lambda^{\prime} \theta}`
const decayed = String.raw`\theta \leftarrow \class{decay}{(1 - \lambda)} \, \theta`
const squares = String.raw`v \leftarrow \beta \, v + (1 - \beta) \, g^2`

const adam = [
  penalised,
  String.raw`m \leftarrow \beta_1 m + (1 - \beta_1) \, g`,
  String.raw`v \leftarrow \beta_2 v + (1 - \beta_2) \, g^2`,
  String.raw`${decayed} - \alpha \, \frac{m / (1 - \beta_1^n)}{\sqrt{v / (1 - \beta_2^n)} + \epsilon}`,
]

export const optimizerFormulas: Readonly<Record<OptimizerName, readonly string[]>> = {
  sgd: [penalised, String.raw`${decayed} - \alpha \, g`],
  momentum: [penalised, String.raw`m \leftarrow \mu \, m + g`, String.raw`${decayed} - \alpha \, m`],
  rmsprop: [penalised, squares, String.raw`${decayed} - \alpha \, \frac{g}{\sqrt{v} + \epsilon}`],
  adadelta: [
    penalised,
    squares,
    String.raw`\Delta = \frac{\sqrt{u + \epsilon}}{\sqrt{v + \epsilon}} \, g, \quad u \leftarrow \beta \, u + (1 - \beta) \, \Delta^2`,
    String.raw`${decayed} - \alpha \, \Delta`,
  ],
  adam,
  adamw: adam,
}
