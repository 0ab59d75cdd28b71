import type { Ref } from 'vue'
import { useProductPages } from '@/shared/useProductPages'
import { searchOf, type Filters } from './filters'

/** As many as fill rows of two, three and four. */
const PAGE = 24

export const useCatalog = (filters: Readonly<Ref<Filters>>) =>
  useProductPages(['public', 'products', filters], () => ({ ...searchOf(filters.value), limit: PAGE }))
