import { Problem } from '@/api/problem'

type Translate = (key: string) => string

/** A problem as it is shown: the server's own words, which it says in the user's language, or ours where it said nothing. */
export function describe(
  thrown: unknown,
  t: Translate,
): Pick<Problem, 'title' | 'detail' | 'errors' | 'traceId'> {
  if (thrown instanceof Problem) return thrown
  // what fetch throws when no answer came
  const unreachable = thrown instanceof TypeError
  return {
    title: t(unreachable ? 'common.problem.unreachable' : 'common.problem.unexpected'),
    detail: t(unreachable ? 'common.problem.unreachableDetail' : 'common.problem.unexpectedDetail'),
    errors: [],
    traceId: null,
  }
}

/** What a problem says about one field of a form, or null. */
export function fieldError(thrown: unknown, field: string): string | null {
  return thrown instanceof Problem
    ? (thrown.errors.find((error) => error.field === field)?.message ?? null)
    : null
}
