import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { atMostEvery } from './atMostEvery'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('works at once, and once more for all that was asked for meanwhile', () => {
  let times = 0
  const { ask } = atMostEvery(1000, () => times++)
  ask()
  expect(times).toBe(1)
  ask()
  ask()
  vi.advanceTimersByTime(999)
  expect(times).toBe(1)
  vi.advanceTimersByTime(1)
  expect(times).toBe(2)
  vi.advanceTimersByTime(5000)
  expect(times).toBe(2)
  ask()
  expect(times).toBe(3)
})

it('does nothing any more when it is stopped', () => {
  let times = 0
  const { ask, stop } = atMostEvery(1000, () => times++)
  ask()
  ask()
  stop()
  vi.advanceTimersByTime(5000)
  expect(times).toBe(1)
})
