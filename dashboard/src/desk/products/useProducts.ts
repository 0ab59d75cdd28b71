import { useQueryClient, type InfiniteData, type Query } from '@tanstack/vue-query'
import { onScopeDispose, type Ref } from 'vue'
import type { Product, Schemas } from '@/api/client'
import { lookAgain } from '@/shared/lookAgain'
import { useProductPages } from '@/shared/useProductPages'
import { searchOf, type ProductFilters } from './filters'

const PRODUCTS = ['desk', 'products'] as const
const PAGE = 30

type Pages = InfiniteData<Schemas['PageProduct']>

export const stockKey = (id: string) => ['desk', 'stock', id] as const

export const useProducts = (filters: Ref<ProductFilters>) =>
  useProductPages([...PRODUCTS, filters], () => ({ ...searchOf(filters.value), limit: PAGE }))

/** Puts what was done to products into the lists at once. */
export function useProductLists() {
  const queries = useQueryClient()
  const stops: (() => void)[] = []
  onScopeDispose(() => stops.forEach((stop) => stop()))

  function edit(change: (items: Product[], page: number) => Product[]) {
    queries.setQueriesData<Pages>({ queryKey: PRODUCTS }, (pages) =>
      pages
        ? {
            ...pages,
            pages: pages.pages.map((page, index) => ({ ...page, items: change(page.items, index) })),
          }
        : pages,
    )
    tellTheShop()
  }

  // the shop's own lists of products and categories
  const tellTheShop = () =>
    void queries.invalidateQueries({ predicate: ({ queryKey }: Query) => queryKey[0] === 'public' })

  return {
    changed: (product: Product) =>
      edit((items) => items.map((known) => (known.id === product.id ? product : known))),
    /** First, whatever the order, so that it is seen; the next reading puts it in its place. */
    added: (product: Product) => edit((items, page) => (page === 0 ? [product, ...items] : items)),
    removed: (id: string) => edit((items) => items.filter((known) => known.id !== id)),
    stocked(stock: Schemas['Stock']) {
      queries.setQueryData(stockKey(stock.productId), stock)
      edit((items) =>
        items.map((known) =>
          known.id === stock.productId
            ? { ...known, available: stock.available, inStock: stock.available > 0 }
            : known,
        ),
      )
    },
    /** For what was done but not shown yet. */
    lookAgain() {
      stops.push(
        lookAgain(() => {
          void queries.invalidateQueries({ queryKey: PRODUCTS })
          void queries.invalidateQueries({ queryKey: ['desk', 'stock'] })
          tellTheShop()
        }),
      )
    },
  }
}
