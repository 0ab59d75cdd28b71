import type { Order, OrderStatus } from '@/api/client'

/** What an administrator may make of an order by hand, the next step first. The server has the last word. */
export function stepsByHand({ status, payment }: Pick<Order, 'status' | 'payment'>): OrderStatus[] {
  switch (status) {
    case 'CREATED':
      // it is asked to be paid once its stock is reserved, and processed once it is paid
      return payment?.status === 'CAPTURED' ? ['PROCESSING', 'CANCELLED'] : ['CANCELLED']
    case 'PROCESSING':
      return ['SHIPPING', 'CANCELLED']
    case 'SHIPPING':
      return ['DELIVERED', 'CANCELLED']
    default:
      return []
  }
}
