import { expect, it } from 'vitest'
import { createApp, h, type ComputedRef } from 'vue'
import { createMemoryHistory, createRouter, type LocationQuery } from 'vue-router'
import { useOwnQuery } from './useOwnQuery'

it("a page's query is read as long as the page is the one that is looked at", async () => {
  const page = { render: () => h('p') }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/own', name: 'own', component: page },
      { path: '/next', name: 'next', component: page },
    ],
  })
  await router.push('/own?q=lamp')

  let reads = 0
  let own: ComputedRef<{ q: unknown }> | undefined
  const read = ({ q }: LocationQuery) => ({ q, reads: ++reads })
  const app = createApp({
    setup() {
      own = useOwnQuery('own', read)
      return () => h('p', String(own?.value.q))
    },
  })
  const root = document.createElement('div')
  app.use(router).mount(root)
  expect(root.textContent).toBe('lamp')

  await router.push('/own?q=mat')
  expect(own?.value.q).toBe('mat')
  await router.push('/next?q=other')
  expect(own?.value.q).toBe('mat')
  expect(reads).toBe(2)
  app.unmount()
})
