import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, shallowRef, watch } from 'vue'
import { api, body } from '@/api/client'
import { useNotify } from '@/shared/useNotify'
import { begin, observe, pause, shown, type Rebuild, type Rebuilds, type View } from './rebuild'

const VIEWS = ['desk', 'views'] as const
const FRAME = 100

/** How every view is doing, and what is being done to them. */
export function useViews() {
  const queries = useQueryClient()
  const notify = useNotify()
  const rebuilds = shallowRef<Rebuilds>({})
  const now = ref(Date.now())

  const query = useQuery({
    queryKey: VIEWS,
    queryFn: ({ signal }) => body(api.GET('/api/admin/projections', { signal })).then(({ items }) => items),
    refetchInterval: ({ state }) => pause(rebuilds.value, state.data ?? [], Date.now()),
  })
  watch(
    () => query.dataUpdatedAt.value,
    () => (rebuilds.value = observe(rebuilds.value, query.data.value ?? [], Date.now())),
    { immediate: true },
  )

  const change = useMutation({
    mutationFn: ({ name, kind }: { name: string; kind: Rebuild['kind'] }) => {
      const params = { path: { name } }
      return body(
        kind === 'rebuild'
          ? api.POST('/api/admin/projections/{name}/replay', { params })
          : api.POST('/api/admin/projections/{name}/switch-back', { params }),
      )
    },
    onSuccess: async (view: View, { kind }) => {
      // what was asked before does not know of it
      await queries.cancelQueries({ queryKey: VIEWS })
      rebuilds.value = { ...rebuilds.value, [view.name]: begin(view, kind, Date.now()) }
    },
    onError: notify.failed,
    onSettled: () => queries.invalidateQueries({ queryKey: VIEWS }),
  })

  const progress = computed(() =>
    Object.fromEntries(
      Object.entries(rebuilds.value).map(([name, rebuild]) => [name, shown(rebuild, now.value)]),
    ),
  )
  const moving = computed(() => Object.values(progress.value).some(({ phase }) => phase === 'running'))
  watch(moving, (moves, _, onCleanup) => {
    if (!moves) return
    const timer = setInterval(() => (now.value = Date.now()), FRAME)
    onCleanup(() => clearInterval(timer))
  })
  watch(rebuilds, () => (now.value = Date.now()))

  return { query, rebuilds, progress, change }
}
