import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { api, type Cart, type Product } from '@/api/client'
import { useSession } from '@/session/session'
import { useNotify } from '@/shared/useNotify'
import { lookAgain } from '@/shared/lookAgain'
import { attempts } from './attempts'
import { CART } from './useCart'
import { emptied, withProduct, withQuantity, without } from './lines'

interface Change {
  /** What it makes of the cart that is shown. */
  shown: (cart: Cart) => Cart
  /** What the server answers: the cart, or nothing when its views need longer; null when it was not asked. */
  send: () => Promise<{ data?: Cart; response: Response } | null>
  /** What is left to do when it has come through. */
  then?: () => void
}

/** A change, and the account whose cart it is of. */
interface OwnChange extends Change {
  of: string | undefined
}

/** The change of a line's quantity that counts, by product: of those that wait, only the last is sent. */
const wanted = new Map<string, symbol>()

/** Ends the looks for a change that was not shown yet: they know nothing of a later one. */
let stopLooking = () => {}

/**
 * Changes of the own cart, shown at once and taken back when they are refused. They are sent one after the other, and an
 * answer is shown only when no later change waits, so that a quick hand never sees an old number again. Those that still
 * wait when somebody else signs in are not sent: it is not that account's cart they are of.
 */
function useChange() {
  const queries = useQueryClient()
  const notify = useNotify()
  const session = useSession()
  const others = () => queries.isMutating({ mutationKey: ['cart'] }) > 1
  const isOwn = ({ of }: OwnChange) => session.account?.id === of

  const { mutate } = useMutation({
    mutationKey: ['cart'],
    scope: { id: 'cart' },
    mutationFn: async (change: OwnChange) => (isOwn(change) ? await change.send() : null),
    onMutate: async (change) => {
      stopLooking()
      await queries.cancelQueries({ queryKey: CART })
      queries.setQueryData<Cart>(CART, (cart) => cart && change.shown(cart))
    },
    onSuccess: (answer, change) => {
      if (!answer || !isOwn(change)) return
      attempts.forget()
      change.then?.()
      if (others()) return
      const { data, response } = answer
      if (data) queries.setQueryData<Cart>(CART, data)
      // the cart that the server would show now is without the change
      else if (response.status === 202)
        stopLooking = lookAgain(() => void queries.invalidateQueries({ queryKey: CART }))
      else void queries.invalidateQueries({ queryKey: CART })
    },
    onError: async (thrown, change) => {
      if (!isOwn(change)) return
      notify.failed(thrown)
      if (others()) return
      // the cart as it is, rather than as it was when the refused change was made: others may have come through
      await queries.invalidateQueries({ queryKey: CART })
    },
  })
  return (change: Change) => mutate({ ...change, of: session.account?.id })
}

export function useCartChanges() {
  const change = useChange()
  return {
    setQuantity(productId: string, quantity: number) {
      const own = Symbol(productId)
      wanted.set(productId, own)
      change({
        shown: (cart) => withQuantity(cart, productId, quantity),
        send: async () =>
          wanted.get(productId) === own
            ? await api.PUT('/api/cart/items/{productId}', {
                params: { path: { productId } },
                body: { quantity },
              })
            : null,
      })
    },
    remove(productId: string) {
      change({
        shown: (cart) => without(cart, productId),
        send: () => api.DELETE('/api/cart/items/{productId}', { params: { path: { productId } } }),
      })
    },
    clear() {
      change({
        shown: emptied,
        send: () => api.DELETE('/api/cart'),
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
  const change = useChange()

  return (product: Product, quantity = 1) => {
    if (!session.signedIn) {
      void router.push({ name: 'sign-in', query: { next: route.fullPath } })
      return
    }
    // made once, so that the same addition sent twice is one
    const key = crypto.randomUUID()
    change({
      shown: (cart) => withProduct(cart, product, quantity),
      send: () =>
        api.POST('/api/cart/items', {
          params: { header: { 'Idempotency-Key': key } },
          body: { productId: product.id, quantity },
        }),
      then: () => notify.done(t('shop.cart.added', { name: product.name }, quantity)),
    })
  }
}
