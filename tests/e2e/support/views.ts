/** The views that are looked at, each with the width and the address of it. */

/** A moment of the opening scene in which every part of the page has something to show. */
export const PLACE = 'scene=recall&t=9&phase=4&slot=f&unit=7'

/** Of a phone or a laptop, by its width. */
export const heightOf = (width: number): number => (width < 700 ? 844 : 900)

export const views = [
  { name: 'single', width: 1440, hash: `${PLACE}&cell=lstm` },
  { name: 'single-rnn', width: 1440, hash: 'scene=recall&t=9&phase=4&cell=rnn' },
  { name: 'single-gru', width: 1440, hash: 'scene=recall&t=9&phase=4&cell=gru' },
  { name: 'folded', width: 1440, hash: `${PLACE}&cell=lstm&folded=1` },
  { name: 'compare', width: 1440, hash: 'scene=recall&t=9&phase=5&cell=lstm&compare=1' },
  { name: 'counting', width: 1440, hash: 'scene=counting&cell=lstm' },
  { name: 'co2', width: 1440, hash: 'scene=co2&cell=lstm' },
  { name: 'sentiment', width: 1440, hash: 'scene=sentiment&cell=gru' },
  { name: 'four-lanes', width: 1440, hash: 'scene=recall&t=9&phase=5&compare=1&feedforward=1' },
  { name: 'network', width: 1440, hash: 'scene=pairs&cell=lstm&t=4&phase=6&layer=2' },
  { name: 'gradient', width: 1440, hash: `${PLACE}&cell=lstm&reading=gradient` },
  { name: 'medium', width: 1000, hash: `${PLACE}&cell=lstm` },
  { name: 'mobile', width: 390, hash: `${PLACE}&cell=lstm` },
  { name: 'mobile-folded', width: 390, hash: `${PLACE}&cell=lstm&folded=1` },
  { name: 'mobile-compare', width: 390, hash: `${PLACE}&cell=lstm&compare=1` },
] as const

/** The rooms of the Train page, before anything is trained in them. */
export const rooms = ['train', 'memory', 'gradients', 'decay'].map((lab) => ({
  name: `train-${lab}`,
  width: 1440,
  hash: `page=train&lab=${lab}&scene=recall`,
}))
