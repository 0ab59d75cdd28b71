import { expect, it } from 'vitest'
import { nextPage } from './next'

it('leads back to the page that asked', () => {
  expect(nextPage('/orders?status=SHIPPING')).toBe('/orders?status=SHIPPING')
})

it('leads to the shop when no page asked', () => {
  expect(nextPage(undefined)).toBe('/')
  expect(nextPage('')).toBe('/')
  expect(nextPage([])).toBe('/')
})

it('never leads anywhere else', () => {
  expect(nextPage('https://evil.example/')).toBe('/')
  expect(nextPage('//evil.example/')).toBe('/')
  expect(nextPage('/\\evil.example/')).toBe('/')
  expect(nextPage('javascript:alert(1)')).toBe('/')
})

it('does not lead back to the door', () => {
  expect(nextPage('/sign-in?next=/cart')).toBe('/')
  expect(nextPage('/register')).toBe('/')
})
