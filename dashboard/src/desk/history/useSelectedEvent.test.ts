import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, h, ref } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import type { AuditEntry } from './events'
import { useSelectedEvent } from './useSelectedEvent'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function opened() {
  let select: (at: number) => void = () => {}
  let arrive: (page: { render: () => unknown }) => void = () => {}
  const history = {
    setup() {
      const events = ref(['e1', 'e2', 'e3'].map((eventId) => ({ eventId }) as AuditEntry))
      select = useSelectedEvent(events).select
      return () => h('p')
    },
  }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/orders/:id', name: 'desk-order', component: history },
      // its files are on their way for as long as the test likes
      { path: '/next', name: 'next', component: () => new Promise((resolve) => (arrive = resolve)) },
    ],
  })
  await router.push('/orders/order-1')
  const app = createApp({ render: () => h(RouterView) })
  app.use(router).mount(document.createElement('div'))
  return { router, app, select: (at: number) => select(at), arrive: () => arrive({ render: () => h('p') }) }
}

it('is in the address when it rests', async () => {
  const { router, app, select } = await opened()
  select(0)
  await vi.advanceTimersByTimeAsync(300)
  expect(router.currentRoute.value.fullPath).toBe('/orders/order-1?event=e1')
  app.unmount()
})

it('does not lead back to the page that is being left', async () => {
  const { router, app, select, arrive } = await opened()
  select(0)
  const left = router.push('/next')
  await vi.advanceTimersByTimeAsync(1000)
  arrive()
  await left
  expect(router.currentRoute.value.fullPath).toBe('/next')
  app.unmount()
})
