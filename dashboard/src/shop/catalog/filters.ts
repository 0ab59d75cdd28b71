import type { LocationQuery, LocationQueryRaw } from 'vue-router'

export const SORTS = ['name', 'name_desc', 'price', 'price_desc', 'newest'] as const
export type Sort = (typeof SORTS)[number]

/** What the catalogue is narrowed to; empty is everything. */
export interface Filters {
  q: string
  category: string
  /** Amounts as they were typed, in the catalogue's currency. */
  minPrice: string
  maxPrice: string
  inStock: boolean
  sort: Sort
}

export const EVERYTHING: Readonly<Filters> = {
  q: '',
  category: '',
  minPrice: '',
  maxPrice: '',
  inStock: false,
  sort: 'name',
}

/** The filters of an address; what makes no sense in it is passed over. */
export function filtersOf(query: LocationQuery): Filters {
  const text = (name: string) => {
    const value = query[name]
    return ((Array.isArray(value) ? value[0] : value) ?? '').trim()
  }
  return {
    q: text('q'),
    category: text('category'),
    minPrice: amount(text('minPrice')) ?? '',
    maxPrice: amount(text('maxPrice')) ?? '',
    inStock: text('inStock') === 'true',
    sort: SORTS.find((sort) => sort === text('sort')) ?? EVERYTHING.sort,
  }
}

/** The address of filters, as short as it can be, so that the same filters have the same one. */
export function queryOf(filters: Filters): LocationQueryRaw {
  const names = Object.keys(EVERYTHING) as (keyof Filters)[]
  return Object.fromEntries(
    names.filter((name) => filters[name] !== EVERYTHING[name]).map((name) => [name, String(filters[name])]),
  )
}

/** An amount as people type it, or null when it is none. */
export function amount(typed: string): string | null {
  const plain = typed.trim().replace(',', '.')
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? plain : null
}

/** How many filters are set, beside the words that are searched for and the order. */
export function narrowing(filters: Filters): number {
  return [filters.category, filters.minPrice, filters.maxPrice, filters.inStock].filter(Boolean).length
}

/** What the server is asked for. */
export function searchOf(filters: Filters) {
  return {
    q: filters.q || undefined,
    category: filters.category || undefined,
    minPrice: filters.minPrice ? Number(filters.minPrice) : undefined,
    maxPrice: filters.maxPrice ? Number(filters.maxPrice) : undefined,
    inStock: filters.inStock || undefined,
    sort: filters.sort,
  }
}
