import { describe, expect, it } from 'vitest'
import type { Cart } from '@/api/client'
import { Problem } from '@/api/problem'
import { Attempts, outcomeUnknown } from './attempts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
function cart(...quantities: number[]): Cart {
  return {
    customerId: 'user-1',
    items: quantities.map((quantity, n) => ({
      productId: `product-${n}`,
      name: `Product ${n}`,
      unitPrice: usd('1.00'),
      quantity,
      lineTotal: usd(`${quantity}.00`),
    })),
    total: usd('1.00'),
    updatedAt: '2026-01-01T00:00:00Z',
  }
}

function numbered() {
  let keys = 0
  return new Attempts(() => `key-${++keys}`)
}

const refused = new Problem(409, { code: 'PRICE_CHANGED' })
const away = new Problem(503, { code: 'UNAVAILABLE' })

describe('attempts to check out', () => {
  it('keep their key when no answer came', () => {
    const attempts = numbered()
    const first = attempts.of(cart(1, 2), 'card', false)
    attempts.ended(new TypeError('network'))
    expect(attempts.of(cart(1, 2), 'card', false)).toEqual(first)
    attempts.ended(away)
    expect(attempts.of(cart(1, 2), 'card', false)).toEqual(first)
  })

  it('have a new key after a refusal, for a refusal ordered nothing', () => {
    const attempts = numbered()
    expect(attempts.of(cart(1), 'card', false).key).toBe('key-1')
    attempts.ended(refused)
    expect(attempts.of(cart(1), 'card', false).key).toBe('key-2')
  })

  it('have a new key when the customer agrees to new prices: it is another request', () => {
    const attempts = numbered()
    attempts.of(cart(1), 'card', false)
    expect(attempts.of(cart(1), 'card', true)).toEqual({
      key: 'key-2',
      paymentMethod: 'card',
      acceptPriceChanges: true,
    })
  })

  it('have a new key when the cart or the method is another one', () => {
    const attempts = numbered()
    const first = attempts.of(cart(1), 'card', false)
    expect(attempts.of(cart(2), 'card', false).key).not.toBe(first.key)
    expect(attempts.of(cart(2), 'sim-approve', false).key).toBe('key-3')
  })

  it('have a new key once the one whose outcome is unknown is forgotten', () => {
    const attempts = numbered()
    attempts.of(cart(1), 'card', false)
    attempts.ended(away)
    attempts.forget()
    expect(attempts.of(cart(1), 'card', false).key).toBe('key-2')
  })

  it('have a new key for the same things in the cart of another account', () => {
    const attempts = numbered()
    attempts.of(cart(1), 'card', false)
    attempts.ended(away)
    expect(attempts.of({ ...cart(1), customerId: 'user-2' }, 'card', false).key).toBe('key-2')
  })

  it('have a new key for the next order of the same things', () => {
    const attempts = numbered()
    attempts.of(cart(1), 'card', false)
    attempts.ended()
    expect(attempts.of(cart(1), 'card', false).key).toBe('key-2')
  })
})

it('an outcome is unknown without an answer and after an error of the server, and known after a refusal', () => {
  expect(outcomeUnknown(new TypeError('network'))).toBe(true)
  expect(outcomeUnknown(new Problem(0, { code: 'UNREACHABLE' }))).toBe(true)
  expect(outcomeUnknown(away)).toBe(true)
  expect(outcomeUnknown(refused)).toBe(false)
  expect(outcomeUnknown(undefined)).toBe(false)
})
