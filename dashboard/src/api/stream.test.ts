import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from './problem'
import { follow, type Stream, type StreamState } from './stream'

const encoder = new TextEncoder()

/** The network, which answers one request after the other as told. */
function answers(...responses: ((request: Request) => Response)[]) {
  const requests: Request[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request)
    const next = responses.shift()
    if (!next) return new Promise<Response>(() => {})
    return next(request)
  })
  return requests
}

const events =
  (...chunks: string[]) =>
  () =>
    new Response(
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
          controller.close()
        },
      }),
      { headers: { 'Content-Type': 'text/event-stream' } },
    )

describe('a stream', () => {
  let stream: Stream | undefined
  const seen: unknown[] = []
  const states: StreamState[] = []
  const problems: (Problem | undefined)[] = []

  beforeEach(() => {
    vi.useFakeTimers()
    seen.length = states.length = problems.length = 0
  })

  afterEach(() => {
    stream?.close()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  function open() {
    stream = follow<unknown>(
      '/api/orders/updates',
      (data) => seen.push(data),
      (state, problem) => {
        states.push(state)
        problems.push(problem)
      },
    )
  }

  it('hands on events that come in pieces, and leaves signs of life out', async () => {
    answers(events('event: order\ndata: {"id"', ':1}\n\n: still here\n\nevent: order\ndata: {"id":2}\n\n'))
    open()

    await vi.waitFor(() => expect(seen).toEqual([{ id: 1 }, { id: 2 }]))
  })

  it('is opened again when it breaks off', async () => {
    const requests = answers(events('data: {"id":1}\n\n'), events('data: {"id":2}\n\n'))
    open()
    await vi.waitFor(() => expect(states).toContain('waiting'))
    await vi.advanceTimersByTimeAsync(500)

    await vi.waitFor(() => expect(seen).toEqual([{ id: 1 }, { id: 2 }]))
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/api/orders/updates',
      '/api/orders/updates',
    ])
  })

  it('is opened again when the service is away for a moment', async () => {
    answers(() => new Response(null, { status: 503 }), events('data: {"id":1}\n\n'))
    open()
    await vi.waitFor(() => expect(states).toContain('waiting'))
    await vi.advanceTimersByTimeAsync(500)

    await vi.waitFor(() => expect(seen).toEqual([{ id: 1 }]))
  })

  it('ends when it is refused, and says why', async () => {
    const requests = answers(() => new Response(null, { status: 404 }))
    open()
    await vi.waitFor(() => expect(states).toEqual(['connecting', 'ended']))
    await vi.advanceTimersByTimeAsync(60_000)

    expect(problems.at(-1)).toMatchObject({ status: 404 })
    expect(requests).toHaveLength(1)
  })

  it('is opened again when it falls silent', async () => {
    const silent = ({ signal }: Request) =>
      new Response(
        new ReadableStream({
          start: (controller) => signal.addEventListener('abort', () => controller.error(signal.reason)),
        }),
        { headers: { 'Content-Type': 'text/event-stream' } },
      )
    answers(silent, events('data: {"id":2}\n\n'))
    open()
    await vi.waitFor(() => expect(states).toContain('open'))
    await vi.advanceTimersByTimeAsync(45_500)

    await vi.waitFor(() => expect(seen).toEqual([{ id: 2 }]))
    expect(states.slice(0, 4)).toEqual(['connecting', 'open', 'waiting', 'connecting'])
  })

  it('is not opened again once it is closed', async () => {
    const requests = answers(events('data: {"id":1}\n\n'), events('data: {"id":2}\n\n'))
    open()
    await vi.waitFor(() => expect(states).toContain('waiting'))
    stream?.close()
    await vi.advanceTimersByTimeAsync(60_000)

    expect(requests).toHaveLength(1)
  })
})
