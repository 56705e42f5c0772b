/**
 * The public face of the engine: recurrent cells as equations, run, differentiated and trained.
 * Imports nothing of the page; runs in browsers, workers and Node.
 *
 * Numbers are plain: T timesteps from 0, I inputs, H units of the hidden state; matrices are row-major
 * with a row an output unit; all parameters of a network lie in one flat Float64Array in the layout of
 * `network.parameters`. Values have no physical unit. Every error says what was expected and what came.
 */

// Cells: equations as data.
export type {
  BiasStyle,
  Cell,
  CellDefinition,
  CellSlot,
  Equation,
  Operand,
  ParameterKind,
  Role,
  Source,
  Words,
} from './cell.ts'
export { candidate, cellState, expose, hidden, keep, read, write } from './cell.ts'
export { defineCell } from './defineCell.ts'
export type { Expression, Leaf, OpName, Operation, Term } from './expression.ts'
export {
  add,
  affine,
  complement,
  diagonal,
  isLeaf,
  multiply,
  previous,
  relu,
  sigmoid,
  tanh,
  x,
} from './expression.ts'
export { cellOf, cells } from './cells/index.ts'
export { ops, type Op } from './ops.ts'

// Networks: cells with sizes, and their parameters by name.
export { compile, type Program, type Slot } from './program.ts'
export { checkParameters, parameterView, type ParameterSpec } from './parameters.ts'
export {
  buildNetwork,
  partParameters,
  type Direction,
  type InputSpec,
  type LayerSpec,
  type Network,
  type NetworkSpec,
  type Part,
  type ReadoutSpec,
} from './network.ts'

// Runs: forward, interventions, backward, Jacobians of the state; reading a trace.
export { partHolds, run, type NetworkHold, type NetworkTrace, type RunOptions } from './run.ts'
export type { Carries, Carry } from './carry.ts'
export type { Sequence } from './inputs.ts'
export { openStep } from './runLayer.ts'
export type { Hold } from './interventions.ts'
export { backward, type BackwardOptions, type Gradients } from './backward.ts'
export {
  jacobianBlock,
  jacobianNorms,
  stateJacobian,
  stateJacobians,
  type CarryNorms,
  type JacobianNorms,
  type StateJacobian,
} from './jacobian.ts'
export { frobeniusNorm, spectralNorm } from './spectralNorm.ts'
export { scaleRecurrent, spectralRadius } from './spectralRadius.ts'
export { at, carryInto, gradAt, gradPlane, plane, type Recording, type Trace, type Values } from './trace.ts'

// What runs the layers: JavaScript, or another back end with the same bits (wasm/backend.ts, loaded apart).
export { javascript, type LayerBackend } from './backend.ts'

// Learning: start values, losses, optimizers, clipping, a trainer; all chance from one seed.
export { rng, type Rng } from './rng.ts'
export {
  initialiseNetwork,
  initialiserNames,
  type InitialiserName,
  type InitialiserOptions,
} from './initialisers.ts'
export { losses, type Loss, type LossName, type LossOptions, type LossValue } from './losses.ts'
export { decayingOptimizer, decayWays, largestDifference, type DecayWay } from './decayWays.ts'
export {
  gradientDivisor,
  optimizer,
  optimizerNames,
  startOptimizer,
  stepOptimizer,
  type OptimizerName,
  type OptimizerSettings,
  type OptimizerState,
} from './optimizers.ts'
export { clipByNorm, norm } from './clipping.ts'
export {
  createTrainer,
  evaluate,
  lossAndGradient,
  MOST_LENGTHS,
  type Batch,
  type StepReport,
  type Trainer,
  type TrainerSettings,
  type TrainingSequence,
} from './trainer.ts'
