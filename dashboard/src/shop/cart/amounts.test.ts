import { expect, it } from 'vitest'
import { compare, sum, times } from './amounts'

const usd = (amount: string) => ({ amount, currency: 'USD' })

it('multiplies without losing a cent', () => {
  expect(times(usd('0.10'), 3)).toEqual(usd('0.30'))
  expect(times(usd('99999999999999999.99'), 3)).toEqual(usd('299999999999999999.97'))
})

it('adds amounts of different length', () => {
  expect(sum([usd('1'), usd('0.05'), usd('2.5')])).toEqual(usd('3.55'))
  expect(sum([usd('0.05'), usd('-0.10')])).toEqual(usd('-0.05'))
  expect(sum([])).toBeNull()
})

it('keeps currencies without a fraction as they are', () => {
  expect(times({ amount: '1200', currency: 'JPY' }, 2)).toEqual({ amount: '2400', currency: 'JPY' })
})

it('knows which is more', () => {
  expect(compare(usd('9.99'), usd('10'))).toBe(-1)
  expect(compare(usd('10.00'), usd('10'))).toBe(0)
  expect(compare(usd('10.01'), usd('9.99'))).toBe(1)
})
