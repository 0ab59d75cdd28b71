import { expect, it } from 'vitest'
import type { Order } from '@/api/client'
import { stepsByHand } from './steps'

type Payment = NonNullable<Order['payment']>['status']
const steps = (status: Order['status'], payment?: Payment) =>
  stepsByHand({ status, payment: payment ? { id: 'payment-1', status: payment, method: 'card' } : null })

it('an order that is paid can be processed, shipped and delivered, one step after the other', () => {
  expect(steps('CREATED', 'CAPTURED')).toEqual(['PROCESSING', 'CANCELLED'])
  expect(steps('PROCESSING', 'CAPTURED')).toEqual(['SHIPPING', 'CANCELLED'])
  expect(steps('SHIPPING', 'CAPTURED')).toEqual(['DELIVERED', 'CANCELLED'])
})

it('an order that is not paid can only be cancelled', () => {
  expect(steps('CREATED')).toEqual(['CANCELLED'])
  expect(steps('CREATED', 'PENDING')).toEqual(['CANCELLED'])
  expect(steps('CREATED', 'DECLINED')).toEqual(['CANCELLED'])
})

it('nothing follows the end', () => {
  expect(steps('DELIVERED', 'CAPTURED')).toEqual([])
  expect(steps('CANCELLED', 'REFUNDED')).toEqual([])
})
