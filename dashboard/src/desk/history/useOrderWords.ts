import { useI18n } from 'vue-i18n'
import type { Order } from '@/api/client'
import { exactTime } from '@/shared/formats'

type Maybe<T> = T | null | undefined

/** Parts of an order in words; a part that is not there is a dash. */
export function useOrderWords() {
  const { t, te } = useI18n()
  const NONE = '–'
  /** The word of one of the server's constants, or the constant itself where it is a new one. */
  const word = (key: string, constant: string) => (te(key) ? t(key) : constant)

  return {
    payment: (payment: Maybe<Order['payment']>) =>
      payment ? `${word(`records.payment.${payment.status}`, payment.status)} · ${payment.method}` : NONE,
    nextStep: (step: Maybe<Order['nextStep']>) =>
      step
        ? t('records.order.due', {
            what: word(`records.step.${step.what}`, step.what),
            at: exactTime(step.dueAt),
          })
        : NONE,
    cancellation: (cancellation: Maybe<Order['cancellation']>) =>
      cancellation
        ? t('records.order.cancelledBy', {
            reason: word(`records.reason.${cancellation.reason}`, cancellation.reason),
            by: word(`records.by.${cancellation.by}`, cancellation.by),
            at: exactTime(cancellation.at),
          })
        : NONE,
  }
}
