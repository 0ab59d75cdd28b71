import type { Order } from '@/api/client'

export type ChangeKind = 'added' | 'removed' | 'changed'
type Item = Order['items'][number]

/** One field before and after; kind is null where it stayed the same. */
export interface Field<T> {
  kind: ChangeKind | null
  before: T | null
  after: T | null
}

export interface ItemRow extends Field<Item> {
  productId: string
  /** What is other than before, where the line was there before. */
  parts: readonly ('name' | 'unitPrice' | 'quantity' | 'lineTotal')[]
}

/** What an event made of an order. */
export interface OrderDiff {
  status: Field<Order['status']>
  total: Field<Order['total']>
  payment: Field<Order['payment']>
  nextStep: Field<Order['nextStep']>
  cancellation: Field<Order['cancellation']>
  flagged: Field<boolean>
  archived: Field<boolean>
  /** The lines as they are now, each where it is, and those that went away after them. */
  items: readonly ItemRow[]
  /** How many fields and lines are other than before. */
  changes: number
}

const PARTS = ['name', 'unitPrice', 'quantity', 'lineTotal'] as const

/** @param before null where there was no order yet */
export function orderDiff(before: Order | null, after: Order): OrderDiff {
  const fields = {
    status: field(before?.status, after.status),
    total: field(before?.total, after.total),
    payment: field(before?.payment, after.payment),
    nextStep: field(before?.nextStep, after.nextStep),
    cancellation: field(before?.cancellation, after.cancellation),
    flagged: mark(before?.flagged ?? false, after.flagged),
    archived: mark(before?.archived ?? false, after.archived),
  }
  const items = itemRows(before?.items ?? [], after.items)
  const changes = [...Object.values(fields), ...items].filter(({ kind }) => kind !== null).length
  return { ...fields, items, changes }
}

function field<T>(before: T | null | undefined, after: T | null | undefined): Field<T> {
  const old = before ?? null
  const now = after ?? null
  return { kind: kindOf(old, now), before: old, after: now }
}

/** A mark is set or taken away; one that was never there is no news. */
function mark(before: boolean, after: boolean): Field<boolean> {
  return { kind: before === after ? null : after ? 'added' : 'removed', before, after }
}

function kindOf(before: unknown, after: unknown): ChangeKind | null {
  if (before === null) return after === null ? null : 'added'
  if (after === null) return 'removed'
  return same(before, after) ? null : 'changed'
}

function itemRows(before: readonly Item[], after: readonly Item[]): ItemRow[] {
  const earlier = new Map(before.map((item) => [item.productId, item]))
  const rows = after.map((item): ItemRow => {
    const old = earlier.get(item.productId) ?? null
    earlier.delete(item.productId)
    const parts = old ? PARTS.filter((part) => !same(old[part], item[part])) : []
    return {
      productId: item.productId,
      kind: old === null ? 'added' : parts.length > 0 ? 'changed' : null,
      before: old,
      after: item,
      parts,
    }
  })
  const gone = [...earlier.values()].map((old): ItemRow => ({
    productId: old.productId,
    kind: 'removed',
    before: old,
    after: null,
    parts: [],
  }))
  return [...rows, ...gone]
}

function same(one: unknown, other: unknown): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object')
    return one === other
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) =>
    same((one as Record<string, unknown>)[name] ?? null, (other as Record<string, unknown>)[name] ?? null),
  )
}
