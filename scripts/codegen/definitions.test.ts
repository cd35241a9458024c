import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { camelCase, definitionIndex } from './definitions.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'definitions-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const put = (file: string, text: string) => writeFileSync(join(folder, file), text)

test.each([
  ['kamp-2020', 'kamp2020'],
  ['phq-9', 'phq9'],
  ['crps-outpatient-ten-day', 'crpsOutpatientTenDay'],
  ['domino', 'domino'],
])('the file %s exports %s', (file, name) => expect(camelCase(file)).toBe(name))

test('an index has one line per definition and none for tests, data or itself', () => {
  for (const file of ['b-2.ts', 'a.ts', 'a.test.ts', 'index.ts', 'note.md']) put(file, file)
  const lines: string[] = definitionIndex(folder).split('\n')
  expect(lines.filter((line) => line.startsWith('export {'))).toEqual([
    "export { a } from './a.ts'",
    "export { b2 } from './b-2.ts'",
  ])
})

test('the version of a definition changes with any byte of its file, and of no other', () => {
  const versions = () => definitionIndex(folder).match(/'[0-9a-f]{12}'/g)
  put('a.ts', 'dose: 1')
  put('b.ts', 'dose: 1')
  const before = versions()
  put('b.ts', 'dose: 2')
  const after = versions()
  expect(before?.[0]).toBe(before?.[1])
  expect(after?.[0]).toBe(before?.[0])
  expect(after?.[1]).not.toBe(before?.[1])
})
