import { describe, expect, it } from 'vitest'
import type { Order, Schemas } from '@/api/client'
import { timelineOf } from './timeline'

const usd = { amount: '10.00', currency: 'USD' }
const at = (second: number) => `2026-03-01T10:00:${String(second).padStart(2, '0')}Z`

function order(changes: object): Order {
  return {
    id: 'order-1',
    customerId: 'user-1',
    status: 'CREATED',
    statusLabel: 'Created',
    items: [],
    total: usd,
    payment: null,
    nextStep: null,
    cancellation: null,
    flagged: false,
    createdAt: at(0),
    updatedAt: at(9),
    archived: false,
    version: '1.0',
    ...changes,
  } as unknown as Order
}

function payment(
  attempt: number,
  status: Schemas['Payment']['status'],
  changes: Partial<Schemas['Payment']> = {},
): Schemas['Payment'] {
  return {
    id: `payment-${attempt}`,
    attempt,
    status,
    method: 'card',
    amount: usd,
    reason: '',
    requestedAt: at(attempt),
    updatedAt: at(attempt + 1),
    ...changes,
  }
}

const kinds = (...args: Parameters<typeof timelineOf>) =>
  timelineOf(...args).map(({ kind, state }) => `${kind} ${state}`)

describe('the timeline of an order', () => {
  it('begins with the order, and says what is ahead', () => {
    expect(kinds(order({}), [])).toEqual([
      'ordered done',
      'payment ahead',
      'processing ahead',
      'shipping ahead',
      'delivered ahead',
    ])
  })

  it('shows a payment that is being asked for', () => {
    const [, paying] = timelineOf(order({ payment: { status: 'PENDING' } }), [payment(1, 'PENDING')])
    expect(paying).toMatchObject({ kind: 'paying', state: 'now', at: at(1), method: 'card' })
  })

  it('waits for the customer after a decline, until the payment is due', () => {
    const declined = order({
      payment: { status: 'DECLINED' },
      nextStep: { what: 'PAYMENT_DUE', dueAt: at(50) },
    })
    const [, first, next] = timelineOf(declined, [payment(1, 'DECLINED', { reason: 'card-declined' })])
    expect(first).toMatchObject({ kind: 'declined', state: 'done', at: at(2), reason: 'card-declined' })
    expect(next).toMatchObject({ kind: 'payment', state: 'now', due: at(50) })
  })

  it('has the attempts in their order, however they come', () => {
    expect(kinds(order({ status: 'PROCESSING' }), [payment(2, 'CAPTURED'), payment(1, 'DECLINED')])).toEqual([
      'ordered done',
      'declined done',
      'paid done',
      'processing now',
      'shipping ahead',
      'delivered ahead',
    ])
  })

  it('knows when the last step was, and when the next is expected', () => {
    const shipping = order({ status: 'SHIPPING', nextStep: { what: 'DELIVER', dueAt: at(40) } })
    expect(timelineOf(shipping, [payment(1, 'CAPTURED')]).slice(2)).toEqual([
      { kind: 'processing', state: 'done', at: null, due: null },
      { kind: 'shipping', state: 'now', at: at(9), due: null },
      { kind: 'delivered', state: 'ahead', at: null, due: at(40) },
    ])
  })

  it('is over when the order is delivered', () => {
    expect(timelineOf(order({ status: 'DELIVERED' }), []).at(-1)).toEqual({
      kind: 'delivered',
      state: 'done',
      at: at(9),
      due: null,
    })
  })

  it('makes up no time of delivery once the order is archived or flagged', () => {
    const { at: archived } = timelineOf(order({ status: 'DELIVERED', archived: true }), []).at(-1) ?? {}
    const { at: flagged } = timelineOf(order({ status: 'DELIVERED', flagged: true }), []).at(-1) ?? {}
    expect([archived, flagged]).toEqual([null, null])
  })

  it('ends with the cancellation and with what became of the money', () => {
    const cancellation = { reason: 'CHANGED_MIND', by: 'CUSTOMER', at: at(5) }
    const gone = order({ status: 'CANCELLED', cancellation })
    const line = timelineOf(gone, [payment(1, 'REFUNDED', { updatedAt: at(7) })])
    expect(line.map(({ kind, at: when }) => [kind, when])).toEqual([
      ['ordered', at(0)],
      ['paid', null],
      ['cancelled', at(5)],
      ['refunded', at(7)],
    ])
    expect(line[2]?.cancellation).toEqual(cancellation)
  })

  it('tells of a payment that was called off with the order', () => {
    expect(kinds(order({ status: 'CANCELLED' }), [payment(1, 'VOIDED')])).toEqual([
      'ordered done',
      'cancelled done',
      'voided done',
    ])
  })
})
