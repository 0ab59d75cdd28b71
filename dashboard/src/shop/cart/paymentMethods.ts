/** The ways to pay of the simulated provider, the usual one first. */
export const PAYMENT_METHODS = ['card', 'sim-approve', 'sim-decline', 'sim-timeout'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

const KEYS: Record<PaymentMethod, string> = {
  card: 'card',
  'sim-approve': 'approve',
  'sim-decline': 'decline',
  'sim-timeout': 'timeout',
}

type Translate = (key: string) => string

export function methodName(method: string, t: Translate): string {
  return isKnown(method) ? t(`shop.payment.methods.${KEYS[method]}.name`) : method
}

export function methodDetail(method: PaymentMethod, t: Translate): string {
  return t(`shop.payment.methods.${KEYS[method]}.detail`)
}

/** A provider that is not the simulated one has methods of its own. */
function isKnown(method: string): method is PaymentMethod {
  return method in KEYS
}
