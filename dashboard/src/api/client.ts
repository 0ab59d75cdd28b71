import createClient, { type Middleware } from 'openapi-fetch'
import { Problem } from './problem'
import type { components, paths } from './schema'

export type Schemas = components['schemas']
export type Order = Schemas['Order']
export type Product = Schemas['Product']
export type Cart = Schemas['Cart']
export type Money = Schemas['Money']
export type OrderStatus = Order['status']

/** Where a request gets its token from, and what to do when it was refused. */
export interface TokenSource {
  /** A token that is good for a while, or null for nobody. */
  current(): Promise<string | null>
  /** A new token in the place of one that the server refused, or null when the session is over. */
  renewed(refused: string): Promise<string | null>
}

let tokens: TokenSource = { current: async () => null, renewed: async () => null }
let language = 'en'

export function useTokens(source: TokenSource) {
  tokens = source
}

export function useLanguage(tag: string) {
  language = tag
}

/**
 * `fetch` with the caller's token and language. A token that the server refuses is renewed once; a refusal comes back as it
 * is.
 */
export async function fetchSignedIn(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', language)
  const again = request.clone()
  const token = await tokens.current()
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  const response = await fetch(request)
  if (response.status !== 401 || !token) return response
  const renewed = await tokens.renewed(token)
  if (!renewed) return response
  again.headers.set('Authorization', `Bearer ${renewed}`)
  return fetch(again)
}

const refusals: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.of(response)
  },
}

/** The whole interface, typed by its own description; anything but 2xx is thrown as a {@link Problem}. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: fetchSignedIn })
api.use(refusals)

/** The body of an answer that has one. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer
  if (data === undefined) throw new Error('an answer without a body')
  return data
}
