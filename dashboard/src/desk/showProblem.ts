import { nextTick } from 'vue'
import { Problem } from '@/api/problem'

/** Leads to what is wrong with a form: to the first field that is, or else to the words about it. */
export async function showProblem(form: HTMLElement | null): Promise<void> {
  await nextTick()
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  if (field) field.focus()
  else form?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' })
}

/** Whether all that is wrong is said at the fields, so that nothing needs to be said of the whole form. */
export function saidAtFields(thrown: unknown, fields: readonly string[]): boolean {
  return (
    thrown instanceof Problem &&
    thrown.errors.length > 0 &&
    thrown.errors.every(({ field }) => fields.includes(field))
  )
}
