import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, body } from '@/api/client'
import { useSession } from '@/session/session'
import { attempts } from './attempts'

export const CART = ['mine', 'cart'] as const

/** The own cart; nobody's is empty. */
export function useCart() {
  const session = useSession()
  return useQuery({
    queryKey: CART,
    queryFn: async () => {
      const cart = await body(api.GET('/api/cart'))
      // what was to be bought is bought, though the answer may have been lost
      if (cart.items.length === 0) attempts.forget()
      return cart
    },
    enabled: computed(() => session.signedIn),
  })
}

/** How many pieces are in it. */
export function useCartCount() {
  const { data } = useCart()
  return computed(() => data.value?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0)
}
