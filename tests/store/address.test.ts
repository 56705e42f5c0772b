import fc from '../support/fc.ts'
import { describe, expect, test } from 'vitest'
import { formatAddress, LEFT_OUT, parseAddress } from '../../src/store/address.ts'
import {
  CELL_CHOICES,
  clockAt,
  DIRECTIONS,
  INITIAL_VIEW,
  LABS,
  PAGES,
  READINGS,
  SPEEDS,
} from '../../src/store/view.ts'
import type { Phase, View } from '../../src/store/view.ts'

const view: View = { ...INITIAL_VIEW, clock: clockAt(9, 4), unit: 7, slot: 'f' }

test('an address is readable and short', () => {
  expect(formatAddress(view)).toBe('scene=recall&cell=lstm&t=9&phase=4&slot=f&unit=7')
  expect(formatAddress({ ...view, compare: true, reveal: true, speed: 2, example: 1 })).toBe(
    'scene=recall&example=1&cell=lstm&compare=1&t=9&phase=4&slot=f&unit=7&reveal=1&speed=2',
  )
})

test('what is written can be read again', () => {
  fc.assert(
    fc.property(
      fc.record({
        page: fc.constantFrom(...PAGES),
        lab: fc.constantFrom(...LABS),
        set: fc.constantFrom('', 'bias_-2.5*delay_40', 'trained_1'),
        example: fc.nat(20),
        cell: fc.constantFrom(...CELL_CHOICES),
        layer: fc.nat(7),
        direction: fc.constantFrom(...DIRECTIONS),
        compare: fc.boolean(),
        feedforward: fc.boolean(),
        folded: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
        open: fc.constantFrom(null, 'f', 'h'),
        term: fc.constantFrom(null, 'U_f.5'),
        reading: fc.constantFrom(...READINGS),
        source: fc.constantFrom('all', 'last', 'y0', 'y123'),
        t: fc.nat(4999),
        phase: fc.integer({ min: 1, max: 6 }),
        slot: fc.constantFrom('f', 'a_f', 'f*c_prev', 'tanh(c)', '(1-z)*n', 'x'),
        unit: fc.nat(511),
        reveal: fc.boolean(),
        speed: fc.constantFrom(...SPEEDS),
      }),
      ({ t, phase, ...rest }) => {
        const written: View = { ...rest, scene: 'recall', clock: clockAt(t, phase as Phase) }
        const { asked, notices } = parseAddress(`#${formatAddress(written)}`)
        expect(notices).toEqual([])
        // What equals the default is left out.
        const { clock: _clock, ...defaults } = INITIAL_VIEW
        expect({ ...defaults, ...asked }).toEqual({ ...rest, scene: 'recall', t, phase })
      },
    ),
  )
})

describe('what cannot be followed is told, and the rest is used', () => {
  const noticeOf = (hash: string) => {
    const { asked, notices } = parseAddress(hash)
    return { asked, notice: notices[0], count: notices.length }
  }

  test('an unknown scene', () => {
    const { asked, notice } = noticeOf('#scene=nowhere&cell=gru')
    expect(asked).toEqual({ cell: 'gru' })
    expect(notice).toMatchObject({ key: 'scene', got: 'nowhere', shown: 'recall' })
    expect(notice?.expected).toContain('recall')
  })

  test('an unknown cell', () => {
    expect(noticeOf('#cell=lstmm').notice).toEqual({
      key: 'cell',
      expected: 'rnn, lstm, gru',
      got: 'lstmm',
      shown: 'lstm',
    })
  })

  test.each(['#t=-1', '#t=1.5', '#t=nine', '#t=', '#t=99999999999', '#phase=0', '#phase=7', '#unit=x'])(
    '%s',
    (hash) => {
      const { asked, count } = noticeOf(hash)
      expect(asked).toEqual({})
      expect(count).toBe(1)
    },
  )

  test('a speed that there is not', () => {
    expect(noticeOf('#speed=3').notice).toMatchObject({ key: 'speed', shown: '0.5' })
  })

  test('a laboratory that there is not, and settings that are none', () => {
    expect(noticeOf('#page=train&lab=nowhere').notice).toMatchObject({ key: 'lab', shown: 'train' })
    expect(noticeOf('#set=<b>').notice).toMatchObject({ key: 'set', got: '<b>' })
  })

  test('an address that is none, cut before it is shown', () => {
    const { asked, notice } = noticeOf(`#%E0%A4%A${'z'.repeat(1000)}`)
    expect(asked).toEqual({})
    expect(notice?.key).toBe('address')
    expect(notice?.got.length).toBeLessThan(60)
  })

  test('names of object methods are no keys', () => {
    expect(noticeOf('#constructor=1&__proto__=2').count).toBe(2)
  })
})

test('no address asks for nothing', () => {
  expect(parseAddress('')).toEqual({ asked: {}, notices: [] })
  expect(parseAddress('#')).toEqual({ asked: {}, notices: [] })
})

test('what an address leaves out is the default, whatever was on screen before', () => {
  expect(LEFT_OUT).toEqual({
    page: 'explore',
    lab: 'train',
    set: '',
    layer: 0,
    direction: 'forward',
    scene: 'recall',
    example: 0,
    cell: 'lstm',
    compare: false,
    feedforward: false,
    folded: 0,
    open: null,
    term: null,
    reading: 'values',
    source: 'all',
    reveal: false,
    speed: 0.5,
  })
})
