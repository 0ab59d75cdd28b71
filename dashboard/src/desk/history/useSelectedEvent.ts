import { computed, onScopeDispose, ref, type Ref } from 'vue'
import { onBeforeRouteLeave, useRoute, useRouter } from 'vue-router'
import type { AuditEntry } from './events'

/** Browsers refuse an address that changes as often as a slider does. */
const REST = 300

/** Which event is looked at, also in the address. Whoever looks at the newest one goes along with those that come. */
export function useSelectedEvent(events: Ref<readonly AuditEntry[]>) {
  const route = useRoute()
  const router = useRouter()
  const wanted = ref(typeof route.query.event === 'string' ? route.query.event : null)
  let timer: ReturnType<typeof setTimeout> | undefined

  const newest = computed(() => events.value.length - 1)
  const index = computed(() => {
    const found = events.value.findIndex(({ eventId }) => eventId === wanted.value)
    return found < 0 ? newest.value : found
  })

  function select(next: number) {
    const at = Math.min(Math.max(next, 0), newest.value)
    wanted.value = at === newest.value ? null : (events.value[at]?.eventId ?? null)
    clearTimeout(timer)
    timer = setTimeout(() => {
      void router.replace({ name: 'desk-order', query: { ...route.query, event: wanted.value ?? undefined } })
    }, REST)
  }
  onScopeDispose(() => clearTimeout(timer))
  // what was selected while the next page is being loaded would come back here
  onBeforeRouteLeave(() => clearTimeout(timer))

  return { index, select }
}
