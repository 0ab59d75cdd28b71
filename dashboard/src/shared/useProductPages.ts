import { keepPreviousData, useInfiniteQuery, useQuery, type QueryKey } from '@tanstack/vue-query'
import { api, body } from '@/api/client'
import type { paths } from '@/api/schema'

type Search = NonNullable<paths['/api/products']['get']['parameters']['query']>

/** Pages of products, the former ones shown until those of another search are there. */
export function useProductPages(queryKey: QueryKey, search: () => Search) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      body(api.GET('/api/products', { params: { query: { ...search(), cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useCategories() {
  return useQuery({
    queryKey: ['public', 'categories'],
    queryFn: async () => (await body(api.GET('/api/categories'))).items,
    staleTime: 60_000,
  })
}
