import { expect, it } from 'vitest'
import { within } from './quantity'

it('takes a whole number', () => {
  expect(within(' 12 ')).toBe(12)
})

it('keeps to what there is, and to what a line holds', () => {
  expect(within('0')).toBe(1)
  expect(within('12', 3)).toBe(3)
  expect(within('5000')).toBe(999)
})

it('does not take what is no number', () => {
  expect(within('')).toBeNull()
  expect(within('-2')).toBeNull()
  expect(within('1.5')).toBeNull()
  expect(within('two')).toBeNull()
})
