import { describe, expect, it } from 'vitest'
import type { Order } from '@/api/client'
import { filtersOf, matches, queryOf, searchOf, type OrderFilters } from './filters'

const everything: OrderFilters = { status: null, customerId: '', archived: null, flagged: false }

const order: Order = {
  id: 'order-1',
  customerId: 'user-1',
  status: 'SHIPPING',
  statusLabel: 'On its way',
  items: [],
  total: { amount: '1.00', currency: 'USD' },
  payment: null,
  nextStep: null,
  cancellation: null,
  flagged: false,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  archived: false,
  version: '3',
}

describe('the filters of orders', () => {
  it.each<OrderFilters>([
    everything,
    { status: 'CANCELLED', customerId: 'user-1', archived: false, flagged: true },
    { ...everything, archived: true },
  ])('come back from their address: %j', (filters) => {
    expect(filtersOf(queryOf(filters) as Record<string, string>)).toEqual(filters)
  })

  it('leave the address empty where nothing is narrowed down', () => {
    expect(queryOf(everything)).toEqual({})
  })

  it('pass over what an address says that makes no sense', () => {
    expect(filtersOf({ status: 'LOST', archived: 'perhaps', flagged: 'false', customerId: null })).toEqual(
      everything,
    )
  })

  it('ask the server for nothing that is not narrowed down', () => {
    expect(Object.values(searchOf(everything)).filter((value) => value !== undefined)).toEqual([])
    expect(searchOf({ ...everything, archived: false }).archived).toBe(false)
  })
})

describe('an order', () => {
  it.each<[Partial<OrderFilters>, boolean]>([
    [{}, true],
    [{ status: 'SHIPPING' }, true],
    [{ status: 'CREATED' }, false],
    [{ customerId: 'user-1', archived: false }, true],
    [{ customerId: 'user-2' }, false],
    [{ archived: true }, false],
    [{ flagged: true }, false],
  ])('that is narrowed down by %j is shown: %s', (filters, shown) => {
    expect(matches({ ...everything, ...filters }, order)).toBe(shown)
  })
})
