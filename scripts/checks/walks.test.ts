import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { at } from '../place.mjs'
import { quantities } from './quantities.mjs'

const walks: string = readFileSync(at('docs/walks.md'), 'utf8')
const steps = [...walks.matchAll(/\[`(\w+)`\]\((\.\.\/[^)]+)\)/g)].map(([, name = '', path = '']) => ({ name, path }))

/** Whether a source makes this name, and does not only use it. */
const makes = (text: string, name: string) =>
  new RegExp(`\\b(function|const|class|type|constraint)\\s+${name}\\b`, 'i').test(text) ||
  new RegExp(`export \\{[^}]*\\b${name}\\b[^}]*\\}`).test(text)

const lost = (all: typeof steps) =>
  all.flatMap(({ name, path }) => {
    const file = resolve(at('docs'), path)
    if (!existsSync(file)) return [`${path} is not there`]
    return makes(readFileSync(file, 'utf8'), name) ? [] : [`${path} makes no ${name}`]
  })

test('every step of both walks names a file that is there and makes what stands before it', () => {
  expect(steps.length).toBeGreaterThan(35)
  expect(lost(steps)).toEqual([])
})

test('a step whose file or name is gone is told', () => {
  const [first] = steps
  expect(lost([{ name: 'Designed', path: first?.path ?? '' }])).toEqual([`${first?.path} makes no Designed`])
  expect(lost([{ name: 'Designer', path: '../web/src/nowhere.tsx' }])).toEqual(['../web/src/nowhere.tsx is not there'])
})

test('a walk calls each quantity by its name, and passes every one that has a row in the glossary', () => {
  for (const { name, never } of quantities()) {
    expect(walks, name).toContain(`\`${name}\``)
    for (const word of never) expect(walks).not.toContain(`\`${word}\``)
  }
})
