import { describe, expect, it } from 'vitest'
import { Problem } from './problem'

const answer = (status: number, document: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(document), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })

describe('a problem', () => {
  it('has the words of the document', async () => {
    const problem = await Problem.of(
      answer(422, {
        title: 'Invalid request',
        detail: 'The request is invalid.',
        code: 'INVALID_REQUEST',
        traceId: 'abc',
        errors: [{ field: 'sku', message: 'must not be blank' }],
      }),
    )

    expect(problem).toMatchObject({
      status: 422,
      code: 'INVALID_REQUEST',
      title: 'Invalid request',
      detail: 'The request is invalid.',
      traceId: 'abc',
      retryAfter: null,
      errors: [{ field: 'sku', message: 'must not be blank' }],
    })
  })

  it('says when it may be tried again', async () => {
    expect((await Problem.of(answer(429, {}, { 'Retry-After': '7' }))).retryAfter).toBe(7)
  })

  it('is made of a refusal of the token endpoint, which speaks otherwise', async () => {
    const problem = await Problem.of(
      answer(400, { error: 'invalid_grant', error_description: 'user name or password is wrong' }),
    )

    expect(problem).toMatchObject({ code: 'INVALID_GRANT', title: 'user name or password is wrong' })
  })

  it('is made of an answer that is no document', async () => {
    const problem = await Problem.of(
      new Response('<html>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
    )

    expect(problem).toMatchObject({ status: 502, code: 'HTTP_502', errors: [] })
  })
})
