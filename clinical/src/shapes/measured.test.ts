import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { faultSaid } from '../words/asked.ts'
import { sayFault } from '../words/fault-words.ts'
import { countOf, decimalOf, refuseNoPressure, signsFields, wholeOf } from './measured.ts'
import { measures } from './measures.ts'

const signs = z.object(signsFields).superRefine(refuseNoPressure)
const faults = (shape: z.ZodType, sent: unknown) =>
  (shape.safeParse(sent).error?.issues ?? []).map(({ path, message }) => [path.join('.'), sayFault(faultSaid(message))])
const none = { systolic: null, diastolic: null, pulse: null, spo2: null, resp: null }

describe('a pressure', () => {
  test('of 80/140 is refused at both fields', () => {
    const message = '“80/140” cannot be: the lower number of a pressure is under the upper one. Were they swapped?'
    expect(faults(signs, { ...none, systolic: 80, diastolic: 140 })).toEqual([
      ['systolic', message],
      ['diastolic', message],
    ])
  })
  test('of equal numbers cannot be', () => expect(faults(signs, { ...none, systolic: '120', diastolic: '120' })).toHaveLength(2))
  test('is not its lower number alone', () => expect(faults(signs, { ...none, diastolic: 80 })).toHaveLength(2))
  test('may be felt at the wrist, the upper number alone', () =>
    expect(signs.parse({ ...none, systolic: '90', diastolic: ' ' })).toMatchObject({ systolic: 90, diastolic: null }))
})

test('all faults are told at once, each at its field', () =>
  expect(
    faults(signs, { systolic: '1400', diastolic: '78.5', pulse: 'fast', spo2: 105, resp: -1 }).map(([field]) => field),
  ).toEqual(['systolic', 'diastolic', 'pulse', 'spo2', 'resp']))

test('numbers and what was typed give the same', () => {
  expect(wholeOf(measures.pulse).parse('72')).toBe(72)
  expect(wholeOf(measures.pulse).parse(72)).toBe(72)
  expect(decimalOf(measures.weightKg).parse('72,5')).toBe('72.5')
})

test('a count of vials is whole: one and a half are not fifteen', () => {
  expect(faults(countOf('vials', 1, 200), '1.5')).toEqual([['', '“1.5” is finer than we keep: whole numbers only']])
  expect(countOf('vials', 1, 200).parse('15')).toBe(15)
})
