import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, watch } from 'vue'
import { api, body } from '@/api/client'
import { useSession } from '@/session/session'

const RECENT = ['mine', 'recent-views'] as const

/** What the caller looked at last. */
export function useRecentViews() {
  const session = useSession()
  return useQuery({
    queryKey: RECENT,
    queryFn: async () => (await body(api.GET('/api/users/me/recent-views'))).items,
    enabled: computed(() => session.signedIn),
  })
}

/** Notes once that the product was looked at. */
export function useNoteView(id: () => string | undefined) {
  const session = useSession()
  const queries = useQueryClient()
  watch(
    () => (session.signedIn ? id() : undefined),
    async (viewed) => {
      if (!viewed) return
      try {
        await api.POST('/api/products/{id}/view', { params: { path: { id: viewed } } })
        await queries.invalidateQueries({ queryKey: RECENT })
      } catch {
        // a convenience: the list then lacks one product, which is nothing to trouble anybody with
      }
    },
    { immediate: true },
  )
}
