import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, body } from '@/api/client'
import type { Period } from './figures'

/** Figures of the last days; the former ones stay until those of another period are there. */
export function useStatistics(days: Ref<Period>, everyMilliseconds: Ref<number | false>) {
  return useQuery({
    queryKey: computed(() => ['desk', 'statistics', days.value]),
    queryFn: ({ signal }) =>
      body(api.GET('/api/admin/statistics', { params: { query: { days: days.value } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: everyMilliseconds,
  })
}
