import type { Product } from '@/api/client'

/** From how many pieces on it is worth telling that few are left. */
const FEW = 5

export type Stock = 'discontinued' | 'none' | 'few' | 'enough'

export function stockOf(product: Pick<Product, 'available' | 'discontinued'>): Stock {
  if (product.discontinued) return 'discontinued'
  if (product.available <= 0) return 'none'
  return product.available <= FEW ? 'few' : 'enough'
}

export function sellable(product: Pick<Product, 'available' | 'discontinued'>): boolean {
  return product.available > 0 && !product.discontinued
}
