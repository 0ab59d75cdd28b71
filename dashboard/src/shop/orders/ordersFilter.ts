import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Order, OrderStatus } from '@/api/client'

export const STATUSES = ['CREATED', 'PROCESSING', 'SHIPPING', 'DELIVERED', 'CANCELLED'] as const
export const SHELVES = ['current', 'archive', 'both'] as const
export type Shelf = (typeof SHELVES)[number]

/** Which orders are wanted. */
export interface OrdersFilter {
  status: OrderStatus | ''
  shelf: Shelf
}

export const USUAL: Readonly<OrdersFilter> = { status: '', shelf: 'both' }

export function ordersFilterOf(query: LocationQuery): OrdersFilter {
  return {
    status: STATUSES.find((status) => status === query.status) ?? USUAL.status,
    shelf: SHELVES.find((shelf) => shelf === query.show) ?? USUAL.shelf,
  }
}

export function ordersQueryOf({ status, shelf }: OrdersFilter): LocationQueryRaw {
  return { ...(status && { status }), ...(shelf !== USUAL.shelf && { show: shelf }) }
}

export function ordersSearchOf({ status, shelf }: OrdersFilter) {
  return { status: status || undefined, archived: shelf === 'both' ? undefined : shelf === 'archive' }
}

/** Whether the order is one of those that are wanted. */
export function matches(order: Pick<Order, 'status' | 'archived'>, { status, shelf }: OrdersFilter): boolean {
  return (
    (!status || order.status === status) && (shelf === 'both' || order.archived === (shelf === 'archive'))
  )
}
