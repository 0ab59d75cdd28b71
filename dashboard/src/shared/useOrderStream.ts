import { useQueryClient, type QueryClient } from '@tanstack/vue-query'
import { onScopeDispose, ref, watchEffect } from 'vue'
import type { Order } from '@/api/client'
import { follow, type Stream, type StreamState } from '@/api/stream'
import { latest, type OrderPages } from './versions'

/** The key of one order, whoever looks at it. */
export const orderKey = (id: string) => ['mine', 'order', id] as const

/** Puts a version of an order into whatever shows an older one of it: the order itself and the lists that hold it. */
export function showOrder(queries: QueryClient, order: Order) {
  queries.setQueryData<Order>(orderKey(order.id), (known) => latest(known, order))
  queries.setQueriesData<OrderPages>({ predicate: ({ queryKey }) => queryKey.includes('orders') }, (pages) =>
    pages && 'pages' in pages
      ? {
          ...pages,
          pages: pages.pages.map((page) => ({
            ...page,
            items: page.items.map((known) => (known.id === order.id ? latest(known, order) : known)),
          })),
        }
      : pages,
  )
}

/**
 * Follows orders while the page is looked at, and puts every new version into what is shown of it: the order itself and the
 * lists that hold it. Browsers have six connections for a server, so a hidden page lets go of its one.
 *
 * @param path of one order's stream, or of all that the caller may see
 * @param onOrder is told of every new version besides
 */
export function useOrderStream(path: () => string, onOrder: (order: Order) => void = () => {}) {
  const queries = useQueryClient()
  const state = ref<StreamState>('connecting')
  const visible = ref(document.visibilityState === 'visible')
  const look = () => (visible.value = document.visibilityState === 'visible')
  document.addEventListener('visibilitychange', look)

  watchEffect((onCleanup) => {
    if (!visible.value) return
    const followed = path()
    const stream: Stream = follow<Order>(
      followed,
      (order) => {
        show(order)
        // the server ends the stream of an order that will not change any more
        if (order.archived && followed.includes(order.id)) {
          stream.close()
          state.value = 'ended'
        }
      },
      (next) => {
        // whatever happened while nobody listened is in the views
        if (next === 'open')
          void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('orders') })
        state.value = next
      },
    )
    onCleanup(() => stream.close())
  })
  onScopeDispose(() => document.removeEventListener('visibilitychange', look))

  function show(order: Order) {
    showOrder(queries, order)
    onOrder(order)
  }

  return { state }
}
