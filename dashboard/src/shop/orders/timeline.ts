import type { Order, Schemas } from '@/api/client'

type Payment = Schemas['Payment']
type Step = 'processing' | 'shipping' | 'delivered'

export interface Happening {
  kind:
    | 'ordered'
    | 'payment'
    | 'paying'
    | 'paid'
    | 'declined'
    | 'voided'
    | 'refunding'
    | 'refunded'
    | 'cancelled'
    | Step
  state: 'done' | 'now' | 'ahead'
  /** When it happened, where that is known. */
  at: string | null
  /** When it is expected, where that is known. */
  due: string | null
  method?: string
  /** Why a payment was declined, in the provider's code. */
  reason?: string
  cancellation?: Schemas['OrderCancellation']
}

const STEPS: { kind: Step; status: Order['status']; begun: Schemas['OrderStep']['what'] }[] = [
  { kind: 'processing', status: 'PROCESSING', begun: 'START_PROCESSING' },
  { kind: 'shipping', status: 'SHIPPING', begun: 'SHIP' },
  { kind: 'delivered', status: 'DELIVERED', begun: 'DELIVER' },
]

/**
 * What happened to an order and what is still ahead, as far as an order and its payments tell it. Of the steps only the last
 * one's time is known: it was the order's last change.
 */
export function timelineOf(order: Order, payments: readonly Payment[]): Happening[] {
  const attempts = [...payments].sort((a, b) => a.attempt - b.attempt)
  const ordered: Happening = { kind: 'ordered', state: 'done', at: order.createdAt, due: null }
  return order.status === 'CANCELLED'
    ? [ordered, ...attempts.flatMap(asked), ...cancelled(order), ...attempts.flatMap(undone)]
    : [
        ordered,
        ...attempts.flatMap(asked),
        ...attempts.flatMap(undone),
        ...stillToPay(order, attempts),
        ...steps(order),
      ]
}

function asked({ status, method, reason, requestedAt, updatedAt }: Payment): Happening[] {
  switch (status) {
    case 'PENDING':
      return [{ kind: 'paying', state: 'now', at: requestedAt, due: null, method }]
    case 'CAPTURED':
      return [{ kind: 'paid', state: 'done', at: updatedAt, due: null, method }]
    case 'DECLINED':
      return [
        { kind: 'declined', state: 'done', at: updatedAt, due: null, method, reason: reason ?? undefined },
      ]
    case 'REFUND_REQUESTED':
    case 'REFUNDED':
      // its last change is the refund's
      return [{ kind: 'paid', state: 'done', at: null, due: null, method }]
    case 'VOIDED':
      return []
  }
}

function undone({ status, method, updatedAt }: Payment): Happening[] {
  switch (status) {
    case 'VOIDED':
      return [{ kind: 'voided', state: 'done', at: updatedAt, due: null, method }]
    case 'REFUND_REQUESTED':
      return [{ kind: 'refunding', state: 'now', at: updatedAt, due: null, method }]
    case 'REFUNDED':
      return [{ kind: 'refunded', state: 'done', at: updatedAt, due: null, method }]
    default:
      return []
  }
}

function cancelled({ cancellation, updatedAt }: Order): Happening[] {
  return [
    {
      kind: 'cancelled',
      state: 'done',
      at: cancellation?.at ?? updatedAt,
      due: null,
      cancellation: cancellation ?? undefined,
    },
  ]
}

function stillToPay(order: Order, attempts: readonly Payment[]): Happening[] {
  const answered = attempts.some(({ status }) => status === 'PENDING' || status === 'CAPTURED')
  if (order.status !== 'CREATED' || answered) return []
  return [
    {
      kind: 'payment',
      state: order.payment?.status === 'DECLINED' ? 'now' : 'ahead',
      at: null,
      due: order.nextStep?.what === 'PAYMENT_DUE' ? order.nextStep.dueAt : null,
    },
  ]
}

function steps(order: Order): Happening[] {
  const reached = STEPS.findIndex(({ status }) => status === order.status)
  // a flag, or the way to the archive, is a later change than the step itself
  const since = order.flagged || order.archived ? null : order.updatedAt
  return STEPS.map(({ kind, status, begun }, n): Happening => {
    if (n > reached)
      return {
        kind,
        state: 'ahead',
        at: null,
        due: order.nextStep?.what === begun ? order.nextStep.dueAt : null,
      }
    if (n < reached) return { kind, state: 'done', at: null, due: null }
    return { kind, state: status === 'DELIVERED' ? 'done' : 'now', at: since, due: null }
  })
}
