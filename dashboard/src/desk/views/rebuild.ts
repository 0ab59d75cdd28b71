import type { Schemas } from '@/api/client'

export type View = Schemas['ProjectionStatus']
export type Slot = View['serving']

/** A rebuild, or a switch back, as far as this page has seen it. */
export interface Rebuild {
  kind: 'rebuild' | 'switchBack'
  /** The slot that served when it began. */
  from: Slot
  startedAt: number
  endedAt: number | null
  /** 0 to 1, the furthest that was told. */
  progress: number
  serving: Slot
  error: string | null
}

export type Rebuilds = Readonly<Record<string, Rebuild>>

/** What of it is shown at a moment. */
export interface Shown {
  phase: 'running' | 'done' | 'failed'
  progress: number
}

/** With few events a rebuild is over before anybody sees it, so its bar takes at least as long as this. */
export const SHORTEST = 1500
/** How long after its beginning it is asked for often. */
const EAGER = 5000
/** A bar that is full says that all is done. */
const ALMOST = 0.99

export function begin(view: View, kind: Rebuild['kind'], now: number): Rebuild {
  return {
    kind,
    from: view.serving,
    startedAt: now,
    endedAt: null,
    progress: view.replaying ? view.progress : 0,
    serving: view.serving,
    error: null,
  }
}

/** What is known after the views were looked at; rebuilds that others began are found there. */
export function observe(rebuilds: Rebuilds, views: readonly View[], now: number): Rebuilds {
  const next: Record<string, Rebuild> = { ...rebuilds }
  for (const view of views) {
    const known = rebuilds[view.name]
    if (known?.endedAt === null) next[view.name] = follow(known, view, now)
    else if (view.replaying)
      next[view.name] = begin(view, view.state === 'SWITCHING_BACK' ? 'switchBack' : 'rebuild', now)
  }
  return next
}

function follow(rebuild: Rebuild, view: View, now: number): Rebuild {
  if (view.replaying)
    return { ...rebuild, progress: Math.max(rebuild.progress, view.progress), serving: view.serving }
  const switched = view.serving !== rebuild.from
  return {
    ...rebuild,
    endedAt: now,
    progress: switched ? 1 : rebuild.progress,
    serving: view.serving,
    error: switched ? null : (view.lastError ?? null),
  }
}

export function shown(rebuild: Rebuild, now: number): Shown {
  const seen = Math.min(1, Math.max(0, now - rebuild.startedAt) / SHORTEST)
  const switched = rebuild.serving !== rebuild.from
  if (rebuild.endedAt !== null && !switched) return { phase: 'failed', progress: rebuild.progress }
  if (rebuild.endedAt !== null && seen === 1) return { phase: 'done', progress: 1 }
  return { phase: 'running', progress: Math.min(rebuild.progress, seen, ALMOST) }
}

/** Milliseconds until the views are looked at again. */
export function pause(rebuilds: Rebuilds, views: readonly View[], now: number): number {
  const running = Object.values(rebuilds).filter(({ endedAt }) => endedAt === null)
  if (running.some(({ startedAt }) => now - startedAt < EAGER)) return 250
  return running.length > 0 || views.some(({ replaying }) => replaying) ? 1000 : 5000
}
