import type { components } from './schema'

export type FieldError = { field: string; message: string }

/** A refusal, in the words of the server's problem document (RFC 9457) where there is one. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: readonly FieldError[]
  readonly traceId: string | null
  /** Seconds after which it may be tried again, when the server says so. */
  readonly retryAfter: number | null
  /** Members beside the standard ones, such as the prices of PRICES_CHANGED. */
  readonly facts: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    document: Partial<components['schemas']['Problem']>,
    retryAfter: number | null = null,
  ) {
    const code = document.code ?? `HTTP_${status}`
    super(`${code}: ${document.detail ?? document.title ?? status}`)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.title = document.title ?? code
    this.detail = document.detail ?? ''
    this.errors = document.errors ?? []
    this.traceId = document.traceId ?? null
    this.retryAfter = retryAfter
    this.facts = document as Record<string, unknown>
  }

  static async of(response: Response): Promise<Problem> {
    const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10)
    let document: Record<string, unknown> = {}
    if (response.headers.get('Content-Type')?.includes('json')) {
      document = (await response.json().catch(() => ({}))) as Record<string, unknown>
      // the token endpoint speaks RFC 6749
      if (typeof document.error === 'string')
        document = { code: document.error.toUpperCase(), title: document.error_description, detail: '' }
    }
    return new Problem(response.status, document, Number.isNaN(retryAfter) ? null : retryAfter)
  }
}
