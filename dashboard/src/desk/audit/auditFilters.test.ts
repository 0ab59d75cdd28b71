import { expect, it } from 'vitest'
import { filtersOf, given } from './auditFilters'

const nothing = { actor: '', type: '', orderId: '', from: '', to: '' }

it('an address without any asks for everything', () => {
  expect(filtersOf({})).toEqual(nothing)
  expect(given(nothing)).toEqual({})
})

it('filters come back from the address as they went', () => {
  const filters = {
    ...nothing,
    actor: 'user-1',
    type: 'OrderPaid',
    from: '2026-05-12T10:00:00Z',
    to: '2026-05-12T11:00:00Z',
  }
  expect(given(filters)).toEqual({
    actor: 'user-1',
    type: 'OrderPaid',
    from: '2026-05-12T10:00:00Z',
    to: '2026-05-12T11:00:00Z',
  })
  expect(filtersOf({ ...given(filters) } as Record<string, string>)).toEqual(filters)
})

it('what is around a value does not belong to it', () => {
  expect(given({ ...nothing, orderId: '  order-1 ', actor: '   ' })).toEqual({ orderId: 'order-1' })
  expect(filtersOf({ orderId: ' order-1 ' }).orderId).toBe('order-1')
})

it('a time that is none is not asked for', () => {
  expect(filtersOf({ from: 'yesterday', to: '2026-05-12T11:00:00Z' })).toEqual({
    ...nothing,
    to: '2026-05-12T11:00:00Z',
  })
})

it('of a name that is given twice the first counts, others do not matter', () => {
  expect(filtersOf({ type: ['OrderPaid', 'OrderShipped'], colour: 'red', actor: null })).toEqual({
    ...nothing,
    type: 'OrderPaid',
  })
})
