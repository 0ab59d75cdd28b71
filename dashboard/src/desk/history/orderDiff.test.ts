import { describe, expect, it } from 'vitest'
import type { Order } from '@/api/client'
import { orderDiff } from './orderDiff'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const item = (productId: string, quantity: number, price = '15.00') => ({
  productId,
  name: `Name of ${productId}`,
  unitPrice: usd(price),
  quantity,
  lineTotal: usd((Number(price) * quantity).toFixed(2)),
})

const created = {
  id: 'order-1',
  customerId: 'user-1',
  status: 'CREATED',
  statusLabel: 'Created',
  items: [item('a', 1), item('b', 2)],
  total: usd('45.00'),
  payment: null,
  nextStep: { what: 'PAYMENT_DUE', dueAt: '2026-05-12T10:00:20Z' },
  cancellation: null,
  flagged: false,
  createdAt: '2026-05-12T10:00:00Z',
  updatedAt: '2026-05-12T10:00:00Z',
  archived: false,
  version: '0.0',
} as unknown as Order

const but = (other: Partial<Order>): Order => ({ ...created, ...other })

describe('the difference between two states of an order', () => {
  it('is nothing where only the version and the time of the last change are others', () => {
    const diff = orderDiff(created, but({ version: '1.0', updatedAt: '2026-05-12T10:00:01Z' }))
    expect(diff.changes).toBe(0)
    expect(diff.items.map(({ kind }) => kind)).toEqual([null, null])
  })

  it('is not made by the language of the label', () => {
    expect(orderDiff(created, but({ statusLabel: 'Создан' })).changes).toBe(0)
  })

  it('is not made by another order of members', () => {
    const total = { currency: 'USD', amount: '45.00' }
    expect(orderDiff(created, but({ total })).total.kind).toBeNull()
  })

  it('is everything that there is, for an order that was not there before', () => {
    const diff = orderDiff(null, created)
    expect(diff.status).toEqual({ kind: 'added', before: null, after: 'CREATED' })
    expect(diff.total.kind).toBe('added')
    expect(diff.nextStep.kind).toBe('added')
    expect(diff.items.map(({ kind }) => kind)).toEqual(['added', 'added'])
    expect(diff.payment.kind).toBeNull()
    expect(diff.cancellation.kind).toBeNull()
    expect(diff.flagged.kind).toBeNull()
    expect(diff.archived.kind).toBeNull()
    expect(diff.changes).toBe(5)
  })

  it('tells the old status and the new one', () => {
    const diff = orderDiff(created, but({ status: 'PROCESSING' }))
    expect(diff.status).toEqual({ kind: 'changed', before: 'CREATED', after: 'PROCESSING' })
    expect(diff.changes).toBe(1)
  })

  it('knows a payment that came, one that changed, and one that is another attempt', () => {
    const pending = { id: 'payment-1', status: 'PENDING', method: 'sim-approve' } as const
    const captured = { ...pending, status: 'CAPTURED' } as const
    expect(orderDiff(created, but({ payment: pending })).payment).toEqual({
      kind: 'added',
      before: null,
      after: pending,
    })
    expect(orderDiff(but({ payment: pending }), but({ payment: captured })).payment).toEqual({
      kind: 'changed',
      before: pending,
      after: captured,
    })
    expect(
      orderDiff(but({ payment: pending }), but({ payment: { ...pending, id: 'payment-2' } })).payment.kind,
    ).toBe('changed')
    expect(orderDiff(but({ payment: pending }), but({ payment: { ...pending } })).payment.kind).toBeNull()
  })

  it('knows a next step that another replaced, and the last one that went away', () => {
    const ship = { what: 'SHIP', dueAt: '2026-05-12T10:00:30Z' } as const
    expect(orderDiff(created, but({ nextStep: ship })).nextStep.kind).toBe('changed')
    const none = { ...created, nextStep: null } as unknown as Order
    expect(orderDiff(but({ nextStep: ship }), none).nextStep).toEqual({
      kind: 'removed',
      before: ship,
      after: null,
    })
  })

  it('knows the same step at another time', () => {
    const later = { what: 'PAYMENT_DUE', dueAt: '2026-05-12T10:01:00Z' } as const
    expect(orderDiff(created, but({ nextStep: later })).nextStep.kind).toBe('changed')
  })

  it('knows a cancellation', () => {
    const cancellation = { reason: 'CHANGED_MIND', by: 'CUSTOMER', at: '2026-05-12T10:00:05Z' } as const
    const diff = orderDiff(created, but({ status: 'CANCELLED', cancellation }))
    expect(diff.cancellation).toEqual({ kind: 'added', before: null, after: cancellation })
    expect(diff.changes).toBe(2)
  })

  it('knows marks that were set and taken away', () => {
    expect(orderDiff(created, but({ flagged: true })).flagged).toEqual({
      kind: 'added',
      before: false,
      after: true,
    })
    expect(orderDiff(but({ flagged: true }), created).flagged.kind).toBe('removed')
    expect(orderDiff(created, but({ archived: true })).archived.kind).toBe('added')
  })

  it('takes what is left out for what is null', () => {
    const without = { ...created, payment: undefined } as unknown as Order
    expect(orderDiff(created, without).payment.kind).toBeNull()
  })
})

describe('the lines', () => {
  it('that came are where they are, those that went come last', () => {
    const diff = orderDiff(created, but({ items: [item('c', 1), item('b', 2)] }))
    expect(diff.items.map(({ productId, kind }) => [productId, kind])).toEqual([
      ['c', 'added'],
      ['b', null],
      ['a', 'removed'],
    ])
    expect(diff.items[2]?.after).toBeNull()
    expect(diff.items[2]?.before?.quantity).toBe(1)
    expect(diff.changes).toBe(2)
  })

  it('with another quantity say what is other', () => {
    const row = orderDiff(created, but({ items: [item('a', 1), item('b', 3)] })).items[1]
    expect(row?.kind).toBe('changed')
    expect(row?.parts).toEqual(['quantity', 'lineTotal'])
    expect(row?.before?.quantity).toBe(2)
    expect(row?.after?.quantity).toBe(3)
  })

  it('with another price or name say that', () => {
    const renamed = { ...item('a', 1, '16.00'), name: 'Another name' }
    expect(orderDiff(created, but({ items: [renamed, item('b', 2)] })).items[0]?.parts).toEqual([
      'name',
      'unitPrice',
      'lineTotal',
    ])
  })

  it('that only changed places did not change', () => {
    const diff = orderDiff(created, but({ items: [item('b', 2), item('a', 1)] }))
    expect(diff.changes).toBe(0)
    expect(diff.items.map(({ productId }) => productId)).toEqual(['b', 'a'])
  })
})
