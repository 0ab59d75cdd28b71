import { useToast } from 'primevue/usetoast'
import { useI18n } from 'vue-i18n'
import { describe } from './problems'

/** Short messages at the edge of the page, which screen readers speak. */
export function useNotify() {
  const toast = useToast()
  const { t } = useI18n()
  return {
    done(summary: string, detail?: string) {
      toast.add({ severity: 'success', summary, detail, life: 4000 })
    },
    failed(thrown: unknown) {
      const { title, detail, errors } = describe(thrown, t)
      const words = [detail, ...errors.map(({ field, message }) => `${field} ${message}`)]
        .filter(Boolean)
        .join(' ')
      toast.add({ severity: 'error', summary: title, detail: words, life: 8000 })
    },
  }
}
