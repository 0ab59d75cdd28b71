/** The order that a Location leads to. */
export function orderIdOf(location: string | null): string {
  const id = location?.match(/\/api\/orders\/([^/?#]+)$/)?.[1]
  if (!id) throw new Error(`no order at ${location}`)
  return decodeURIComponent(id)
}
