import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, body } from '@/api/client'

/** Who the customers of orders are: as many as one request tells, for more are known by their ids alone. */
export function useAccounts() {
  const { data } = useQuery({
    queryKey: ['desk', 'accounts'],
    queryFn: async ({ signal }) =>
      (await body(api.GET('/api/users', { params: { query: { limit: 100 } }, signal }))).items,
    staleTime: 300_000,
  })
  const accounts = computed(() => data.value ?? [])
  const byId = computed(() => new Map(accounts.value.map((account) => [account.id, account])))
  return { accounts, userName: (id: string) => byId.value.get(id)?.username ?? null }
}
