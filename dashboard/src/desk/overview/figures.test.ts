import { describe, expect, it } from 'vitest'
import { currencies, everyDay, period, revenue, revenueIn, sum, type DayOfSales } from './figures'

const sales = (date: string, ...amounts: [string, string][]): DayOfSales => ({
  date,
  orders: 1,
  cancellations: 0,
  revenue: amounts.map(([amount, currency]) => ({ amount, currency })),
})

describe('every day', () => {
  it('without sales shows none', () => {
    const days = everyDay('2026-02-27', '2026-03-02', [sales('2026-02-28', ['5.00', 'USD'])])
    expect(days.map(({ date, orders }) => [date, orders])).toEqual([
      ['2026-02-27', 0],
      ['2026-02-28', 1],
      ['2026-03-01', 0],
      ['2026-03-02', 0],
    ])
  })

  it('is counted once where clocks are changed', () => {
    expect(everyDay('2026-03-28', '2026-03-30', []).map(({ date }) => date)).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
    ])
  })

  it('of a single day is that day', () => {
    expect(everyDay('2026-01-01', '2026-01-01', [])).toHaveLength(1)
  })
})

describe('currencies', () => {
  const days = [
    sales('2026-01-01', ['10.10', 'EUR'], ['1.00', 'USD']),
    sales('2026-01-02', ['0.20', 'USD']),
    sales('2026-01-03', ['500', 'JPY']),
  ]

  it('come by the number of their days, then by name', () => {
    expect(currencies(days)).toEqual(['USD', 'EUR', 'JPY'])
  })

  it('are added up each for itself', () => {
    expect(revenue(days)).toEqual([
      { currency: 'USD', amount: '1.20' },
      { currency: 'EUR', amount: '10.10' },
      { currency: 'JPY', amount: '500' },
    ])
  })

  it('bring nothing on days without them', () => {
    expect(revenueIn('JPY', sales('2026-01-01', ['1', 'EUR']))).toEqual({ amount: '0', currency: 'JPY' })
  })
})

describe('a sum', () => {
  it.each([
    [['0.10', '0.20'], '0.30'],
    [['90071992547409.93', '0.01'], '90071992547409.94'],
    [['1', '0.5'], '1.5'],
    [['-1.50', '1.00'], '-0.50'],
    [[], '0'],
    [['7', '5'], '12'],
  ])('of %j is %s', (amounts, total) => {
    expect(sum(amounts)).toBe(total)
  })
})

it('a period that is not offered is 30 days', () => {
  expect([period('7'), period('365'), period('8'), period(undefined)]).toEqual([7, 365, 30, 30])
})
