import { expect, it } from 'vitest'
import { sellable, stockOf } from './stock'

const product = (available: number, discontinued = false) => ({ available, discontinued })

it('tells when few pieces are left', () => {
  expect(stockOf(product(5))).toBe('few')
  expect(stockOf(product(6))).toBe('enough')
})

it('tells when none is left', () => {
  expect(stockOf(product(0))).toBe('none')
  expect(sellable(product(0))).toBe(false)
})

it('does not sell what is discontinued, however many there are', () => {
  expect(stockOf(product(40, true))).toBe('discontinued')
  expect(sellable(product(40, true))).toBe(false)
})
