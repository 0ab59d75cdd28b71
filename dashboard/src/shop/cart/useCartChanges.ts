import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { api, type Cart, type Product } from '@/api/client'
import { useSession } from '@/session/session'
import { useNotify } from '@/shared/useNotify'
import { CART } from './useCart'
import { emptied, withProduct, withQuantity, without } from './lines'

interface Change {
  /** What it makes of the cart that is shown. */
  shown: (cart: Cart) => Cart
  /** What the server makes of it: the cart, or nothing when its views need longer. */
  send: () => Promise<Cart | undefined>
  /** What is left to do when it has come through. */
  then?: () => void
}

/** The change of a line's quantity that counts, by product: of those that wait, only the last is sent. */
const wanted = new Map<string, symbol>()

/**
 * Changes of the own cart, shown at once and taken back when they are refused. They are sent one after the other, and an
 * answer is shown only when no later change waits, so that a quick hand never sees an old number again.
 */
function useChange() {
  const queries = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationKey: ['cart'],
    scope: { id: 'cart' },
    mutationFn: (change: Change) => change.send(),
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey: CART })
      queries.setQueryData<Cart>(CART, (cart) => cart && change.shown(cart))
    },
    onSuccess: (cart, { then }) => {
      then?.()
      if (queries.isMutating({ mutationKey: ['cart'] }) > 1) return
      if (cart) queries.setQueryData<Cart>(CART, cart)
      else void queries.invalidateQueries({ queryKey: CART })
    },
    onError: async (thrown) => {
      notify.failed(thrown)
      if (queries.isMutating({ mutationKey: ['cart'] }) > 1) return
      // the cart as it is, rather than as it was when the refused change was made: others may have come through
      await queries.invalidateQueries({ queryKey: CART })
    },
  })
}

export function useCartChanges() {
  const queries = useQueryClient()
  const { mutate } = useChange()
  return {
    setQuantity(productId: string, quantity: number) {
      const own = Symbol(productId)
      wanted.set(productId, own)
      mutate({
        shown: (cart) => withQuantity(cart, productId, quantity),
        send: async () =>
          wanted.get(productId) === own
            ? (
                await api.PUT('/api/cart/items/{productId}', {
                  params: { path: { productId } },
                  body: { quantity },
                })
              ).data
            : queries.getQueryData<Cart>(CART),
      })
    },
    remove(productId: string) {
      mutate({
        shown: (cart) => without(cart, productId),
        send: async () =>
          (await api.DELETE('/api/cart/items/{productId}', { params: { path: { productId } } })).data,
      })
    },
    clear() {
      mutate({
        shown: emptied,
        send: async () => {
          await api.DELETE('/api/cart')
          return undefined
        },
      })
    },
  }
}

/** Puts a product into the cart; who is not signed in is led to do so, and back to where it was. */
export function useAddToCart() {
  const { t } = useI18n()
  const session = useSession()
  const route = useRoute()
  const router = useRouter()
  const notify = useNotify()
  const { mutate } = useChange()

  return (product: Product, quantity = 1) => {
    if (!session.signedIn) {
      void router.push({ name: 'sign-in', query: { next: route.fullPath } })
      return
    }
    // made once, so that the same addition sent twice is one
    const key = crypto.randomUUID()
    mutate({
      shown: (cart) => withProduct(cart, product, quantity),
      send: async () =>
        (
          await api.POST('/api/cart/items', {
            params: { header: { 'Idempotency-Key': key } },
            body: { productId: product.id, quantity },
          })
        ).data,
      then: () => notify.done(t('shop.cart.added', { name: product.name }, quantity)),
    })
  }
}
