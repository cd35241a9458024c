import { expect, test } from 'vitest'
import { clinicalDefaults, notYetApproved } from './clinical-defaults.ts'

test('every default has a version, a title, a basis and a source, and stands once', () => {
  expect(new Set(clinicalDefaults.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(clinicalDefaults.length)
  for (const { version, title, basis, source } of clinicalDefaults) {
    expect(version).toMatch(/^[0-9a-f]{12}$/)
    expect(title).not.toBe('')
    expect(['source', 'proposed']).toContain(basis)
    expect(source.length).toBeGreaterThan(5)
  }
})

test('an approval holds for one version only', () => {
  expect(notYetApproved(clinicalDefaults)).toEqual([])
  expect(notYetApproved([])).toEqual(clinicalDefaults)
  const [first, ...rest] = clinicalDefaults
  if (!first) throw new Error('there are no defaults')
  expect(notYetApproved([{ ...first, version: '000000000000' }, ...rest])).toEqual([first])
})
