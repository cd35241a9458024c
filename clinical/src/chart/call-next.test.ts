import { expect, test } from 'vitest'
import { callNext, nextAfter } from './call-next.ts'
import { type CallOutcome, callOutcomes } from './call-script.ts'

const outcomes = Object.keys(callOutcomes) as CallOutcome[]

test('every outcome has a way on, and every way on belongs to an outcome', () => {
  for (const outcome of outcomes) expect(nextAfter(outcome).length).toBeGreaterThan(1)
  expect(new Set(outcomes.flatMap(nextAfter))).toEqual(new Set(Object.keys(callNext)))
})

test('only an outcome that is safe to book after books an evaluation; a caller in danger is handed to somebody', () => {
  const books = (outcome: CallOutcome) => nextAfter(outcome).flatMap((next) => callNext[next].books ?? [])
  expect(outcomes.filter((outcome) => books(outcome).includes('evaluation'))).toEqual(['book evaluation'])
  expect(books('urgent referral')).toEqual([])
  expect(nextAfter('urgent referral')).toEqual(['emergency services', 'crisis line', 'own clinician'])
})
