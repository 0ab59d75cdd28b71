import { expect, it } from 'vitest'
import { byView, type Letter } from './letters'

const letter = (view: string, sequence: string, eventId: string) => ({ view, sequence, eventId }) as Letter

it('there are no piles without letters', () => {
  expect(byView([])).toEqual([])
})

it('each view has its letters in the order in which they came', () => {
  const piles = byView([
    letter('totals', 'order-1', '1'),
    letter('orderlist', 'order-1', '1'),
    letter('totals', 'order-1', '2'),
  ])
  expect(piles.map(({ view, letters }) => [view, letters.map(({ eventId }) => eventId)])).toEqual([
    ['totals', ['1', '2']],
    ['orderlist', ['1']],
  ])
})

it('letters of one order are one sequence', () => {
  const [pile] = byView([
    letter('totals', 'order-1', '1'),
    letter('totals', 'order-1', '2'),
    letter('totals', 'order-2', '3'),
  ])
  expect(pile?.sequences).toBe(2)
})
