import type { Order } from '@/api/client'
import type { OrderPages } from '@/shared/versions'

export type { OrderPages }

/** How many orders may wait until they are asked for; more of them are nothing to be shown one by one. */
const MOST_WAITING = 200

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

/** What waits to be shown, and whether the list has to be read anew to be right. */
export interface Arrivals {
  waiting: Order[]
  reread: boolean
}

/**
 * What a version of an order makes of those that wait.
 *
 * @param belongs whether it is among what the list is narrowed down to, as it is now
 * @param shown all that was read, newest first
 * @param more whether older ones are left to be read
 */
export function withVersion(
  waiting: readonly Order[],
  order: Order,
  belongs: boolean,
  shown: readonly Order[],
  more: boolean,
): Arrivals {
  const others = waiting.filter(({ id }) => id !== order.id)
  if (!belongs) return { waiting: others, reread: false }
  if (others.length < waiting.length)
    return { waiting: waiting.map((known) => (known.id === order.id ? order : known)), reread: false }
  if (isNewer(order, shown))
    return others.length < MOST_WAITING
      ? { waiting: [order, ...others], reread: false }
      : { waiting: [], reread: true }
  // one that came to belong here has its place among those that were read, or after the last of all
  const known = shown.some(({ id }) => id === order.id)
  const within = shown.some(({ createdAt }) => Date.parse(createdAt) <= Date.parse(order.createdAt))
  return { waiting: others, reread: !known && (within || !more) }
}

/** The pages with orders that came meanwhile before all others. */
export function withArrived(pages: OrderPages, arrived: readonly Order[]): OrderPages {
  const known = new Set(pages.pages.flatMap((page) => page.items.map(({ id }) => id)))
  const fresh = arrived.filter(({ id }) => !known.has(id))
  const [first, ...rest] = pages.pages
  return first ? { ...pages, pages: [{ ...first, items: [...fresh, ...first.items] }, ...rest] } : pages
}
