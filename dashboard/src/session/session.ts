import { useQueryClient } from '@tanstack/vue-query'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, body, useTokens, type Schemas } from '@/api/client'
import { Problem } from '@/api/problem'
import { SessionTokens } from './tokens'

/** For what goes on without the session: the pages say themselves when the server refuses or is away. */
export function reportUnlessRefused(thrown: unknown): void {
  if (!(thrown instanceof Problem) && !(thrown instanceof TypeError)) reportError(thrown)
}

/** Who is signed in, in this browser. */
export const useSession = defineStore('session', () => {
  const queries = useQueryClient()
  const account = ref<Schemas['Account'] | null>(null)
  const signedIn = computed(() => account.value !== null)
  const admin = computed(() => account.value?.roles.includes('ADMIN') ?? false)

  const tabs = new BroadcastChannel('daybook-session')
  // somebody signed in or out in another tab: all tabs have one cookie, so they go on as the same one
  tabs.onmessage = () => {
    tokens.drop()
    leave()
    resume().catch(reportUnlessRefused)
  }
  const tokens = new SessionTokens(leave)
  useTokens(tokens)

  function leave() {
    account.value = null
    forgetWhatIsPrivate()
  }

  async function enter() {
    forgetWhatIsPrivate()
    account.value = await body(api.GET('/api/users/me'))
  }

  /** Nothing of one account may be shown to the next; only keys that begin with `public` are everybody's. */
  function forgetWhatIsPrivate() {
    queries.getMutationCache().clear()
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'public' })
  }

  /** Takes up the session that a reload interrupted; nothing happens where there was none. */
  async function resume(): Promise<void> {
    if (!tokens.expected || !(await tokens.resume())) return
    try {
      await enter()
    } catch (thrown) {
      // no token without a name to it: the page shows nobody, and so acts for nobody
      tokens.drop()
      throw thrown
    }
  }

  async function signIn(username: string, password: string): Promise<void> {
    await tokens.signIn(username, password)
    await enter()
    tabs.postMessage('signed in')
  }

  async function signOut(): Promise<void> {
    await tokens.signOut()
    leave()
    tabs.postMessage('signed out')
  }

  return { account, signedIn, admin, resume, signIn, signOut }
})
