import { replaceEqualDeep, type InfiniteData } from '@tanstack/vue-query'
import type { Order } from '@/api/client'

export type OrderPages = InfiniteData<{ items: Order[]; nextCursor: string | null }>

/** Whether version `a` of an order came after version `b` of it. */
export function newer(a: string, b: string): boolean {
  const [a1 = 0, a2 = 0] = a.split('.').map(Number)
  const [b1 = 0, b2 = 0] = b.split('.').map(Number)
  return a1 === b1 ? a2 > b2 : a1 > b1
}

/** What is known of an order when another version of it came in, which may have been on its way for longer. */
export function latest(known: Order | undefined, came: Order): Order {
  return known?.id === came.id && newer(known.version, came.version) ? known : came
}

/** How the query of one order takes what was read. */
export function keepLatest(known: unknown, read: unknown): unknown {
  return replaceEqualDeep(known, latest(known as Order | undefined, read as Order))
}

/** How a list of orders takes what was read. */
export function keepLatestOfEach(known: unknown, read: unknown): unknown {
  const items = (known as OrderPages | undefined)?.pages.flatMap((page) => page.items) ?? []
  const byId = new Map(items.map((order) => [order.id, order]))
  const pages = read as OrderPages
  return replaceEqualDeep(known, {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((order) => latest(byId.get(order.id), order)),
    })),
  })
}
