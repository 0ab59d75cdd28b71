const DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/

/** The seconds of an ISO 8601 duration of hours, minutes and seconds, null where it is none. */
export function secondsOf(duration: string | null | undefined): number | null {
  const parts = duration && duration !== 'PT' ? DURATION.exec(duration) : null
  if (!parts) return null
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
}
