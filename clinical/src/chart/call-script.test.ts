import { describe, expect, test } from 'vitest'
import {
  type CallOutcome,
  callOutcomes,
  callScript,
  callStanding,
  handedOn,
  inTheirWords,
  mayEndCall,
  phaseAt,
  redFlags,
} from './call-script.ts'
import { answersShape } from './chart-answers.ts'

describe('the fifteen minutes', () => {
  test('five parts follow each other from 0 to 15 without a gap', () => {
    const edges = callScript.phases.map(({ from, to }) => [from, to])
    expect(edges).toEqual([
      [0, 2],
      [2, 6],
      [6, 10],
      [10, 13],
      [13, 15],
    ])
  })

  test('the part that runs is known at every minute, and the last one stays when time is over', () => {
    expect([0, 1.99, 2, 9, 13.6, 15, 40].map((minute) => phaseAt(minute).id)).toEqual([
      'safe',
      'safe',
      'story',
      'flags',
      'next',
      'next',
      'next',
    ])
  })
})

test('every part has words to say aloud; who calls and for whom is named, and nothing is promised', () => {
  const said = callScript.phases.map(({ says }) => says.map((line) => inTheirWords(line, { me: 'P. Larkspur', clinic: 'Ridge' })))
  for (const lines of said) expect(lines.join('').length).toBeGreaterThan(40)
  expect(said[0]?.[0]).toBe(
    'Hello, this is P. Larkspur from Ridge. You asked for a free call of about fifteen minutes. Is now a good time?',
  )
  expect(said.flat().join(' ')).not.toMatch(/[{}]|promise|guarantee|cure|will help/i)
})

describe('safety comes first', () => {
  const outcomes = Object.keys(callOutcomes) as CallOutcome[]

  test('no outcome while the safety question has no answer, except an urgent referral', () => {
    expect(outcomes.filter((outcome) => mayEndCall(outcome, null) === null)).toEqual(['urgent referral'])
    expect(mayEndCall('declined', null)).toBe('safety-unanswered')
  })

  test('nothing is booked for a caller who says yes; every other ending stays open', () => {
    expect(outcomes.filter((outcome) => mayEndCall(outcome, 'yes') !== null)).toEqual(['book evaluation'])
    expect(callStanding('yes')).toEqual({ showsCrisis: true, offersBooking: false })
    expect(callStanding('rather-not-say').showsCrisis).toBe(true)
    expect(callStanding('no')).toEqual({ showsCrisis: false, offersBooking: true })
    expect(callStanding(null)).toEqual({ showsCrisis: false, offersBooking: false })
  })
})

describe('answers are handed on', () => {
  test('every answer of every red flag is one that the chart can hold', () => {
    for (const answer of ['yes', 'no', 'not-sure'] as const) {
      const all = handedOn(Object.fromEntries(redFlags.map(({ id }) => [id, answer])), 'no')
      expect(answersShape.safeParse(all).success).toBe(true)
      expect(Object.keys(all).length).toBeGreaterThanOrEqual(redFlags.length)
    }
  })

  test('what was not asked is not there, and not sure never becomes no', () => {
    expect(handedOn({ liver: 'not-sure', psychosis: 'not-sure', mania: 'yes' }, null)).toEqual({
      psychosis: 'not-sure',
      mania: 'yes',
    })
    expect(handedOn({ pregnancy: 'yes', nonsense: 'yes' }, 'no')).toEqual({ pregnancy: 'not-sure', safetyQuestion: 'no' })
  })
})
