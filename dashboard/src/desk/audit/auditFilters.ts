import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What the audit is searched for; what is empty does not matter. Times are instants in UTC. */
export interface AuditFilters {
  actor: string
  type: string
  orderId: string
  from: string
  to: string
}

const NAMES = ['actor', 'type', 'orderId', 'from', 'to'] as const

/** The filters that an address holds; a time that is none is left out. */
export function filtersOf(query: LocationQuery): AuditFilters {
  const text = (name: (typeof NAMES)[number]) => {
    const value = [query[name]].flat()[0]?.trim() ?? ''
    return (name === 'from' || name === 'to') && Number.isNaN(Date.parse(value)) ? '' : value
  }
  return {
    actor: text('actor'),
    type: text('type'),
    orderId: text('orderId'),
    from: text('from'),
    to: text('to'),
  }
}

/** The filters that matter, for an address or a request. */
export function given(filters: AuditFilters): Partial<AuditFilters> & LocationQueryRaw {
  return Object.fromEntries(
    NAMES.map((name) => [name, filters[name].trim()] as const).filter(([, value]) => value !== ''),
  )
}
