import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { localesIn, messageModules } from './messages.mjs'

let folder = ''
const itselfOf = (locale: string) => ({ tag: locale, name: locale, reviewedBy: null })
/** A folder of messages: a file by its path, a message by its name. */
const folderOf = (files: Readonly<Record<string, Readonly<Record<string, string>> | null>>) => {
  folder = mkdtempSync(join(tmpdir(), 'messages-'))
  const itself = Object.fromEntries(Object.keys(files).map((file) => [`${dirname(file)}/language.json`, itselfOf(dirname(file))]))
  for (const [file, messages] of Object.entries({ ...itself, ...files })) {
    if (messages === null) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), JSON.stringify(messages))
  }
  return folder
}
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const compiled = (messages: Record<string, string>) => () =>
  messageModules(folderOf({ 'en/time.json': messages })).find(({ path }: { path: string }) => path.endsWith('time.generated.ts'))
    ?.text

describe('messages are compiled', () => {
  test('to functions of their reader and their values, each with its type', () => {
    expect(compiled({ clock: '{hour}:{minute, number}' })()).toContain('message<{ hour: string; minute: number }>')
  })

  test.each([
    ['nothing to compile', {}, /has no message/],
    ['a message that says nothing', { a: ' ' }, /says nothing/],
    ['a brace that is not closed', { a: 'Hello {name' }, /cannot be read/],
    ['a name that is none', { 'a-b': 'Hello' }, /is no name/],
    ['a choice without what else', { a: '{kind, select, call {x}}' }, /cannot be read/],
    ['a count without its one', { a: '{n, plural, other {# calls}}' }, /lacks one/],
    ['a date that is not given in words', { a: '{at, date}' }, /by its zone/],
    ['one value of two kinds', { a: '{n} {n, plural, one {#} other {#}}' }, /is used as/],
  ])('%s is refused', (_, messages, why) => {
    expect(compiled(messages as Record<string, string>)).toThrow(why)
  })

  test('no folder of English is refused', () => {
    expect(() => localesIn(folderOf({ 'es/time.json': { a: 'Hola' } }))).toThrow(/has no en/)
  })
})

describe('another language', () => {
  const english = { 'en/time.json': { hello: 'Hello {name}', calls: '{n, plural, one {# call} other {# calls}}' } }
  const spanish = { hello: 'Hola {name}', calls: '{n, plural, one {# llamada} other {# llamadas}}' }
  const withSpanish =
    (messages: Record<string, string>, file = 'es/time.json') =>
    () =>
      messageModules(folderOf({ ...english, [file]: messages }))

  test('is one folder of the same files', () => {
    const [locales] = withSpanish(spanish)()
    expect(locales?.text).toContain("['en', 'es']")
  })

  test.each([
    ['lacks a message', { hello: spanish.hello }, /lacks calls/],
    ['has one more', { ...spanish, more: 'Más' }, /has more, which English has not/],
    ['forgets a value', { ...spanish, hello: 'Hola' }, /other placeholders/],
    ['asks for another value', { ...spanish, hello: 'Hola {nombre}' }, /other placeholders/],
  ])('%s: refused', (_, messages, why) => {
    expect(withSpanish(messages as Record<string, string>)).toThrow(why)
  })

  test('lacks a file: refused', () => {
    expect(withSpanish(spanish, 'es/other.json')).toThrow(/es\/time.json is missing[\s\S]*es\/other.json is not in English/)
  })
})
