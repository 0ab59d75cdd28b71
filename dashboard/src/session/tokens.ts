import { Problem } from '@/api/problem'
import type { TokenSource } from '@/api/client'

/** Seconds before its end at which a token is renewed rather than used. */
const MARGIN = 30
const LOCK = 'daybook-session'
/** Not a secret: only whether asking for a session is worth a request. */
const HINT = 'daybook.signed-in'

interface Answer {
  access_token: string
  expires_in: number
}

/**
 * The access token, in memory alone. The refresh token is in a cookie that scripts cannot read and only the token endpoint
 * receives. Tabs renew one after the other, so that they do not spoil each other's cookie.
 */
export class SessionTokens implements TokenSource {
  private token: string | null = null
  private goodUntil = 0
  /** Whose session this page goes on with. */
  private subject: string | null = null
  private renewal: Promise<string | null> | null = null
  private readonly onEnd: () => void

  constructor(onEnd: () => void) {
    this.onEnd = onEnd
  }

  /** Whether this browser was signed in when it was last seen. */
  get expected(): boolean {
    return localStorage.getItem(HINT) !== null
  }

  async current(): Promise<string | null> {
    if (!this.token) return null
    if (Date.now() < this.goodUntil) return this.token
    return this.renew()
  }

  async renewed(refused: string): Promise<string | null> {
    return this.token && this.token !== refused ? this.token : this.renew()
  }

  async signIn(username: string, password: string): Promise<void> {
    const form = { grant_type: 'password', username, password, refresh_token_delivery: 'cookie' }
    this.take(await locked(() => ask(form)))
  }

  /** Takes up the session of the cookie, if there is one. Throws when that cannot be found out. */
  async resume(): Promise<boolean> {
    return (await this.renew()) !== null
  }

  /** Ends the session, for the server first: one that it does not hear of would go on. */
  async signOut(): Promise<void> {
    await locked(async () => {
      const response = await fetch('/api/token/revoke', {
        method: 'POST',
        body: new URLSearchParams({ token_type_hint: 'refresh_token' }),
      })
      // 400: there is no cookie, so there is no session either
      if (!response.ok && response.status !== 400) throw await Problem.of(response)
    })
    this.forget()
  }

  /** Lets go of what this page has; the browser's session goes on. */
  drop(): void {
    this.token = null
    this.goodUntil = 0
    this.subject = null
  }

  private forget(): void {
    this.drop()
    localStorage.removeItem(HINT)
  }

  private renew(): Promise<string | null> {
    this.renewal ??= locked(() => ask({ grant_type: 'refresh_token', refresh_token_delivery: 'cookie' }))
      .then((answer) => {
        // somebody else signed in meanwhile, in another tab: this page must not go on in their name
        if (this.subject !== null && subjectOf(answer.access_token) !== this.subject) {
          this.drop()
          this.onEnd()
          return null
        }
        return this.take(answer)
      })
      .catch((thrown: unknown) => {
        if (!(thrown instanceof Problem) || thrown.status !== 400) throw thrown
        this.forget()
        this.onEnd()
        return null
      })
      .finally(() => (this.renewal = null))
    return this.renewal
  }

  private take(answer: Answer): string {
    this.token = answer.access_token
    this.subject = subjectOf(answer.access_token)
    this.goodUntil = Date.now() + Math.max(answer.expires_in - MARGIN, answer.expires_in / 2) * 1000
    localStorage.setItem(HINT, 'yes')
    return this.token
  }
}

/** The account that a token stands for (RFC 7519, `sub`). */
function subjectOf(token: string): string {
  const payload = token.split('.')[1] ?? ''
  const { sub } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub: string }
  return sub
}

async function ask(form: Record<string, string>): Promise<Answer> {
  const response = await fetch('/api/token', { method: 'POST', body: new URLSearchParams(form) })
  if (!response.ok) throw await Problem.of(response)
  return (await response.json()) as Answer
}

function locked<T>(work: () => Promise<T>): Promise<T> {
  // not there on pages that are neither https nor localhost
  return navigator.locks ? (navigator.locks.request(LOCK, work) as Promise<T>) : work()
}
