import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { groups } from './groups.ts'
import { page } from './page.ts'
import { kept } from './results.ts'

const science = resolve(import.meta.dirname, '../../docs/science')

describe.each(groups)('$id', (group) => {
  test('a slice of it holds', { timeout: 60_000 }, async () => {
    const store = mkdtempSync(join(tmpdir(), 'dripline-slice-'))
    const { rows, passed } = await group.run({ size: 'slice', workers: 1, store, progress: () => {} })
    expect(rows.filter(({ verdict }) => verdict === 'FAIL')).toEqual([])
    expect(passed).toBe(true)
    for (const row of rows) if (row.verdict === 'does not fit') expect(row.why, row.what).toBeTruthy()
  })

  test('was validated in full, in this very engine; else: npm run validate', async () => {
    const result = kept(group)
    expect(result?.fingerprint).toBe(await fingerprint(group))
    expect(result?.outcome.passed).toBe(true)
  })
})

test('the page says what was found', () => {
  const chapters = groups.flatMap((group) => {
    const result = kept(group)
    return result ? [{ group, outcome: result.outcome }] : []
  })
  expect(readFileSync(join(science, 'validation.md'), 'utf8')).toBe(`${page(chapters).trimEnd()}\n`)
  for (const { outcome } of chapters)
    for (const { name, svg } of outcome.pictures) expect(readFileSync(join(science, name), 'utf8')).toBe(svg)
})
