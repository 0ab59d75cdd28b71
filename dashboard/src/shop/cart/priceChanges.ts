import type { Cart, Money } from '@/api/client'
import { Problem } from '@/api/problem'
import { sum, times } from './amounts'

export interface PriceChange {
  productId: string
  name: string
  oldPrice: Money
  newPrice: Money
}

/** What costs something else now, when that is why a checkout was refused; null when it is not. */
export function priceChangesOf(thrown: unknown): PriceChange[] | null {
  if (!(thrown instanceof Problem) || thrown.code !== 'PRICE_CHANGED') return null
  const { items } = thrown.facts
  return Array.isArray(items) ? items.filter(isPriceChange) : []
}

/** What the cart costs at the new prices. */
export function totalAt(cart: Cart, changes: readonly PriceChange[]): Money | null {
  const prices = new Map(changes.map(({ productId, newPrice }) => [productId, newPrice]))
  return sum(
    cart.items.map(({ productId, unitPrice, quantity }) =>
      times(prices.get(productId) ?? unitPrice, quantity),
    ),
  )
}

function isPriceChange(item: unknown): item is PriceChange {
  return (
    isRecord(item) &&
    typeof item.productId === 'string' &&
    typeof item.name === 'string' &&
    isMoney(item.oldPrice) &&
    isMoney(item.newPrice)
  )
}

function isMoney(value: unknown): value is Money {
  return isRecord(value) && typeof value.amount === 'string' && typeof value.currency === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
