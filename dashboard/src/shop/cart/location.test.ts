import { expect, it } from 'vitest'
import { orderIdOf } from './location'

it('is found in a path and in a whole address', () => {
  expect(orderIdOf('/api/orders/order-1')).toBe('order-1')
  expect(orderIdOf('https://shop.example/api/orders/order-1')).toBe('order-1')
})

it('is not made up where there is none', () => {
  expect(() => orderIdOf(null)).toThrow()
  expect(() => orderIdOf('/api/cart')).toThrow()
})
