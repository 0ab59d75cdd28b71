import { describe, expect, it } from 'vitest'
import { blankForm, changeOf, decimal, rebase, type ProductForm } from './productForm'

const base: ProductForm = {
  ...blankForm('USD'),
  sku: 'LAP-1',
  name: 'Laptop',
  category: 'Books',
  amount: '10.00',
}

describe('what was typed while others saved', () => {
  it('stays, and what they changed elsewhere is taken over', () => {
    const { form, theirs } = rebase(
      base,
      { ...base, name: 'Laptop Pro' },
      { ...base, category: 'Electronics' },
    )
    expect(form).toEqual({ ...base, name: 'Laptop Pro', category: 'Electronics' })
    expect(theirs).toEqual({})
  })

  it('is told of where they wrote something else in the same place', () => {
    const { form, theirs } = rebase(base, { ...base, amount: '12.00' }, { ...base, amount: '11.00' })
    expect(form.amount).toBe('12.00')
    expect(theirs).toEqual({ amount: '11.00' })
  })

  it('agrees with them where they wrote the same', () => {
    expect(rebase(base, { ...base, amount: '12.00' }, { ...base, amount: '12.00' }).theirs).toEqual({})
  })

  it('is nothing when nothing was typed', () => {
    const latest = { ...base, name: 'Notebook' }
    expect(rebase(base, base, latest)).toEqual({ form: latest, theirs: {} })
  })
})

describe('an amount', () => {
  it.each([
    ['199.98', '199.98'],
    ['199,98', '199.98'],
    ['1 299,50', '1299.50'],
    ['1,299.50', '1299.50'],
    ['abc', 'abc'],
    ['', ''],
  ])('typed as %j is sent as %j', (typed, sent) => {
    expect(decimal(typed)).toBe(sent)
  })
})

it('a change speaks of all that may change, and not of the sku', () => {
  expect(changeOf({ ...base, amount: '9,50', currency: ' eur' })).toEqual({
    name: 'Laptop',
    description: '',
    category: 'Books',
    manufacturer: '',
    price: { amount: '9.50', currency: 'EUR' },
  })
})
