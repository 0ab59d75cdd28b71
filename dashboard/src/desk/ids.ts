/** The end of an id: ids begin with the time, so their beginnings are alike. */
export function shortId(id: string): string {
  return `…${id.slice(-8)}`
}
