type Translate = (key: string) => string

const REASONS = ['simulated', 'card-declined', 'unknown-method'] as const

/** Why a payment was declined; a provider's code that is unknown here is shown as it is. */
export function declineReason(code: string, t: Translate): string {
  const known = REASONS.find((reason) => reason === code)
  return known ? t(`shop.payment.reasons.${known}`) : code
}
