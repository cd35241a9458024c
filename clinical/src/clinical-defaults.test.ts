import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { clinicalDefaults, notYetApproved } from './clinical-defaults.ts'
import { definitionFolders } from './definition-folders.generated.ts'

const folderOf = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url))
const defaultOf = (kind: string, id: string) => {
  const found = clinicalDefaults.find((each) => each.kind === kind && each.id === id)
  if (!found) throw new Error(`no ${kind} ${id}`)
  return found
}

test('every default has a version, a title, a basis and a source, and stands once', () => {
  expect(new Set(clinicalDefaults.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(clinicalDefaults.length)
  for (const { version, title, basis, source, group } of clinicalDefaults) {
    expect(version).toMatch(/^[0-9a-f]{12}$/)
    expect(title).not.toBe('')
    expect(group).not.toBe('')
    expect(['source', 'proposed']).toContain(basis)
    expect(source.length).toBeGreaterThan(5)
  }
})

test('every file of every folder of definitions is listed: nobody keeps a list by hand', () => {
  const files = Object.keys(definitionFolders).flatMap((folder) =>
    readdirSync(folderOf(folder)).filter((file) => file.endsWith('.ts') && !/^index|[.]test[.]/.test(file)),
  )
  expect(files.length).toBeGreaterThan(40)
  expect(clinicalDefaults.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
})

describe('the values that are read before approving', () => {
  test('stand with each default, each with what it says, its source and its basis', () => {
    for (const { id, values } of clinicalDefaults) {
      expect([id, values.length > 0]).toEqual([id, true])
      expect(new Set(values.map(({ name }) => name)).size).toBe(values.length)
      for (const value of values) {
        expect(value.says.length).toBeGreaterThan(1)
        expect(value.value).not.toMatch(/undefined|\[object|NaN/)
        expect(value.source.length).toBeGreaterThan(5)
        expect(['source', 'proposed']).toContain(value.basis)
      }
    }
  })

  test.each([
    ['policy', 'responder', 'remissionUnder', '5 of 27', 'Kroenke 2001'],
    ['policy', 'drug-count', 'openedPercent', '2 %', 'clinical reference 7.1'],
    ['protocol', 'crps-outpatient-ten-day', 'dose.amount', '0.35', 'Schwartzman et al. Pain 2009;147:107–115'],
    ['protocol', 'crps-outpatient-ten-day', 'limits.Length.least', '120', 'Cohen et al. 2018'],
    ['protocol', 'crps-outpatient-ten-day', 'checks.afterStart', '5, 10, 15', 'clinical reference 3.1; proposed'],
    ['questionnaire', 'phq-9', 'bands.3', '10, moderate', 'Kroenke, Spitzer & Williams. J Gen Intern Med 2001;16:606–613'],
  ])('%s %s: %s is %s, by %s', (kind, id, name, value, source) => {
    const shown = defaultOf(kind, id).values.find((each) => each.name === name)
    expect([shown?.value, shown?.source]).toEqual([value, source])
  })

  test('show a rule by the cases that it judges', () => {
    const { values } = defaultOf('rule', 'blood-pressure')
    const cases = values.find(({ name }) => name === 'examples')?.value
    expect(cases).toContain('systolic 180, diastolic 80 → exclude; ')
  })
})

test('an approval holds for one version only', () => {
  expect(notYetApproved(clinicalDefaults)).toEqual([])
  expect(notYetApproved([])).toEqual(clinicalDefaults)
  const [first, ...rest] = clinicalDefaults
  if (!first) throw new Error('there are no defaults')
  expect(notYetApproved([{ ...first, version: '000000000000' }, ...rest])).toEqual([first])
})
