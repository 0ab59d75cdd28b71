import { useQueryClient } from '@tanstack/vue-query'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, body, useTokens, type Schemas } from '@/api/client'
import { SessionTokens } from './tokens'

/** Who is signed in, in this browser. */
export const useSession = defineStore('session', () => {
  const queries = useQueryClient()
  const account = ref<Schemas['Account'] | null>(null)
  const signedIn = computed(() => account.value !== null)
  const admin = computed(() => account.value?.roles.includes('ADMIN') ?? false)

  const tabs = new BroadcastChannel('daybook-session')
  tabs.onmessage = () => {
    tokens.forget()
    leave()
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
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'public' })
  }

  /** Takes up the session that a reload interrupted; nothing happens where there was none. */
  async function resume(): Promise<void> {
    if (tokens.expected && (await tokens.resume())) await enter()
  }

  async function signIn(username: string, password: string): Promise<void> {
    await tokens.signIn(username, password)
    await enter()
  }

  async function signOut(): Promise<void> {
    await tokens.signOut()
    leave()
    tabs.postMessage('signed out')
  }

  return { account, signedIn, admin, resume, signIn, signOut }
})
