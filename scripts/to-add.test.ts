import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { at } from './place.mjs'
import { recipes } from './to-add.mjs'

const read = (file: string) => readFileSync(at(file), 'utf8')
const rows = [...read('CONTRIBUTING.md').matchAll(/^\| (?!To add)(?!-)([^|]+?) \|/gm)].map(([, row]) => row)
/** Rows that a copy cannot try in two minutes, and what tries them. */
const elsewhere = ['loop in WebAssembly']

test('every row of “to add one” is tried, and nothing else', () => {
  expect(recipes.map(({ row }) => row).toSorted()).toEqual(rows.filter((row) => !elsewhere.includes(row ?? '')).toSorted())
})

test.each(recipes)('a $row is added with the names and the lines that stand there', ({ make, change = [] }) => {
  for (const [file, how] of Object.entries(make)) {
    expect(existsSync(at(file)), file).toBe(false)
    if ('like' in how) for (const name of Object.keys(how.names ?? {})) expect(read(how.like)).toContain(name)
  }
  for (const { file, find } of change) expect(read(file).split(find), find).toHaveLength(2)
})
