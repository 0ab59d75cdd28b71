import type { Money } from '@/api/client'

/** Amounts are decimal text; whole numbers of the smallest digit lose nothing of it. */
function digits({ amount }: Money): { value: bigint; scale: number } {
  const [whole = '0', fraction = ''] = amount.split('.')
  return { value: BigInt(whole + fraction), scale: fraction.length }
}

function written(value: bigint, scale: number, currency: string): Money {
  const text = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  const amount = scale ? `${text.slice(0, -scale)}.${text.slice(-scale)}` : text
  return { amount: value < 0n ? `-${amount}` : amount, currency }
}

export function times(money: Money, count: number): Money {
  const { value, scale } = digits(money)
  return written(value * BigInt(count), scale, money.currency)
}

/** The sum, in the currency of the first; null of nothing. */
export function sum(amounts: readonly Money[]): Money | null {
  const [first] = amounts
  if (!first) return null
  const all = amounts.map(digits)
  const scale = Math.max(...all.map((one) => one.scale))
  const total = all.reduce((so, one) => so + one.value * 10n ** BigInt(scale - one.scale), 0n)
  return written(total, scale, first.currency)
}

/** Below zero when `a` is the smaller one. */
export function compare(a: Money, b: Money): number {
  const difference = digits(sum([a, times(b, -1)]) ?? a).value
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
