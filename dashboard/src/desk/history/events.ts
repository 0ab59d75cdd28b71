import { Boxes, CreditCard, Package, ShoppingCart, type LucideIcon } from '@lucide/vue'
import type { Schemas } from '@/api/client'

export type AuditEntry = Schemas['AuditEntry']
export type Subject = 'cart' | 'order' | 'payment' | 'stock'

/** The events that the audit trail keeps, by what they happen to. */
export const EVENT_TYPES: Record<Subject, readonly string[]> = {
  cart: ['CartCheckedOut', 'CartCleared', 'CartItemAdded', 'CartItemQuantityChanged', 'CartItemRemoved'],
  order: [
    'OrderArchived',
    'OrderCancelled',
    'OrderCreated',
    'OrderDelivered',
    'OrderFlagged',
    'OrderPaid',
    'OrderPaymentDeclined',
    'OrderPaymentRetried',
    'OrderProcessingStarted',
    'OrderShipped',
    'OrderStockReserved',
  ],
  payment: [
    'PaymentCaptured',
    'PaymentDeclined',
    'PaymentRefundRequested',
    'PaymentRefunded',
    'PaymentRequested',
    'PaymentVoided',
  ],
  stock: [
    'StockAdjusted',
    'StockDispatched',
    'StockReceived',
    'StockRegistered',
    'StockRejected',
    'StockReleased',
    'StockReserved',
    'StockReturned',
  ],
}

export const SUBJECT_ICONS: Record<Subject, LucideIcon> = {
  cart: ShoppingCart,
  order: Package,
  payment: CreditCard,
  stock: Boxes,
}

/** What an event happened to: its type begins with it. */
export function subjectOf(type: string): Subject {
  return (
    (['cart', 'payment', 'stock'] as const).find((subject) => type.toLowerCase().startsWith(subject)) ??
    'order'
  )
}
