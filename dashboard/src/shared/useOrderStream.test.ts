import { QueryClient } from '@tanstack/vue-query'
import { expect, it } from 'vitest'
import type { Order } from '@/api/client'
import { orderKey, showOrder } from './useOrderStream'

const order = (version: string) => ({ id: 'a', version }) as Order
const LIST = ['mine', 'orders', {}]

it('an older version changes nothing of what is shown', () => {
  const queries = new QueryClient()
  const list = { pages: [{ items: [order('2.0')], nextCursor: null }], pageParams: [undefined] }
  queries.setQueryData(LIST, list)
  queries.setQueryData(orderKey('a'), order('2.0'))

  showOrder(queries, order('1.5'))
  expect(queries.getQueryData(orderKey('a'))).toEqual(order('2.0'))
  expect(queries.getQueryData(LIST)).toEqual(list)

  showOrder(queries, order('2.1'))
  expect(queries.getQueryData(orderKey('a'))).toEqual(order('2.1'))
  expect(queries.getQueryData<typeof list>(LIST)?.pages[0]?.items).toEqual([order('2.1')])
})
