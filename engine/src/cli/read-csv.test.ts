import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readColumns } from './read-csv.ts'

const folder = mkdtempSync(join(tmpdir(), 'columns-'))
afterAll(() => rmSync(folder, { recursive: true }))

const read = (text: string) => {
  const file = join(folder, 'samples.csv')
  writeFileSync(file, text)
  return readColumns(file, { needed: ['atMin', 'ngPerMl'], known: [] })
}

describe('a file of columns', () => {
  test('with semicolons has decimal commas', () =>
    expect(read('atMin;ngPerMl\n5;72,5\n10;81,25\n')).toEqual([
      { atMin: 5, ngPerMl: 72.5 },
      { atMin: 10, ngPerMl: 81.25 },
    ]))
  test('what could be thousands is left as it was written, to be refused by its name', () =>
    expect(read('atMin;ngPerMl\n5;1,234\n')).toEqual([{ atMin: 5, ngPerMl: '1,234' }]))
  test.each(['0x5c', '0b11', '0o17', 'Infinity', '1_000', '１２'])('%s is no number', (cell) =>
    expect(read(`atMin,ngPerMl\n5,${cell}\n`)).toEqual([{ atMin: 5, ngPerMl: cell }]),
  )
  test('plain numbers and powers of ten are', () =>
    expect(read('atMin,ngPerMl\n-5,1.5e2\n')).toEqual([{ atMin: -5, ngPerMl: 150 }]))
})
