import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, body } from '@/api/client'
import { useSession } from '@/session/session'

export const CART = ['mine', 'cart'] as const

/** The own cart; nobody's is empty. */
export function useCart() {
  const session = useSession()
  return useQuery({
    queryKey: CART,
    queryFn: () => body(api.GET('/api/cart')),
    enabled: computed(() => session.signedIn),
  })
}

/** How many pieces are in it. */
export function useCartCount() {
  const { data } = useCart()
  return computed(() => data.value?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0)
}
