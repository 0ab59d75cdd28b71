import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { api, type Cart } from '@/api/client'
import { orderKey } from '@/shared/useOrderStream'
import { useSession } from '@/session/session'
import { attempts, outcomeUnknown, type Attempt } from './attempts'
import { orderIdOf } from './location'
import { CART } from './useCart'

/** Buys what is in the cart; answers the id of the order. */
export function useCheckout() {
  const queries = useQueryClient()
  const session = useSession()
  const mutation = useMutation({
    mutationFn: async (attempt: Attempt) => {
      const { key, ...body } = attempt
      const by = session.account?.id
      const { data, response } = await api.POST('/api/cart/checkout', {
        params: { header: { 'Idempotency-Key': key } },
        body,
      })
      if (data && session.account?.id === by) queries.setQueryData(orderKey(data.id), data)
      return data?.id ?? orderIdOf(response.headers.get('Location'))
    },
    onSettled: (_, thrown) => {
      attempts.ended(thrown ?? undefined)
      // an empty cart tells that the order was made
      if (outcomeUnknown(thrown)) void queries.invalidateQueries({ queryKey: CART })
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: CART })
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('orders') })
      void queries.invalidateQueries({ queryKey: ['mine', 'profile'] })
    },
  })
  return {
    ...mutation,
    attempt: (cart: Cart, paymentMethod: string, acceptPriceChanges: boolean) =>
      attempts.of(cart, paymentMethod, acceptPriceChanges),
  }
}
