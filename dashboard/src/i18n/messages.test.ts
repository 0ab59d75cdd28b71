import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Texts = { [key: string]: string | Texts }

const here = import.meta.dirname
const files = readdirSync(join(here, 'en'))
const source = join(here, '..')

function read(language: string, file: string): Record<string, string> {
  return flat(
    JSON.parse(readFileSync(join(here, language, file), 'utf8')) as Texts,
    file.replace('.json', ''),
  )
}

function flat(texts: Texts, prefix: string): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(texts).map(([key, value]) =>
      typeof value === 'string' ? { [`${prefix}.${key}`]: value } : flat(value, `${prefix}.${key}`),
    ),
  ) as Record<string, string>
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

describe.each(files)('the messages of %s', (file) => {
  const english = read('en', file)
  const russian = read('ru', file)

  it('are there in both languages', () => {
    expect(Object.keys(russian).sort()).toEqual(Object.keys(english).sort())
  })

  it('have the same placeholders in both languages', () => {
    // {n} may be left out where a form speaks of one, or of none
    const without = (text: string) => placeholders(text).filter((name) => name !== '{n}')
    for (const key of Object.keys(english))
      expect(without(russian[key] ?? ''), key).toEqual(without(english[key] ?? ''))
  })
})

it('there is a message for every key that is named in the source', () => {
  const known = Object.assign({}, ...files.map((file) => read('en', file))) as Record<string, string>
  const named = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts'))
    .flatMap((name) =>
      [
        ...readFileSync(join(source, name), 'utf8').matchAll(
          /['"`]((?:common|shop|desk|records)(?:\.\w+)+)['"`]/g,
        ),
      ].map((match) => match[1] as string),
    )
  const isThere = (key: string) =>
    key in known || Object.keys(known).some((other) => other.startsWith(`${key}.`))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((key) => !isThere(key))).toEqual([])
})
