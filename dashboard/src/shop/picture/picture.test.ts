import { describe, expect, it } from 'vitest'
import { picture } from './picture'

const CATEGORIES = [
  'Books',
  'Electronics',
  'Home & Kitchen',
  'Office',
  'Sports & Outdoors',
  'Toys & Games',
  'Garden',
]

describe('the picture of a product', () => {
  it('is always the same for the same product', () => {
    for (const category of CATEGORIES)
      expect(picture(category, 'LAP-001')).toEqual(picture(category, 'LAP-001'))
  })

  it('is another one for another product of the category', () => {
    for (const category of CATEGORIES)
      expect(picture(category, 'LAP-001').shapes).not.toEqual(picture(category, 'LAP-002').shapes)
  })

  it('has other shapes in another category', () => {
    const drawings = CATEGORIES.map((category) => JSON.stringify(picture(category, 'LAP-001').shapes))
    expect(new Set(drawings).size).toBe(CATEGORIES.length)
  })

  it('keeps near the hue of its category', () => {
    for (let n = 0; n < 50; n++) {
      const { hue } = picture('Electronics', `ELEC-${n}`)
      expect(hue).toBeGreaterThanOrEqual(243)
      expect(hue).toBeLessThanOrEqual(273)
    }
  })

  it('is drawn with numbers alone', () => {
    for (const category of CATEGORIES)
      for (let n = 0; n < 50; n++)
        for (const { d } of picture(category, `sku-${n}`).shapes)
          expect(d).not.toMatch(/NaN|undefined|Infinity/)
  })
})
