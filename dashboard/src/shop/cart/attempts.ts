import type { Cart } from '@/api/client'
import { Problem } from '@/api/problem'

/** One wish to buy what is in the cart: however often it is sent, it makes one order. */
export interface Attempt {
  readonly key: string
  readonly paymentMethod: string
  readonly acceptPriceChanges: boolean
}

/**
 * Whether nobody knows what became of a request: no answer came, or one of a server in trouble. The order may have been
 * made; the same attempt must then be sent again rather than another one.
 */
export function outcomeUnknown(thrown: unknown): boolean {
  return (
    thrown instanceof TypeError ||
    (thrown instanceof Problem && (thrown.status === 0 || thrown.status >= 500))
  )
}

/** Keeps the attempt of an account whose outcome is unknown, until it is known. */
export class Attempts {
  private open: { attempt: Attempt; what: string } | null = null
  private readonly newKey: () => string

  constructor(newKey: () => string = () => crypto.randomUUID()) {
    this.newKey = newKey
  }

  /** The attempt to buy this cart in this way: the one whose outcome is unknown, if it is the same. */
  of(cart: Cart, paymentMethod: string, acceptPriceChanges: boolean): Attempt {
    const lines = cart.items.map(({ productId, quantity }) => [productId, quantity])
    const what = JSON.stringify([cart.customerId, lines, paymentMethod, acceptPriceChanges])
    if (this.open?.what !== what)
      this.open = { attempt: { key: this.newKey(), paymentMethod, acceptPriceChanges }, what }
    return this.open.attempt
  }

  /** Tells how it ended; a refused attempt is over, and its key of no use any more. */
  ended(thrown?: unknown): void {
    if (!outcomeUnknown(thrown)) this.forget()
  }

  /** The cart is not any more what was to be bought: the next attempt is a wish of its own, even if it looks the same. */
  forget(): void {
    this.open = null
  }
}

// of the session rather than of the page, so that leaving the cart and coming back is still the same attempt
export const attempts = new Attempts()
