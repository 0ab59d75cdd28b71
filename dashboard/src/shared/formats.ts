import { locale } from '@/i18n'
import type { Money } from '@/api/client'

const DAY = 86_400
const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>()

// making one costs more than using it
function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  const whole = `${locale.value} ${key}`
  const known = formatters.get(whole) as T | undefined
  if (known) return known
  const made = make()
  formatters.set(whole, made)
  return made
}

/** An amount in its currency. The server's digits are handed over as text, for a number could not hold all of them. */
export function money(value: Money): string {
  const format = cached(
    `money ${value.currency}`,
    () => new Intl.NumberFormat(locale.value, { style: 'currency', currency: value.currency }),
  )
  return format.format(value.amount as Intl.StringNumericLiteral)
}

/** An amount for the axis of a chart, rounded: what matters there is its size. */
export function roughMoney(amount: number, currency: string): string {
  return cached(
    `rough money ${currency}`,
    () =>
      new Intl.NumberFormat(locale.value, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        notation: 'compact',
        minimumFractionDigits: 0,
        maximumFractionDigits: 1,
      }),
  ).format(amount)
}

export function number(value: number, fractionDigits = 0): string {
  return cached(
    `number ${fractionDigits}`,
    () => new Intl.NumberFormat(locale.value, { maximumFractionDigits: fractionDigits }),
  ).format(value)
}

/** 0 to 1 as per cent. */
export function percent(value: number): string {
  return cached('percent', () => new Intl.NumberFormat(locale.value, { style: 'percent' })).format(value)
}

export function dateTime(instant: string): string {
  return cached(
    'dateTime',
    () => new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }),
  ).format(new Date(instant))
}

/** With seconds and milliseconds, for histories. */
export function exactTime(instant: string): string {
  return cached(
    'exactTime',
    () =>
      new Intl.DateTimeFormat(locale.value, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        fractionalSecondDigits: 3,
      }),
  ).format(new Date(instant))
}

/** The time of day to the millisecond, for events of one day. */
export function clockTime(instant: string): string {
  return cached(
    'clockTime',
    () =>
      new Intl.DateTimeFormat(locale.value, {
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        fractionalSecondDigits: 3,
      }),
  ).format(new Date(instant))
}

/** A calendar day such as 2026-05-12, which is the same day everywhere. */
export function day(date: string): string {
  return cached(
    'day',
    () => new Intl.DateTimeFormat(locale.value, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  ).format(new Date(`${date}T00:00:00Z`))
}

/** "2 minutes ago", "in 5 seconds". */
export function relative(instant: string, now: number): string {
  const format = cached('relative', () => new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' }))
  const seconds = Math.round((Date.parse(instant) - now) / 1000)
  const distance = Math.abs(seconds)
  if (distance < 60) return format.format(seconds, 'second')
  if (distance < 3600) return format.format(Math.round(seconds / 60), 'minute')
  if (distance < DAY) return format.format(Math.round(seconds / 3600), 'hour')
  return format.format(Math.round(seconds / DAY), 'day')
}

/** Seconds as 0:05, 12:30 or 1:02:03. */
export function countdown(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds))
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}
