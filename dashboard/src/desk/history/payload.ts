import type { Money } from '@/api/client'

/** An event's payload, as it is shown. */
export type PayloadNode =
  | { kind: 'record'; entries: [name: string, value: PayloadNode][] }
  | { kind: 'list'; items: PayloadNode[] }
  | { kind: 'money'; money: Money; minorUnits: number }
  | { kind: 'instant'; at: string }
  | { kind: 'flag'; value: boolean }
  | { kind: 'text'; value: string }
  | { kind: 'nothing' }

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/
const CURRENCY = /^[A-Z]{3}$/

export function payloadNode(value: unknown): PayloadNode {
  if (value === null || value === undefined) return { kind: 'nothing' }
  if (typeof value === 'boolean') return { kind: 'flag', value }
  if (Array.isArray(value)) return { kind: 'list', items: value.map(payloadNode) }
  if (typeof value === 'object') {
    const members = Object.entries(value)
    return (
      moneyNode(value as Record<string, unknown>) ?? {
        kind: 'record',
        entries: members.map(([name, member]) => [name, payloadNode(member)]),
      }
    )
  }
  const text = String(value)
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text))
    ? { kind: 'instant', at: text }
    : { kind: 'text', value: text }
}

function moneyNode(value: Record<string, unknown>): PayloadNode | null {
  const { minorUnits, currency } = value
  if (Object.keys(value).length !== 2) return null
  if (!Number.isSafeInteger(minorUnits) || typeof currency !== 'string' || !CURRENCY.test(currency))
    return null
  return {
    kind: 'money',
    money: moneyOf(minorUnits as number, currency),
    minorUnits: minorUnits as number,
  }
}

/** An amount that events carry in minor units, as the decimal text that the interface has. */
export function moneyOf(minorUnits: number, currency: string): Money {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const sign = minorUnits < 0 ? '-' : ''
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  return { amount: digits === 0 ? `${sign}${text}` : `${sign}${whole}.${text.slice(-digits)}`, currency }
}
