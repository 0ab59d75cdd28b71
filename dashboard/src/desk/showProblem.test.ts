import { expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { saidAtFields, showProblem } from './showProblem'

const invalid = (...fields: string[]) =>
  new Problem(422, {
    code: 'INVALID_REQUEST',
    errors: fields.map((field) => ({ field, message: 'is wrong' })),
  })

it('a form has nothing to say where its fields say all', () => {
  expect(saidAtFields(invalid('name', 'sku'), ['name', 'sku'])).toBe(true)
  expect(saidAtFields(invalid('name', 'id'), ['name', 'sku'])).toBe(false)
  expect(saidAtFields(new Problem(409, { code: 'CONCURRENT_CHANGE' }), ['name'])).toBe(false)
  expect(saidAtFields(new TypeError('no network'), ['name'])).toBe(false)
})

it('the first field that is wrong gets the focus', async () => {
  const form = document.createElement('form')
  for (const name of ['a', 'b', 'c']) {
    const input = document.createElement('input')
    input.name = name
    if (name !== 'a') input.setAttribute('aria-invalid', 'true')
    form.append(input)
  }
  document.body.append(form)
  await showProblem(form)
  expect((document.activeElement as HTMLInputElement).name).toBe('b')
  form.remove()
})
