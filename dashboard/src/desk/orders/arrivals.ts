import type { InfiniteData } from '@tanstack/vue-query'
import type { Order } from '@/api/client'

export type OrderPages = InfiniteData<{ items: Order[]; nextCursor: string | null }>

/** The newest orders, an order that was not among them included; one that is older than all of them is not. */
export function withNewest(orders: readonly Order[], order: Order, most: number): Order[] {
  const others = orders.filter(({ id }) => id !== order.id)
  return [...others, order]
    .sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt))
    .slice(0, most)
}

/** Whether the order came after all that are shown. */
export function isNewer(order: Order, shown: readonly Order[]): boolean {
  return shown.every(
    ({ id, createdAt }) => id !== order.id && Date.parse(createdAt) <= Date.parse(order.createdAt),
  )
}

/** The pages with orders that came meanwhile before all others. */
export function withArrived(pages: OrderPages, arrived: readonly Order[]): OrderPages {
  const known = new Set(pages.pages.flatMap((page) => page.items.map(({ id }) => id)))
  const fresh = arrived.filter(({ id }) => !known.has(id))
  const [first, ...rest] = pages.pages
  return first ? { ...pages, pages: [{ ...first, items: [...fresh, ...first.items] }, ...rest] } : pages
}
