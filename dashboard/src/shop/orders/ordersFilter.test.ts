import { expect, it } from 'vitest'
import { matches, ordersFilterOf, ordersQueryOf, ordersSearchOf, USUAL } from './ordersFilter'

it('is read back from the address as it was written', () => {
  const filter = { status: 'SHIPPING', shelf: 'archive' } as const
  expect(ordersFilterOf(ordersQueryOf(filter) as Record<string, string>)).toEqual(filter)
})

it('leaves nothing in the address when it is the usual one', () => {
  expect(ordersQueryOf(USUAL)).toEqual({})
  expect(ordersFilterOf({ status: 'LOST', show: 'all' })).toEqual(USUAL)
})

it('asks the server for no more than is wanted', () => {
  expect(ordersSearchOf(USUAL)).toEqual({})
  expect(ordersSearchOf({ status: 'CREATED', shelf: 'current' })).toEqual({
    status: 'CREATED',
    archived: false,
  })
  expect(ordersSearchOf({ status: '', shelf: 'archive' })).toEqual({ archived: true })
})

it('knows which orders belong to it', () => {
  const delivered = { status: 'DELIVERED', archived: false } as const
  expect(matches(delivered, USUAL)).toBe(true)
  expect(matches(delivered, { status: 'SHIPPING', shelf: 'both' })).toBe(false)
  expect(matches(delivered, { status: 'DELIVERED', shelf: 'current' })).toBe(true)
  expect(matches({ ...delivered, archived: true }, { status: '', shelf: 'current' })).toBe(false)
})
