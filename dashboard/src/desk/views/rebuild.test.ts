import { describe, expect, it } from 'vitest'
import { begin, observe, pause, SHORTEST, shown, type Rebuilds, type View } from './rebuild'

const serving = (other: Partial<View> = {}): View =>
  ({
    name: 'totals',
    state: 'SERVING',
    serving: 'A',
    position: 100,
    head: 100,
    lag: 0,
    eventsPerSecond: 0,
    replaying: false,
    progress: 1,
    eta: null,
    canSwitchBack: false,
    deadLetters: 0,
    lastError: null,
    ...other,
  }) as View
const rebuilding = (progress: number, other: Partial<View> = {}) =>
  serving({ state: 'REBUILDING', replaying: true, progress, ...other })

/** What is known after these looks, a second apart. */
const after = (...looks: View[]): Rebuilds =>
  looks.reduce<Rebuilds>((known, view, second) => observe(known, [view], second * 1000), {})
const totals = (rebuilds: Rebuilds) => {
  const known = rebuilds.totals
  if (!known) throw new Error('no rebuild')
  return known
}

describe('a rebuild', () => {
  it('begins at nothing, whatever the answer says of a view that only serves', () => {
    expect(begin(serving(), 'rebuild', 0)).toMatchObject({ from: 'A', progress: 0, endedAt: null })
  })

  it('is found when somebody else began it', () => {
    expect(totals(after(serving(), rebuilding(0.2)))).toMatchObject({
      kind: 'rebuild',
      from: 'A',
      startedAt: 1000,
      progress: 0.2,
    })
    expect(totals(after(rebuilding(0.2, { state: 'SWITCHING_BACK' }))).kind).toBe('switchBack')
  })

  it('is not found where views only serve', () => {
    expect(after(serving(), serving())).toEqual({})
  })

  it('never goes backwards, though the head moves on', () => {
    expect(totals(after(rebuilding(0.5), rebuilding(0.4))).progress).toBe(0.5)
  })

  it('is done when the other slot serves', () => {
    const done = totals(after(rebuilding(0.5), serving({ serving: 'B' })))
    expect(done).toMatchObject({ endedAt: 1000, progress: 1, serving: 'B', error: null })
    expect(shown(done, 10_000)).toEqual({ phase: 'done', progress: 1 })
  })

  it('has failed when the same slot serves after it, and says why', () => {
    const failed = totals(after(rebuilding(0.5), serving({ lastError: 'no room' })))
    expect(failed.error).toBe('no room')
    expect(shown(failed, 10_000)).toEqual({ phase: 'failed', progress: 0.5 })
  })

  it('stays as it ended, until the next one', () => {
    const done = after(
      rebuilding(0.5),
      serving({ serving: 'B' }),
      serving({ serving: 'B', lastError: 'later' }),
    )
    expect(totals(done)).toMatchObject({ endedAt: 1000, error: null })
    const next = observe(done, [rebuilding(0.1, { serving: 'B' })], 9000)
    expect(totals(next)).toMatchObject({ from: 'B', startedAt: 9000, progress: 0.1, endedAt: null })
  })

  it('does not touch those of other views', () => {
    const known = after(rebuilding(0.5))
    expect(observe(known, [serving({ name: 'orderlist' })], 5000)).toEqual(known)
  })
})

describe('the bar', () => {
  it('is seen although all is over at once', () => {
    const done = totals(observe({ totals: begin(serving(), 'rebuild', 0) }, [serving({ serving: 'B' })], 100))
    expect(shown(done, 150)).toEqual({ phase: 'running', progress: 0.1 })
    expect(shown(done, SHORTEST / 2)).toEqual({ phase: 'running', progress: 0.5 })
    expect(shown(done, SHORTEST)).toEqual({ phase: 'done', progress: 1 })
  })

  it('is as far as was told when that takes longer', () => {
    expect(shown(totals(after(rebuilding(0.3))), 60_000)).toEqual({ phase: 'running', progress: 0.3 })
  })

  it('is not full while the slots have not changed places', () => {
    expect(shown(totals(after(rebuilding(1))), 60_000)).toEqual({ phase: 'running', progress: 0.99 })
  })

  it('does not keep a failure back', () => {
    const failed = totals(observe({ totals: begin(serving(), 'rebuild', 0) }, [serving()], 100))
    expect(shown(failed, 150).phase).toBe('failed')
  })
})

describe('the views are looked at', () => {
  it('every 5 seconds when nothing moves', () => {
    expect(pause({}, [serving()], 0)).toBe(5000)
    expect(pause(after(rebuilding(0.5), serving({ serving: 'B' })), [serving({ serving: 'B' })], 2000)).toBe(
      5000,
    )
  })

  it('four times a second after a rebuild began, and every second later', () => {
    const running = { totals: begin(serving(), 'rebuild', 0) }
    expect(pause(running, [serving()], 0)).toBe(250)
    expect(pause(running, [serving()], 4999)).toBe(250)
    expect(pause(running, [serving()], 5000)).toBe(1000)
  })

  it('every second while anything is rebuilt', () => {
    expect(pause({}, [serving(), rebuilding(0.5)], 0)).toBe(1000)
  })
})
