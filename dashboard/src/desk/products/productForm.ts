import type { Product, Schemas } from '@/api/client'

/** A product as it is typed. */
export interface ProductForm {
  sku: string
  name: string
  description: string
  category: string
  manufacturer: string
  amount: string
  currency: string
}

export function blankForm(currency: string): ProductForm {
  return { sku: '', name: '', description: '', category: '', manufacturer: '', amount: '', currency }
}

export function formOf(product: Product): ProductForm {
  return {
    sku: product.sku,
    name: product.name,
    description: product.description ?? '',
    category: product.category,
    manufacturer: product.manufacturer ?? '',
    amount: product.price.amount,
    currency: product.price.currency,
  }
}

/** What may be said of a product later, too; the server judges whether it is right. */
export function changeOf(form: ProductForm): Schemas['ProductChange'] {
  return {
    name: form.name,
    description: form.description,
    category: form.category,
    manufacturer: form.manufacturer,
    price: { amount: decimal(form.amount), currency: form.currency.trim().toUpperCase() },
  }
}

/** A number as people type it (1 299,50 or 1,299.50) as the server takes it (1299.50). */
export function decimal(typed: string): string {
  const dense = typed.replace(/\s/g, '')
  return dense.includes('.') ? dense.replaceAll(',', '') : dense.replace(',', '.')
}

export interface Rebased {
  form: ProductForm
  /** What the others wrote where something else was typed here, which stays. */
  theirs: Partial<ProductForm>
}

/** Lays what was typed over what others have saved meanwhile. */
export function rebase(base: ProductForm, typed: ProductForm, latest: ProductForm): Rebased {
  const form = { ...latest }
  const theirs: Partial<ProductForm> = {}
  for (const field of Object.keys(typed) as (keyof ProductForm)[]) {
    if (typed[field] === base[field]) continue
    form[field] = typed[field]
    if (latest[field] !== base[field] && latest[field] !== typed[field]) theirs[field] = latest[field]
  }
  return { form, theirs }
}
