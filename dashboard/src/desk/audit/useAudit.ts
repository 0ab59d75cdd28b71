import { keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, body } from '@/api/client'
import { given, type AuditFilters } from './auditFilters'

const PAGE = 50

/** The audit trail, newest first. */
export function useAudit(filters: Ref<AuditFilters>) {
  const query = useInfiniteQuery({
    queryKey: computed(() => ['desk', 'audit', given(filters.value)]),
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET('/api/admin/audit', {
          params: {
            query: { ...given(filters.value), limit: PAGE, ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const entries = computed(() => query.data.value?.pages.flatMap(({ items }) => items) ?? [])
  return { query, entries }
}
