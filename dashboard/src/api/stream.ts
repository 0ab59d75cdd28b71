import { EventSourceParserStream } from 'eventsource-parser/stream'
import { fetchSignedIn } from './client'
import { Problem } from './problem'

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000

/** What a stream tells of itself. */
export type StreamState = 'connecting' | 'open' | 'waiting' | 'ended'

export interface Stream {
  close(): void
}

/**
 * Follows server-sent events with the caller's token, which the browser's own EventSource cannot send. A stream that breaks
 * off is opened again, after pauses that grow to 15 s; one that is refused (4xx, but 429) ends.
 */
export function follow<T>(
  path: string,
  onEvent: (data: T, name: string) => void,
  onState: (state: StreamState, problem?: Problem) => void = () => {},
): Stream {
  const ended = new AbortController()
  void run()
  return { close: () => ended.abort() }

  async function run() {
    let pause = FIRST_PAUSE
    while (!ended.signal.aborted) {
      onState('connecting')
      try {
        const request = new Request(new URL(path, window.location.origin), {
          headers: { Accept: 'text/event-stream' },
          signal: ended.signal,
        })
        const response = await fetchSignedIn(request)
        if (!response.ok || !response.body) throw await Problem.of(response)
        onState('open')
        const reader = response.body
          .pipeThrough(new TextDecoderStream())
          .pipeThrough(new EventSourceParserStream())
          .getReader()
        for (;;) {
          const { done, value } = await reader.read()
          if (done) break
          pause = FIRST_PAUSE
          onEvent(JSON.parse(value.data) as T, value.event ?? 'message')
        }
      } catch (thrown) {
        if (ended.signal.aborted) return
        if (
          thrown instanceof Problem &&
          thrown.status >= 400 &&
          thrown.status < 500 &&
          thrown.status !== 429
        ) {
          onState('ended', thrown)
          return
        }
      }
      if (ended.signal.aborted) return
      onState('waiting')
      await rest(pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    }
  }

  function rest(milliseconds: number) {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      ended.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}
