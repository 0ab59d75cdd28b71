/**
 * The value of a datetime-local input as an instant in UTC, null where it is none. It is in the browser's time zone; a time
 * that the clock skips in spring is the one as long after the last that there was.
 */
export function instantOf(local: string): string | null {
  if (!/^\d{4,}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(local)) return null
  const time = new Date(local)
  return Number.isNaN(time.getTime()) ? null : time.toISOString().replace('.000Z', 'Z')
}

/** An instant as the value of a datetime-local input, empty where it is none. */
export function localOf(instant: string): string {
  const time = new Date(instant)
  if (instant === '' || Number.isNaN(time.getTime())) return ''
  const two = (n: number) => String(n).padStart(2, '0')
  const date = `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return `${date}T${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`
}
