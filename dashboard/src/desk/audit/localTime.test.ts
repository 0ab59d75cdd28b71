import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instantOf, localOf } from './localTime'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe.each([
  ['UTC', '2026-05-12T10:00', '2026-05-12T10:00:00Z', '2026-05-12T10:00:00'],
  ['Europe/Berlin', '2026-05-12T10:00', '2026-05-12T08:00:00Z', '2026-05-12T10:00:00'],
  ['Europe/Berlin', '2026-01-12T00:30', '2026-01-11T23:30:00Z', '2026-01-12T00:30:00'],
  ['Asia/Kolkata', '2026-05-12T00:00:01', '2026-05-11T18:30:01Z', '2026-05-12T00:00:01'],
  ['America/New_York', '2026-12-31T23:59:59', '2027-01-01T04:59:59Z', '2026-12-31T23:59:59'],
])('in %s, %s', (timeZone, local, instant, shown) => {
  beforeEach(() => {
    process.env.TZ = timeZone
  })

  it(`is ${instant}`, () => {
    expect(instantOf(local)).toBe(instant)
  })

  it('comes back as it was', () => {
    expect(localOf(instant)).toBe(shown)
  })
})

describe('when clocks change', () => {
  beforeEach(() => {
    process.env.TZ = 'Europe/Berlin'
  })

  it('an hour that there is not is taken for the next', () => {
    expect(instantOf('2026-03-29T02:30')).toBe('2026-03-29T01:30:00Z')
  })

  it('instants on both sides are told apart by their offset', () => {
    expect(instantOf('2026-03-29T01:59')).toBe('2026-03-29T00:59:00Z')
    expect(instantOf('2026-03-29T03:00')).toBe('2026-03-29T01:00:00Z')
  })
})

it('keeps milliseconds where there are some', () => {
  process.env.TZ = 'UTC'
  expect(instantOf('2026-05-12T10:00:00.5')).toBe('2026-05-12T10:00:00.500Z')
})

it.each(['', '2026-05-12', 'yesterday', '2026-13-01T00:00', '2026-05-12T10:00Z'])(
  '%s is no local time',
  (text) => {
    expect(instantOf(text)).toBeNull()
  },
)

it.each(['', 'yesterday'])('%s is no instant', (text) => {
  expect(localOf(text)).toBe('')
})
