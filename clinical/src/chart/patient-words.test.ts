import { expect, test } from 'vitest'
import { readerOf } from '../words/reader.ts'
import { patientWords } from './patient-words.ts'
import { screen } from './screen.ts'

const at = '2026-11-22T15:00:00Z'

test('a person with active psychosis reads the same neutral words as anybody else', () => {
  const ticked = patientWords(readerOf('en'), screen({ psychosis: { value: 'yes', at } }, 'screening', { at }))
  expect(ticked).toEqual(patientWords(readerOf('en'), []))
  expect(ticked.text).not.toMatch(/eligib|suitab|candidate|qualif/i)
})

test('any answer but no to the safety question leads to help', () => {
  for (const value of ['yes', 'rather-not-say'] as const)
    expect(patientWords(readerOf('en'), screen({ safetyQuestion: { value, at } }, 'screening', { at })).kind).toBe('urgent help')
})
