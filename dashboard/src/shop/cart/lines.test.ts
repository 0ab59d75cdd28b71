import { describe, expect, it } from 'vitest'
import type { Cart, Product } from '@/api/client'
import { emptied, withProduct, withQuantity, without } from './lines'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const lamp = { id: 'product-lamp', name: 'Lamp', price: usd('35.95') } as Product
const mat = { id: 'product-mat', name: 'Mat', price: usd('32.00') } as Product
const empty: Cart = { customerId: 'user-1', items: [], total: usd('0.00'), updatedAt: '2026-01-01T00:00:00Z' }

describe('a cart that is shown before the server has answered', () => {
  it('has a new line for a new product', () => {
    const cart = withProduct(empty, lamp, 2)
    expect(cart.items).toEqual([
      {
        productId: 'product-lamp',
        name: 'Lamp',
        unitPrice: usd('35.95'),
        quantity: 2,
        lineTotal: usd('71.90'),
      },
    ])
    expect(cart.total).toEqual(usd('71.90'))
  })

  it('has more of a product that was in it', () => {
    const cart = withProduct(withProduct(empty, lamp, 1), lamp, 2)
    expect(cart.items.map(({ quantity }) => quantity)).toEqual([3])
    expect(cart.total).toEqual(usd('107.85'))
  })

  it('has the quantity that was chosen, within what a line holds', () => {
    const cart = withProduct(withProduct(empty, lamp, 1), mat, 1)
    expect(withQuantity(cart, 'product-mat', 3).total).toEqual(usd('131.95'))
    expect(withQuantity(cart, 'product-mat', 0).items[1]?.quantity).toBe(1)
    expect(withQuantity(cart, 'product-mat', 2000).items[1]?.quantity).toBe(999)
  })

  it('does without what was removed', () => {
    const cart = withProduct(withProduct(empty, lamp, 1), mat, 1)
    expect(without(cart, 'product-lamp').items.map(({ name }) => name)).toEqual(['Mat'])
    expect(without(cart, 'product-lamp').total).toEqual(usd('32.00'))
  })

  it('is empty and costs nothing after it was cleared', () => {
    expect(emptied(withProduct(empty, lamp, 1))).toEqual(empty)
  })

  it('leaves the cart alone that it was made of', () => {
    const cart = withProduct(empty, lamp, 1)
    withQuantity(cart, 'product-lamp', 5)
    expect(cart.items[0]?.quantity).toBe(1)
    expect(empty.items).toEqual([])
  })
})
