import { expect, it } from 'vitest'
import { secondsOf } from './duration'

it.each([
  ['PT0S', 0],
  ['PT12.345S', 12.345],
  ['PT1M', 60],
  ['PT1H2M3.5S', 3723.5],
  ['PT30H', 108_000],
])('%s is %d seconds', (duration, seconds) => {
  expect(secondsOf(duration)).toBe(seconds)
})

it.each([null, undefined, '', 'PT', 'P1D', '12', 'soon'])('%s is no duration', (text) => {
  expect(secondsOf(text)).toBeNull()
})
