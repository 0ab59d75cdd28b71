import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { api, body, type Order } from '@/api/client'
import { useOrderStream } from '@/shared/useOrderStream'
import { keepLatestOfEach, type OrderPages } from '@/shared/versions'
import { atMostEvery } from '../atMostEvery'
import { withArrived, withVersion } from './arrivals'
import { matches, searchOf, type OrderFilters } from './filters'

const PAGE = 30
const WITHOUT_STREAM = 15_000
const REREAD = 4_000

/** Orders as they are filtered, kept up to date; new ones wait until they are asked for, lest the list jumps. */
export function useOrders(filters: Ref<OrderFilters>) {
  const queries = useQueryClient()
  const key = computed(() => ['desk', 'orders', 'list', filters.value])
  const arrived = ref<Order[]>([])

  const { state } = useOrderStream(
    () => '/api/orders/updates',
    (order) => {
      if (!query.data.value) return
      const belongs = matches(filters.value, order)
      const next = withVersion(arrived.value, order, belongs, all.value, query.hasNextPage.value)
      arrived.value = next.waiting
      if (next.reread) reread.ask()
    },
  )

  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET('/api/orders', {
          params: { query: { ...searchOf(filters.value), limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    structuralSharing: keepLatestOfEach,
    refetchInterval: computed(() => (state.value === 'open' ? false : WITHOUT_STREAM)),
  })
  const reread = atMostEvery(REREAD, () => void query.refetch())
  onScopeDispose(reread.stop)
  const all = computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? [])

  const waiting = computed(() => {
    const shown = new Set(all.value.map(({ id }) => id))
    return arrived.value.filter((order) => !shown.has(order.id))
  })
  watch(key, () => (arrived.value = []))

  return {
    query,
    state,
    orders: computed(() => all.value.filter((order) => matches(filters.value, order))),
    /** How many came since that are not shown yet. */
    newcomers: computed(() => waiting.value.length),
    showNewcomers() {
      queries.setQueryData<OrderPages>(key.value, (pages) => pages && withArrived(pages, waiting.value))
      arrived.value = []
    },
  }
}
