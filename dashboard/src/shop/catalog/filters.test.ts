import { describe, expect, it } from 'vitest'
import { amount, EVERYTHING, filtersOf, narrowing, queryOf, searchOf, type Filters } from './filters'

const all: Filters = {
  q: 'red lamp',
  category: 'Home & Kitchen',
  minPrice: '10',
  maxPrice: '99.50',
  inStock: true,
  sort: 'price_desc',
}

describe('the filters in the address', () => {
  it('are read back as they were written', () => {
    expect(filtersOf(queryOf(all) as Record<string, string>)).toEqual(all)
  })

  it('leave nothing in it when nothing is filtered', () => {
    expect(queryOf(EVERYTHING)).toEqual({})
    expect(filtersOf({})).toEqual(EVERYTHING)
  })

  it('name only what differs from everything', () => {
    expect(queryOf({ ...EVERYTHING, inStock: true })).toEqual({ inStock: 'true' })
  })

  it('are passed over where they make no sense', () => {
    expect(filtersOf({ sort: 'cheapest', minPrice: 'ten', maxPrice: '-1', inStock: '1' })).toEqual(EVERYTHING)
  })

  it('are the first ones when the address names them twice', () => {
    expect(filtersOf({ category: ['Books', 'Office'] }).category).toBe('Books')
  })
})

it('amounts are taken with a point or a comma', () => {
  expect(amount(' 12,5 ')).toBe('12.5')
  expect(amount('12.50')).toBe('12.50')
  expect(amount('12.505')).toBeNull()
  expect(amount('')).toBeNull()
})

it('the search and the order do not count as narrowing', () => {
  expect(narrowing({ ...EVERYTHING, q: 'lamp', sort: 'newest' })).toBe(0)
  expect(narrowing(all)).toBe(4)
})

it('the server is asked for what is set, and for nothing else', () => {
  expect(searchOf(EVERYTHING)).toEqual({ sort: 'name' })
  expect(searchOf(all)).toEqual({ ...all, minPrice: 10, maxPrice: 99.5 })
})
