import type { Cart, Product } from '@/api/client'
import { sum, times } from './amounts'
import { MOST } from '../parts/quantity'

/** What the server will most likely answer, to be shown until it has. */
type Line = Cart['items'][number]

export function withProduct(cart: Cart, product: Product, quantity: number): Cart {
  const known = cart.items.find(({ productId }) => productId === product.id)
  return known
    ? withQuantity(cart, product.id, known.quantity + quantity)
    : counted(cart, [
        ...cart.items,
        {
          productId: product.id,
          name: product.name,
          unitPrice: product.price,
          quantity,
          lineTotal: times(product.price, quantity),
        },
      ])
}

export function withQuantity(cart: Cart, productId: string, quantity: number): Cart {
  const bounded = Math.min(Math.max(quantity, 1), MOST)
  return counted(
    cart,
    cart.items.map((line) =>
      line.productId === productId
        ? { ...line, quantity: bounded, lineTotal: times(line.unitPrice, bounded) }
        : line,
    ),
  )
}

export function without(cart: Cart, productId: string): Cart {
  return counted(
    cart,
    cart.items.filter((line) => line.productId !== productId),
  )
}

export function emptied(cart: Cart): Cart {
  return counted(cart, [])
}

function counted(cart: Cart, items: Line[]): Cart {
  const total = sum(items.map(({ lineTotal }) => lineTotal))
  return { ...cart, items, total: total ?? times(cart.total, 0) }
}
