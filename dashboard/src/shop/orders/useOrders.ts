import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, body, type Order, type Schemas } from '@/api/client'
import { Problem } from '@/api/problem'
import { orderKey } from '@/shared/useOrderStream'
import { keepLatest, keepLatestOfEach } from '@/shared/versions'
import { ordersSearchOf, type OrdersFilter } from './ordersFilter'

const PAGE = 20
/** Milliseconds between looks at orders that go on while their stream is down. */
const LOOK_AGAIN = 5000

export function goesOn({ status }: Pick<Order, 'status'>): boolean {
  return status !== 'DELIVERED' && status !== 'CANCELLED'
}

export function useOrders(filter: Readonly<Ref<OrdersFilter>>, live: () => boolean) {
  return useInfiniteQuery({
    queryKey: ['mine', 'orders', filter],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET('/api/users/me/orders', {
          params: { query: { ...ordersSearchOf(filter.value), limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    structuralSharing: keepLatestOfEach,
    refetchInterval: ({ state }) =>
      !live() && state.data?.pages.some(({ items }) => items.some(goesOn)) ? LOOK_AGAIN : false,
  })
}

/**
 * @param placed whether it was ordered a moment ago: then the views may need a little longer until they show it
 */
export function useOrder(id: () => string, live: () => boolean, placed: boolean) {
  return useQuery({
    queryKey: computed(() => orderKey(id())),
    queryFn: ({ signal }) => body(api.GET('/api/orders/{id}', { params: { path: { id: id() } }, signal })),
    retry: (failures, error) =>
      error instanceof Problem && error.status >= 400 && error.status < 500
        ? placed && error.status === 404 && failures < 10
        : failures < 2,
    retryDelay: placed ? 700 : undefined,
    structuralSharing: keepLatest,
    refetchInterval: ({ state }) => (!live() && state.data && goesOn(state.data) ? LOOK_AGAIN : false),
  })
}

/** The payments of an order, read anew whenever the order is another version. */
export function usePayments(order: () => Order | undefined) {
  return useQuery({
    queryKey: ['mine', 'payments', computed(() => order()?.id), computed(() => order()?.version)],
    queryFn: async ({ signal }) => {
      const { id = '' } = order() ?? {}
      return (await body(api.GET('/api/orders/{id}/payments', { params: { path: { id } }, signal }))).items
    },
    enabled: () => order() !== undefined,
    placeholderData: keepPreviousData,
  })
}

/** What a customer may do to an order: only to the version that was looked at. */
export function useOrderActions() {
  const queries = useQueryClient()
  function show({ id }: Order, changed: Order | undefined) {
    if (changed) queries.setQueryData(orderKey(id), changed)
    else void queries.invalidateQueries({ queryKey: orderKey(id) })
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('orders') })
    void queries.invalidateQueries({ queryKey: ['mine', 'profile'] })
  }
  // it may have been refused because it is not any more what is shown
  const lookAgain = ({ id }: Order) => void queries.invalidateQueries({ queryKey: orderKey(id) })
  const params = ({ id, version }: Order) => ({ path: { id }, header: { 'If-Match': `"${version}"` } })

  const cancel = useMutation({
    mutationFn: ({ order, reason }: { order: Order; reason: Schemas['Cancellation']['reason'] }) =>
      api.PUT('/api/orders/{id}/cancel', { params: params(order), body: { reason } }),
    onSuccess: ({ data }, { order }) => show(order, data),
    onError: (_, { order }) => lookAgain(order),
  })
  const send = (order: Order, method: string) =>
    api.POST('/api/orders/{id}/payment', { params: params(order), body: { method } })
  const pay = useMutation({
    mutationFn: async ({ order, method }: { order: Order; method: string }) => {
      try {
        return await send(order, method)
      } catch (thrown) {
        if (!(thrown instanceof Problem) || thrown.code !== 'PRECONDITION_FAILED') throw thrown
        // the order hears of a decline a moment after its payment shows it, and is another version then
        const now = await body(api.GET('/api/orders/{id}', { params: { path: { id: order.id } } }))
        if (now.payment?.id !== order.payment?.id || now.payment?.status !== 'DECLINED') throw thrown
        return send(now, method)
      }
    },
    onSuccess: ({ data }, { order }) => show(order, data),
    onError: (_, { order }) => lookAgain(order),
  })
  return { cancel, pay }
}
