import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Order, OrderStatus } from '@/api/client'

export const STATUSES: readonly OrderStatus[] = [
  'CREATED',
  'PROCESSING',
  'SHIPPING',
  'DELIVERED',
  'CANCELLED',
]

export interface OrderFilters {
  status: OrderStatus | null
  customerId: string
  /** Null for both. */
  archived: boolean | null
  flagged: boolean
}

/** The filters of an address; what makes no sense in it is passed over. */
export function filtersOf(query: LocationQuery): OrderFilters {
  return {
    status: STATUSES.find((status) => status === query.status) ?? null,
    customerId: typeof query.customerId === 'string' ? query.customerId.trim() : '',
    archived: query.archived === 'true' ? true : query.archived === 'false' ? false : null,
    flagged: query.flagged === 'true',
  }
}

/** The address of filters; what is not narrowed down is not in it. */
export function queryOf({ status, customerId, archived, flagged }: OrderFilters): LocationQueryRaw {
  return {
    ...(status && { status }),
    ...(customerId && { customerId }),
    ...(archived !== null && { archived: String(archived) }),
    ...(flagged && { flagged: 'true' }),
  }
}

/** What the server is asked for. */
export function searchOf({ status, customerId, archived, flagged }: OrderFilters) {
  return {
    status: status ?? undefined,
    customerId: customerId || undefined,
    archived: archived ?? undefined,
    flagged: flagged || undefined,
  }
}

/** Whether an order belongs to what is shown, as it is now. */
export function matches(filters: OrderFilters, order: Order): boolean {
  return (
    (filters.status === null || order.status === filters.status) &&
    (filters.customerId === '' || order.customerId === filters.customerId) &&
    (filters.archived === null || order.archived === filters.archived) &&
    (!filters.flagged || order.flagged)
  )
}
