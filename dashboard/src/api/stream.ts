import { EventSourceParserStream } from 'eventsource-parser/stream'
import { fetchSignedIn } from './client'
import { Problem } from './problem'

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000
/** A connection that lasted so long was a good one. */
const SETTLED = 30_000
/** The server gives a sign of life every 15 s; a connection without one is dead, though nobody has said so. */
const LONGEST_SILENCE = 45_000

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
      const began = Date.now()
      try {
        await attempt()
      } catch (thrown) {
        if (ended.signal.aborted) return
        if (refused(thrown)) {
          onState('ended', thrown)
          return
        }
        // the rest is what networks do
        if (!(thrown instanceof Problem || thrown instanceof TypeError || thrown instanceof DOMException))
          reportError(thrown)
      }
      if (ended.signal.aborted) return
      if (Date.now() - began >= SETTLED) pause = FIRST_PAUSE
      onState('waiting')
      await rest(pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    }
  }

  /** One connection, until it ends or falls silent. */
  async function attempt() {
    const connection = new AbortController()
    const close = () => connection.abort()
    ended.signal.addEventListener('abort', close)
    let silence = setTimeout(close, LONGEST_SILENCE)
    const alive = () => {
      clearTimeout(silence)
      silence = setTimeout(close, LONGEST_SILENCE)
    }
    try {
      const request = new Request(new URL(path, window.location.origin), {
        headers: { Accept: 'text/event-stream' },
        signal: connection.signal,
      })
      const response = await fetchSignedIn(request)
      if (!response.ok || !response.body) throw await Problem.of(response)
      onState('open')
      const reader = response.body
        .pipeThrough(
          new TransformStream<BufferSource, BufferSource>({
            transform: (bytes, next) => (alive(), next.enqueue(bytes)),
          }),
        )
        .pipeThrough(new TextDecoderStream())
        .pipeThrough(new EventSourceParserStream())
        .getReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        onEvent(JSON.parse(value.data) as T, value.event ?? 'message')
      }
    } finally {
      clearTimeout(silence)
      ended.signal.removeEventListener('abort', close)
      // also when whoever listens has thrown: the server counts open streams
      close()
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

function refused(thrown: unknown): thrown is Problem {
  return thrown instanceof Problem && thrown.status >= 400 && thrown.status < 500 && thrown.status !== 429
}
