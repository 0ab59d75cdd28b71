import { describe, expect, it } from 'vitest'
import { filtersOf, queryOf, searchOf, type ProductFilters } from './filters'

describe('the filters of products', () => {
  const filters: ProductFilters[] = [
    { q: '', category: '', stock: 'any' },
    { q: 'laptop 14', category: 'Home & Kitchen', stock: 'out' },
    { q: '', category: 'Books', stock: 'in' },
  ]

  it.each(filters)('come back from their address: %j', (some) => {
    expect(filtersOf(queryOf(some) as Record<string, string>)).toEqual(some)
  })

  it('leave the address empty where nothing is narrowed down', () => {
    expect(queryOf({ q: '', category: '', stock: 'any' })).toEqual({})
  })

  it('pass over what an address says that makes no sense', () => {
    expect(filtersOf({ stock: 'maybe', q: ['a', 'b'], category: null })).toEqual(filters[0])
  })

  it('ask for what is there, for what is not, or for both', () => {
    const asked = (stock: ProductFilters['stock']) => searchOf({ q: '', category: '', stock }).inStock
    expect([asked('in'), asked('out'), asked('any')]).toEqual([true, false, undefined])
  })
})
