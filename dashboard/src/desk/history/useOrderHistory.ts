import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, watch, type Ref } from 'vue'
import { api, body, type Order } from '@/api/client'
import { Problem } from '@/api/problem'
import type { AuditEntry } from './events'

const historyKey = (id: string) => ['desk', 'history', id] as const

/** Every event that touched an order, oldest first. */
export function useOrderHistory(id: () => string) {
  return useQuery({
    queryKey: computed(() => historyKey(id())),
    queryFn: () =>
      body(api.GET('/api/admin/orders/{id}/history', { params: { path: { id: id() } } })).then(
        ({ items }) => items,
      ),
  })
}

/** Reads the history anew. */
export function useHistoryRefresh() {
  const queries = useQueryClient()
  return (id: string) => queries.invalidateQueries({ queryKey: historyKey(id) })
}

/** The order as it stood just after an event, null where it did not exist yet. */
function stateAfter(id: string, { eventId }: AuditEntry) {
  return queryOptions({
    queryKey: ['desk', 'order-after', id, eventId],
    queryFn: () =>
      body(api.GET('/api/admin/orders/{id}', { params: { path: { id }, query: { event: eventId } } })).catch(
        (thrown: unknown): Order | null => {
          if (thrown instanceof Problem && thrown.status === 404) return null
          throw thrown
        },
      ),
    // the past stays as it was
    staleTime: Infinity,
  })
}

export interface Step {
  event: AuditEntry
  /** The state before the event and after it; null where there was no order. */
  before: Order | null
  after: Order | null
}

/**
 * What the selected event made of the order. While it is on its way the last one stays, and the neighbours are read ahead.
 */
export function useOrderStep(id: () => string, events: Ref<readonly AuditEntry[]>, index: Ref<number>) {
  const queries = useQueryClient()

  const step = (at: number) => {
    const order = id()
    const event = events.value[at]
    const previous = events.value[at - 1]
    return queryOptions({
      queryKey: ['desk', 'order-step', order, event?.eventId, previous?.eventId],
      queryFn: async (): Promise<Step | null> => {
        if (!event) return null
        const [before, after] = await Promise.all([
          previous ? queries.fetchQuery(stateAfter(order, previous)) : null,
          queries.fetchQuery(stateAfter(order, event)),
        ])
        return { event, before, after }
      },
      staleTime: Infinity,
    })
  }

  const query = useQuery(
    computed(() => ({ ...step(index.value), enabled: index.value >= 0, placeholderData: keepPreviousData })),
  )

  watch(
    () => [events.value.length, index.value] as const,
    ([length, at]) => {
      for (const neighbour of [at - 1, at + 1])
        if (neighbour >= 0 && neighbour < length) void queries.prefetchQuery(step(neighbour))
    },
    { immediate: true },
  )

  return query
}
