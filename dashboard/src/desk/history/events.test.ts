import { expect, it } from 'vitest'
import { EVENT_TYPES, subjectOf, type Subject } from './events'

it.each(Object.keys(EVENT_TYPES) as Subject[])('every event of a %s is known by its name', (subject) => {
  expect(EVENT_TYPES[subject].map(subjectOf)).toEqual(EVENT_TYPES[subject].map(() => subject))
})

it('lists every type once, sorted', () => {
  const all = Object.values(EVENT_TYPES).flat()
  expect(new Set(all).size).toBe(all.length)
  for (const types of Object.values(EVENT_TYPES)) expect([...types].sort()).toEqual(types)
})
