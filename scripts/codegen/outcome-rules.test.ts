import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { at } from '../place.mjs'
import { outcomeRules } from './outcome-rules.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'))
  cpSync(at('clinical/src'), join(folder, 'clinical'), { recursive: true })
  cpSync(at('server/src/care/outcomes'), join(folder, 'outcomes'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const version = () => outcomeRules(join(folder, 'clinical'), join(folder, 'outcomes')).text
const change = (file: string, from: string, to: string) => {
  const text = readFileSync(join(folder, file), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, file), text.replace(from, to))
}

test('the version that kept rows carry is the one of the rules as they stand', () => {
  expect(readFileSync(at('server/src/care/outcomes/rules-version.generated.ts'), 'utf8')).toBe(version())
})

test.each([
  ['clinical/outcome/responder.ts', '.gte(limits.painFallPercent)', '.gt(limits.painFallPercent)'],
  ['clinical/chart/baseline.ts', 'read.length < weekValues', 'read.length <= weekValues'],
  ['clinical/policies/responder.ts', "value: '30'", "value: '40'"],
  ['outcomes/outcome-of.ts', 'painAverage.slice(-1)', 'painAverage.slice(0, 1)'],
  ['outcomes/course-store.ts', "'!=', 'follow-up'", "'=', 'follow-up'"],
  ['outcomes/renew-outcomes.ts', 'windowTo + 1', 'windowTo'],
])('a rule that is another in %s makes every row anew', (file, from, to) => {
  const before = version()
  change(file, from, to)
  expect(version()).not.toBe(before)
})

test('a comment that is another makes none', () => {
  const before = version()
  change('outcomes/outcome-of.ts', '/** ', '/** And more: ')
  expect(version()).toBe(before)
})
