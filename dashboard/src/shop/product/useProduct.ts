import { useQuery, useQueryClient, type InfiniteData } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, type Product, type Schemas } from '@/api/client'

/** One product; what a list already knows of it is shown meanwhile. */
export function useProduct(id: MaybeRefOrGetter<string>) {
  const queries = useQueryClient()
  return useQuery({
    queryKey: ['public', 'product', computed(() => toValue(id))],
    queryFn: ({ signal }) =>
      body(api.GET('/api/products/{id}', { params: { path: { id: toValue(id) } }, signal })),
    placeholderData: () => listed(toValue(id)),
    staleTime: 30_000,
  })

  function listed(wanted: string): Product | undefined {
    return queries
      .getQueriesData<InfiniteData<Schemas['PageProduct']>>({ queryKey: ['public', 'products'] })
      .flatMap(([, data]) => data?.pages ?? [])
      .flatMap(({ items }) => items)
      .find((product) => product.id === wanted)
  }
}
