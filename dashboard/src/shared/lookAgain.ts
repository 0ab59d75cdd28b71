/** Seconds after which to look again for what was done but not shown yet. */
const LOOK_AGAIN = [1, 4, 15] as const

/** Looks again for what was done but not shown yet, until it is told to stop. */
export function lookAgain(look: () => void): () => void {
  const timers = LOOK_AGAIN.map((seconds) => setTimeout(look, seconds * 1000))
  return () => timers.forEach(clearTimeout)
}
