import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import type { Cart } from '@/api/client'
import { attempts } from './attempts'
import { CART, useCart } from './useCart'
import { useCartChanges } from './useCartChanges'

const { session, failed } = vi.hoisted(() => ({
  session: { account: { id: 'user-1' } as { id: string } | null, signedIn: true },
  failed: vi.fn(),
}))
vi.mock('@/session/session', () => ({ useSession: () => session }))
vi.mock('@/shared/useNotify', () => ({ useNotify: () => ({ done: vi.fn(), failed }) }))

const usd = (amount: string) => ({ amount, currency: 'USD' })
function cart(...products: string[]): Cart {
  return {
    customerId: 'user-1',
    items: products.map((productId) => ({
      productId,
      name: productId,
      unitPrice: usd('1.00'),
      quantity: 1,
      lineTotal: usd('1.00'),
    })),
    total: usd(`${products.length}.00`),
    updatedAt: '2026-01-01T00:00:00Z',
  }
}

type Answer = () => Response | Promise<Response>
const shown =
  (body: Cart): Answer =>
  () =>
    Response.json(body)
const later: Answer = () => new Response(null, { status: 202 })
const done: Answer = () => new Response(null, { status: 204 })

let server: { read: Answer; change: Answer }
let asked: string[]
let queries: QueryClient
let changes: ReturnType<typeof useCartChanges>
let close: () => void

beforeEach(async () => {
  vi.useFakeTimers()
  session.account = { id: 'user-1' }
  failed.mockReset()
  asked = []
  server = { read: shown(cart('lamp', 'mat')), change: later }
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`)
    return request.method === 'GET' ? server.read() : server.change()
  })
  queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const app = createApp({
    setup() {
      useCart()
      changes = useCartChanges()
      return () => null
    },
  })
  app.use(VueQueryPlugin, { queryClient: queries }).mount(document.createElement('div'))
  close = () => app.unmount()
  await passed(0)
  asked = []
})
afterEach(() => {
  close()
  queries.clear()
  attempts.forget()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const passed = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)
const products = () => queries.getQueryData<Cart>(CART)?.items.map(({ productId }) => productId)

it('a change that the server does not show yet stays on the screen, and is looked at again', async () => {
  changes.remove('mat')
  await passed(0.9)
  expect(products()).toEqual(['lamp'])
  expect(asked).toEqual(['DELETE /api/cart/items/mat'])

  server.read = shown(cart('lamp'))
  await passed(15)
  expect(products()).toEqual(['lamp'])
  expect(asked.slice(1)).toEqual(['GET /api/cart', 'GET /api/cart', 'GET /api/cart'])
})

it('a look for an earlier change does not undo a later one', async () => {
  changes.remove('mat')
  await passed(0.5)
  changes.remove('lamp')
  await passed(0.9)
  expect(products()).toEqual([])
  expect(asked).not.toContain('GET /api/cart')
})

it('an emptied cart is read at once when it is shown, and later when it is not yet', async () => {
  changes.clear()
  await passed(0.5)
  expect(products()).toEqual([])
  expect(asked).toEqual(['DELETE /api/cart'])

  asked = []
  server = { read: shown(cart()), change: done }
  changes.clear()
  await passed(0)
  expect(asked).toEqual(['DELETE /api/cart', 'GET /api/cart'])
})

it('changes that wait are not sent when somebody else is signed in, and the answer to the former is not shown', async () => {
  let answer: (response: Response) => void = () => {}
  server.change = () => new Promise((resolve) => (answer = resolve))
  changes.remove('mat')
  changes.remove('lamp')
  await passed(0)

  session.account = { id: 'user-2' }
  queries.setQueryData(CART, cart('theirs'))
  answer(Response.json(cart('lamp')))
  await passed(0)
  expect(asked).toEqual(['DELETE /api/cart/items/mat'])
  expect(products()).toEqual(['theirs'])
})

it('a refusal of what the former account asked for is not told to the next', async () => {
  let answer: (response: Response) => void = () => {}
  server.change = () => new Promise((resolve) => (answer = resolve))
  changes.remove('mat')
  await passed(0)
  session.account = null
  answer(new Response(null, { status: 409 }))
  await passed(0)
  expect(failed).not.toHaveBeenCalled()
})

it('the next checkout of the same things is another one once the cart was read empty', async () => {
  const first = attempts.of(cart('lamp'), 'card', false)
  await queries.refetchQueries({ queryKey: CART })
  expect(attempts.of(cart('lamp'), 'card', false)).toBe(first)
  server.read = shown(cart())
  await queries.refetchQueries({ queryKey: CART })
  expect(attempts.of(cart('lamp'), 'card', false).key).not.toBe(first.key)
})

it('the next checkout is another one once the cart was changed', async () => {
  const first = attempts.of(cart('lamp'), 'card', false)
  changes.setQuantity('lamp', 1)
  await passed(0)
  expect(attempts.of(cart('lamp'), 'card', false).key).not.toBe(first.key)
})
