import { computed, type ComputedRef } from 'vue'
import { useRoute, type LocationQuery } from 'vue-router'

/** What the page of this name reads from its address. The next page's query is not its own, though it still stands. */
export function useOwnQuery<T extends object>(
  name: string,
  read: (query: LocationQuery) => T,
): ComputedRef<T> {
  const route = useRoute()
  return computed<T>((known) => (known && route.name !== name ? known : read(route.query)))
}
