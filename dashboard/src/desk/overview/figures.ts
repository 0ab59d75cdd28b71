import type { Money, Schemas } from '@/api/client'

export type DayOfSales = Schemas['DayOfSales']

export const PERIODS = [7, 30, 90, 365] as const
export type Period = (typeof PERIODS)[number]

export function period(text: unknown): Period {
  return PERIODS.find((days) => String(days) === text) ?? 30
}

/** Every day from the first to the last, those without sales too, which the server leaves out. */
export function everyDay(from: string, to: string, days: readonly DayOfSales[]): DayOfSales[] {
  const known = new Map(days.map((day) => [day.date, day]))
  const all: DayOfSales[] = []
  const last = Date.parse(to)
  for (const at = new Date(from); at.getTime() <= last; at.setUTCDate(at.getUTCDate() + 1)) {
    const date = at.toISOString().slice(0, 10)
    all.push(known.get(date) ?? { date, orders: 0, cancellations: 0, revenue: [] })
  }
  return all
}

/** The currencies that were sold in, the one of most days first. */
export function currencies(days: readonly DayOfSales[]): string[] {
  const uses = new Map<string, number>()
  for (const { revenue } of days)
    for (const { currency } of revenue) uses.set(currency, (uses.get(currency) ?? 0) + 1)
  return [...uses]
    .sort(([one, often], [other, times]) => times - often || one.localeCompare(other))
    .map(([currency]) => currency)
}

export function revenueIn(currency: string, day: DayOfSales): Money {
  return day.revenue.find((money) => money.currency === currency) ?? { amount: '0', currency }
}

/** What all the days brought in, for each currency, to the last digit. */
export function revenue(days: readonly DayOfSales[]): Money[] {
  return currencies(days).map((currency) => ({
    currency,
    amount: sum(days.map((day) => revenueIn(currency, day).amount)),
  }))
}

/** Decimal texts added up without the errors of floating point. */
export function sum(amounts: readonly string[]): string {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0))
  const total = amounts.reduce((sum, amount) => {
    const [whole = '0', fraction = ''] = amount.split('.')
    return sum + BigInt(whole + fraction.padEnd(decimals, '0'))
  }, 0n)
  const digits = String(total < 0n ? -total : total).padStart(decimals + 1, '0')
  const split = digits.length - decimals
  return `${total < 0n ? '-' : ''}${digits.slice(0, split)}${decimals ? `.${digits.slice(split)}` : ''}`
}
