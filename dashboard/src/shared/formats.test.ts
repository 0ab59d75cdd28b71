import { describe, expect, it } from 'vitest'
import { countdown, money, percent, relative } from './formats'

// in English, as the tests' browser has it
describe('formats', () => {
  it('show an amount with the digits that its currency has', () => {
    expect(money({ amount: '1999.98', currency: 'USD' })).toBe('$1,999.98')
    expect(money({ amount: '1500', currency: 'JPY' })).toBe('¥1,500')
  })

  it('show every digit of an amount that a number could not hold', () => {
    expect(money({ amount: '90071992547409931.07', currency: 'USD' })).toBe('$90,071,992,547,409,931.07')
  })

  it('count down to nothing and not below', () => {
    expect([3725, 750, 5, 0.2, 0, -3].map(countdown)).toEqual([
      '1:02:05',
      '12:30',
      '0:05',
      '0:01',
      '0:00',
      '0:00',
    ])
  })

  it('tell how long ago, in the largest unit that fits', () => {
    const now = Date.parse('2026-05-12T12:00:00Z')
    const at = (instant: string) => relative(instant, now)

    expect(at('2026-05-12T11:59:55Z')).toBe('5 seconds ago')
    expect(at('2026-05-12T12:02:00Z')).toBe('in 2 minutes')
    expect(at('2026-05-12T09:00:00Z')).toBe('3 hours ago')
    expect(at('2026-05-11T12:00:00Z')).toBe('yesterday')
  })

  it('show shares as per cent', () => {
    expect(percent(0.42)).toBe('42%')
  })
})
