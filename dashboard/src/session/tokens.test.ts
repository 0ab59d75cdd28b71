import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionTokens } from './tokens'

const token = (n: number, sub = 'ada') => `head.${btoa(JSON.stringify({ sub, n }))}.signature`

/** A token endpoint that gives numbered tokens for ten minutes, until it is told that the session is over. */
function tokenEndpoint() {
  const endpoint = {
    forms: [] as Record<string, string>[],
    over: false,
    away: false,
    busy: false,
    whose: 'ada',
  }
  vi.stubGlobal('fetch', async (path: string, init: { body: URLSearchParams }) => {
    if (endpoint.away) throw new TypeError('Failed to fetch')
    if (endpoint.busy) return new Response(null, { status: 429 })
    if (path.endsWith('/revoke')) endpoint.over = true
    endpoint.forms.push(Object.fromEntries(init.body))
    if (endpoint.over) return Response.json({ error: 'invalid_grant' }, { status: 400 })
    return Response.json({ access_token: token(endpoint.forms.length, endpoint.whose), expires_in: 600 })
  })
  return endpoint
}

describe("a session's tokens", () => {
  let endpoint: ReturnType<typeof tokenEndpoint>
  let ended: number
  let tokens: SessionTokens

  beforeEach(() => {
    vi.useFakeTimers()
    localStorage.clear()
    endpoint = tokenEndpoint()
    ended = 0
    tokens = new SessionTokens(() => ended++)
  })

  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('are nobody’s at first', async () => {
    expect(await tokens.current()).toBeNull()
    expect(tokens.expected).toBe(false)
    expect(endpoint.forms).toEqual([])
  })

  it('come by password, the refresh token in a cookie', async () => {
    await tokens.signIn('ada', 'secret')

    expect(await tokens.current()).toBe(token(1))
    expect(endpoint.forms).toEqual([
      { grant_type: 'password', username: 'ada', password: 'secret', refresh_token_delivery: 'cookie' },
    ])
  })

  it('are taken up after a reload, by the cookie', async () => {
    await tokens.signIn('ada', 'secret')
    const reloaded = new SessionTokens(() => ended++)

    expect(reloaded.expected).toBe(true)
    expect(await reloaded.resume()).toBe(true)
    expect(await reloaded.current()).toBe(token(2))
  })

  it('are renewed before they end, once for all who ask', async () => {
    await tokens.signIn('ada', 'secret')
    vi.advanceTimersByTime(571_000)

    expect(await Promise.all([tokens.current(), tokens.current()])).toEqual([token(2), token(2)])
  })

  it('are renewed when the server refuses one, unless that has been done meanwhile', async () => {
    await tokens.signIn('ada', 'secret')

    expect(await tokens.renewed(token(1))).toBe(token(2))
    expect(await tokens.renewed(token(1))).toBe(token(2))
  })

  it('end with the session', async () => {
    await tokens.signIn('ada', 'secret')
    endpoint.over = true

    expect(await tokens.renewed(token(1))).toBeNull()
    expect(ended).toBe(1)
    expect(await tokens.current()).toBeNull()
    expect(tokens.expected).toBe(false)
  })

  it('stay when the server cannot be reached', async () => {
    await tokens.signIn('ada', 'secret')
    endpoint.away = true

    await expect(tokens.renewed(token(1))).rejects.toThrow()
    endpoint.away = false
    expect(await tokens.renewed(token(1))).toBe(token(2))
    expect(ended).toBe(0)
  })

  it('stay when the server does not hear of the signing out', async () => {
    await tokens.signIn('ada', 'secret')
    endpoint.away = true

    await expect(tokens.signOut()).rejects.toThrow()
    expect(await tokens.current()).toBe(token(1))
  })

  it('stay when the server has no time for the signing out', async () => {
    await tokens.signIn('ada', 'secret')
    endpoint.busy = true

    await expect(tokens.signOut()).rejects.toThrow()
    expect(await tokens.current()).toBe(token(1))
  })

  it('are not renewed in the name of somebody else who signed in meanwhile', async () => {
    await tokens.signIn('ada', 'secret')
    endpoint.whose = 'bob'

    expect(await tokens.renewed(token(1))).toBeNull()
    expect(ended).toBe(1)
    expect(await tokens.current()).toBeNull()
    expect(tokens.expected).toBe(true)
  })

  it('are gone after signing out, also for the server', async () => {
    await tokens.signIn('ada', 'secret')
    await tokens.signOut()

    expect(endpoint.over).toBe(true)
    expect(await tokens.current()).toBeNull()
    expect(tokens.expected).toBe(false)
  })
})
