/** Where to go after signing in: a page of ours, or the shop. A foreign address would make us a stepping stone for deceit. */
export function nextPage(next: unknown): string {
  const path = Array.isArray(next) ? (next[0] as unknown) : next
  if (typeof path !== 'string' || !/^\/(?![/\\])/.test(path)) return '/'
  // back to where one came from, but not to the door itself
  return /^\/(sign-in|register)\b/.test(path) ? '/' : path
}
