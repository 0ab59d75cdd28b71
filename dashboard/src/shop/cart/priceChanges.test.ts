import { expect, it } from 'vitest'
import type { Cart } from '@/api/client'
import { Problem } from '@/api/problem'
import { priceChangesOf, totalAt } from './priceChanges'

const change = {
  productId: 'product-1',
  name: 'Lamp',
  oldPrice: { amount: '35.95', currency: 'USD' },
  newPrice: { amount: '39.95', currency: 'USD' },
}

function refusal(code: string, facts: Record<string, unknown>) {
  return new Problem(409, { code, ...facts })
}

it('are the old and the new price of each line, as the refusal tells them', () => {
  expect(priceChangesOf(refusal('PRICE_CHANGED', { items: [change] }))).toEqual([change])
})

it('are none when the checkout was refused for something else', () => {
  expect(priceChangesOf(refusal('EMPTY_CART', { items: [change] }))).toBeNull()
  expect(priceChangesOf(new TypeError('network'))).toBeNull()
  expect(priceChangesOf(null)).toBeNull()
})

it('leave out what cannot be read, and still say that prices changed', () => {
  expect(priceChangesOf(refusal('PRICE_CHANGED', { items: [{ productId: 'product-1' }, change] }))).toEqual([
    change,
  ])
  expect(priceChangesOf(refusal('PRICE_CHANGED', {}))).toEqual([])
})

it('make another total, of the lines that stay as they are too', () => {
  const usd = (amount: string) => ({ amount, currency: 'USD' })
  const line = (productId: string, unitPrice: string, quantity: number) => ({
    productId,
    name: productId,
    unitPrice: usd(unitPrice),
    quantity,
    lineTotal: usd('0.00'),
  })
  const cart: Cart = {
    customerId: 'user-1',
    items: [line('product-1', '35.95', 2), line('product-2', '10.00', 1)],
    total: usd('81.90'),
    updatedAt: '2026-01-01T00:00:00Z',
  }
  expect(totalAt(cart, [change])).toEqual(usd('89.90'))
})
