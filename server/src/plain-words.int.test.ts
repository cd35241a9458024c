import { type Fault, fieldWords, sayFault, sentence } from '@dripline/clinical'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { createApp, routesOf } from './app.ts'
import { exampleOf } from './platform/example.ts'
import { faultsOf } from './platform/shape.ts'
import { testClinic } from './platform/testing.ts'

type Route = ReturnType<typeof routesOf>['audiences'][number]
let routes: Route[] = []
const held: (Fault & { route: string })[] = []

beforeAll(async () => {
  const { ground } = await testClinic()
  const app = createApp({
    ground,
    render: async () => ({ status: 200, html: '' }),
    trust: { publicUrl: undefined, proxies: [] },
    assets: '.',
  })
  routes = routesOf(app).audiences.filter(({ shapes }) => shapes.length > 0)
  for (const { method, path, shapes } of routes)
    for (const { schema } of shapes) held.push(...refusals(schema).map((fault) => ({ ...fault, route: `${method} ${path}` })))
})

// Every wrong thing that a form, a script or a hand could send in the place of something.
const wrong = [
  undefined,
  null,
  '',
  ' ',
  'x'.repeat(5000),
  '1,234',
  '0x5c',
  '-3',
  '1e99',
  1e9,
  -7,
  1.5,
  true,
  [],
  {},
  ['x'],
  { x: 1 },
]

const places = (value: unknown, path: readonly string[] = []): string[][] =>
  value !== null && typeof value === 'object'
    ? [[...path], ...Object.entries(value).flatMap(([key, each]) => places(each, [...path, key]))]
    : [[...path]]

const withAt = (value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown => {
  if (key === undefined) return put
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as unknown as Record<string, unknown>)
    : { ...(value as object) }
  copy[key] = withAt(copy[key], rest, put)
  return copy
}

const refusals = (schema: ZodType) => {
  const example = exampleOf(schema)
  const sent = [
    ...wrong,
    { ...(example as object), somethingElse: 1 },
    ...places(example).flatMap((path) => wrong.map((each) => withAt(example, path, each))),
  ]
  return sent.flatMap((each) => {
    const { error } = schema.safeParse(each)
    return error ? faultsOf(error.issues, each) : []
  })
}

const machineWords =
  /\b(expected|received|invalid|undefined|null|NaN|string|boolean|object|array|regex|pattern|input|enum|union|zod|ISO|YYYY)\b|[<>]=|\/\^|\b(is|has)[A-Z]\w*|\w+\.\w+\.\w+/
// A field may be called by its unit; otherwise no name of a program's may reach anybody.
const isPlainName = (field: string) => !/^$|[._]|[a-z][A-Z]/.test(fieldWords(field).replaceAll(/mL|SpO₂/g, 'it'))
const isPlain = (words: string) => words.trim() !== '' && !machineWords.test(words) && /^\P{Ll}/u.test(sentence(words))

describe('whatever is wrong with what a route is sent', () => {
  test('is said in plain words, at a field that has a name', () => {
    expect(routes.length).toBeGreaterThan(60)
    expect(held.length).toBeGreaterThan(2000)
    const unplain = held.filter((fault) => !isPlain(sayFault(fault)) || !isPlainName(fault.field))
    expect([
      ...new Set(unplain.map((fault) => `${fault.route} ${fieldWords(fault.field)} (${fault.field}): ${sayFault(fault)}`)),
    ]).toEqual([])
  })

  test('is a code, and no sentence', () => {
    const asWritten = held.filter(({ code }) => code === 'as-written')
    expect([...new Set(asWritten.map((fault) => `${fault.route} ${fault.field}: ${sayFault(fault)}`))]).toEqual([])
  })
})
