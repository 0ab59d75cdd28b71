import { describe, expect, it } from 'vitest'
import { moneyOf, payloadNode } from './payload'

describe('money in minor units', () => {
  it('becomes a decimal amount', () => {
    expect(moneyOf(11100, 'USD')).toEqual({ amount: '111.00', currency: 'USD' })
  })

  it('keeps the noughts before the point when it is less than one', () => {
    expect(moneyOf(5, 'USD').amount).toBe('0.05')
    expect(moneyOf(0, 'USD').amount).toBe('0.00')
  })

  it('may be negative', () => {
    expect(moneyOf(-250, 'EUR').amount).toBe('-2.50')
  })

  it('has as many digits as its currency', () => {
    expect(moneyOf(1500, 'JPY').amount).toBe('1500')
    expect(moneyOf(1234, 'KWD').amount).toBe('1.234')
  })
})

describe('a payload', () => {
  it('shows money as money, and keeps the minor units', () => {
    expect(payloadNode({ minorUnits: 1500, currency: 'USD' })).toEqual({
      kind: 'money',
      money: { amount: '15.00', currency: 'USD' },
      minorUnits: 1500,
    })
  })

  it('takes nothing for money that has more to it, or less', () => {
    expect(payloadNode({ minorUnits: 1500, currency: 'USD', rate: 2 }).kind).toBe('record')
    expect(payloadNode({ minorUnits: 1500 }).kind).toBe('record')
    expect(payloadNode({ minorUnits: '1500', currency: 'USD' }).kind).toBe('record')
    expect(payloadNode({ minorUnits: 1.5, currency: 'USD' }).kind).toBe('record')
    expect(payloadNode({ minorUnits: 1500, currency: 'dollars' }).kind).toBe('record')
  })

  it('knows instants from other texts', () => {
    expect(payloadNode('2026-11-27T20:56:10.932123Z')).toEqual({
      kind: 'instant',
      at: '2026-11-27T20:56:10.932123Z',
    })
    expect(payloadNode('2026-11-27').kind).toBe('text')
    expect(payloadNode('2026-99-99T00:00:00Z').kind).toBe('text')
  })

  it('keeps the order of names, and looks into lists', () => {
    expect(
      payloadNode({ orderId: 'order-1', items: [{ unitPrice: { minorUnits: 1, currency: 'USD' } }] }),
    ).toEqual({
      kind: 'record',
      entries: [
        ['orderId', { kind: 'text', value: 'order-1' }],
        [
          'items',
          {
            kind: 'list',
            items: [
              {
                kind: 'record',
                entries: [
                  ['unitPrice', { kind: 'money', money: { amount: '0.01', currency: 'USD' }, minorUnits: 1 }],
                ],
              },
            ],
          },
        ],
      ],
    })
  })

  it('shows numbers as they are, and tells false, nothing and empty apart', () => {
    expect(payloadNode(1234567)).toEqual({ kind: 'text', value: '1234567' })
    expect(payloadNode(false)).toEqual({ kind: 'flag', value: false })
    expect(payloadNode(null)).toEqual({ kind: 'nothing' })
    expect(payloadNode('')).toEqual({ kind: 'text', value: '' })
    expect(payloadNode([])).toEqual({ kind: 'list', items: [] })
  })
})
