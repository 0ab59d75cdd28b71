import { describe, expect, it } from 'vitest'
import type { Order } from '@/api/client'
import { keepLatest, keepLatestOfEach, latest, newer } from './versions'

const order = (id: string, version: string) => ({ id, version }) as Order
const pages = (...items: Order[]) => ({ pages: [{ items, nextCursor: null }], pageParams: [undefined] })

it('a version is newer by its first number, then by its second, as numbers', () => {
  expect(newer('5.0', '4.2')).toBe(true)
  expect(newer('10.0', '9.9')).toBe(true)
  expect(newer('4.10', '4.9')).toBe(true)
  expect(newer('4.2', '4.2')).toBe(false)
  expect(newer('4.9', '5.0')).toBe(false)
})

describe('of two versions of an order', () => {
  it('the greater one is kept, and of the same one that which came last', () => {
    const known = order('a', '4.2')
    expect(latest(known, order('a', '4.1'))).toBe(known)
    expect(latest(known, order('a', '4.3')).version).toBe('4.3')
    const again = { ...known, archived: true }
    expect(latest(known, again)).toBe(again)
    expect(latest(undefined, again)).toBe(again)
  })

  it('an older one that is read does not undo what the stream brought', () => {
    expect(keepLatest(order('a', '5.0'), order('a', '4.0'))).toEqual(order('a', '5.0'))
    expect(keepLatest(order('a', '5.0'), order('a', '5.1'))).toEqual(order('a', '5.1'))
    expect(keepLatest(undefined, order('a', '1.0'))).toEqual(order('a', '1.0'))
  })

  it('each order of a list is its greater one, and the list is as it was read', () => {
    const known = pages(order('a', '5.0'), order('b', '1.0'), order('gone', '1.0'))
    const read = pages(order('new', '0.0'), order('a', '4.0'), order('b', '1.1'))
    expect(keepLatestOfEach(known, read)).toEqual(
      pages(order('new', '0.0'), order('a', '5.0'), order('b', '1.1')),
    )
    expect(keepLatestOfEach(undefined, read)).toEqual(read)
  })
})
