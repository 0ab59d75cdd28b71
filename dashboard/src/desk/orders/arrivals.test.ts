import { describe, expect, it } from 'vitest'
import type { Order } from '@/api/client'
import { isNewer, withArrived, withNewest, withVersion } from './arrivals'

const order = (id: string, second: number, version = '0'): Order => ({
  id,
  customerId: 'user-1',
  status: 'CREATED',
  statusLabel: 'Created',
  items: [],
  total: { amount: '1.00', currency: 'USD' },
  payment: null,
  nextStep: null,
  cancellation: null,
  flagged: false,
  createdAt: new Date(second * 1000).toISOString(),
  updatedAt: new Date(second * 1000).toISOString(),
  archived: false,
  version,
})
const ids = (orders: Order[]) => orders.map(({ id }) => id)

describe('the newest orders', () => {
  const shown = [order('c', 30), order('b', 20)]

  it('begin with the one that just came, and drop the oldest', () => {
    expect(ids(withNewest(shown, order('d', 40), 2))).toEqual(['d', 'c'])
  })

  it('keep their places when one of them changes', () => {
    const changed = withNewest(shown, order('b', 20, '1'), 2)
    expect(changed.map(({ id, version }) => [id, version])).toEqual([
      ['c', '0'],
      ['b', '1'],
    ])
  })

  it('are without an older order that changes', () => {
    expect(ids(withNewest(shown, order('a', 10), 2))).toEqual(['c', 'b'])
  })

  it('take in an older one where there is room', () => {
    expect(ids(withNewest(shown, order('a', 10), 3))).toEqual(['c', 'b', 'a'])
  })
})

describe('an order', () => {
  const shown = [order('c', 30), order('b', 20)]

  it('is newer when it came after all that are shown', () => {
    expect(isNewer(order('d', 31), shown)).toBe(true)
    expect(isNewer(order('d', 1), [])).toBe(true)
  })

  it('is not newer when it is shown already, or only changed further down', () => {
    expect(isNewer(order('c', 30, '2'), shown)).toBe(false)
    expect(isNewer(order('a', 10), shown)).toBe(false)
  })
})

describe('a version of an order', () => {
  const shown = [order('c', 30), order('b', 20)]

  it('waits when the order is newer than all that are shown, and is one with a later version of it', () => {
    const first = withVersion([], order('d', 40), true, shown, true)
    expect([ids(first.waiting), first.reread]).toEqual([['d'], false])
    const second = withVersion(first.waiting, order('d', 40, '1'), true, shown, true)
    expect(second.waiting).toEqual([order('d', 40, '1')])
  })

  it('is passed over when it does not belong to the list, and waits no more when it does not any more', () => {
    expect(withVersion([], order('d', 40), false, shown, true)).toEqual({ waiting: [], reread: false })
    expect(withVersion([order('d', 40)], order('d', 40, '1'), false, shown, true).waiting).toEqual([])
  })

  it('has the list read anew when an older order came to belong to it', () => {
    expect(withVersion([], order('x', 25), true, shown, true)).toEqual({ waiting: [], reread: true })
    expect(withVersion([], order('a', 10), true, shown, false).reread).toBe(true)
  })

  it('leaves the list alone when the order is shown, or further down than was read', () => {
    expect(withVersion([], order('b', 20, '1'), true, shown, true).reread).toBe(false)
    expect(withVersion([], order('a', 10), true, shown, true).reread).toBe(false)
  })

  it('has the list read anew when too many wait', () => {
    const many = Array.from({ length: 200 }, (_, n) => order(`n${n}`, 100 + n))
    expect(withVersion(many.slice(1), order('y', 400), true, shown, true).waiting).toHaveLength(200)
    expect(withVersion(many, order('y', 400), true, shown, true)).toEqual({ waiting: [], reread: true })
  })
})

it('what arrived comes before the first page, without what a fresh reading brought already', () => {
  const pages = {
    pages: [
      { items: [order('c', 30)], nextCursor: 'next' },
      { items: [order('a', 10)], nextCursor: null },
    ],
    pageParams: [undefined, 'next'],
  }
  const shown = withArrived(pages, [order('d', 40), order('c', 30)])
  expect(shown.pages.map((page) => ids(page.items))).toEqual([['d', 'c'], ['a']])
  expect(shown.pageParams).toEqual(pages.pageParams)
})
