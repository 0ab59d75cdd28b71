import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { api, body } from '@/api/client'
import { searchOf, type Filters } from './filters'

/** As many as fill rows of two, three and four. */
const PAGE = 24

export function useCatalog(filters: Readonly<Ref<Filters>>) {
  return useInfiniteQuery({
    queryKey: ['public', 'products', filters],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET('/api/products', {
          params: { query: { ...searchOf(filters.value), limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
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
