import type { LocationQuery, LocationQueryRaw } from 'vue-router'

export const STOCKS = ['any', 'in', 'out'] as const

export interface ProductFilters {
  q: string
  category: string
  stock: (typeof STOCKS)[number]
}

export function filtersOf(query: LocationQuery): ProductFilters {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  return {
    q: text('q'),
    category: text('category'),
    stock: STOCKS.find((stock) => stock === query.stock) ?? 'any',
  }
}

/** The address of filters; what is not narrowed down is not in it. */
export function queryOf({ q, category, stock }: ProductFilters): LocationQueryRaw {
  return { ...(q && { q }), ...(category && { category }), ...(stock !== 'any' && { stock }) }
}

/** What the server is asked for. */
export function searchOf({ q, category, stock }: ProductFilters) {
  return {
    q: q || undefined,
    category: category || undefined,
    inStock: stock === 'any' ? undefined : stock === 'in',
  }
}
