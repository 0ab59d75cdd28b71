/** What a line of a cart holds at most. */
export const MOST = 999

/** What was typed as a quantity that can be had, or null when it is no number. */
export function within(text: string, max = MOST): number | null {
  const trimmed = text.trim()
  if (!/^\d+$/.test(trimmed)) return null
  return Math.min(Math.max(Number(trimmed), 1), Math.max(1, Math.min(max, MOST)))
}
