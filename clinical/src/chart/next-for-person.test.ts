import { describe, expect, test } from 'vitest'
import { notHereYet } from '../visit/visit-next.ts'
import { type NextStep, nextForPerson, type PersonFacts } from './next-for-person.ts'

const today = '2026-11-23'
const visit = { sessionId: 's1', state: 'running' as const, next: notHereYet }
const times = [null, ...(['call', 'evaluation', 'infusion'] as const).map((kind) => ({ kind, at: '2026-11-27T14:00:00Z' }))]

/** Every state there is, with each number as none or one. */
const states: PersonFacts[] = [true, false].flatMap((isMerged) =>
  [true, false].flatMap((isPatient) =>
    [null, visit].flatMap((openVisit) =>
      [
        [0, 0],
        [0, 1],
        [1, 1],
      ].flatMap(([unownedAlerts = 0, openAlerts = 0]) =>
        times.flatMap((next) =>
          (['none', 'undecided', 'accept', 'defer', 'decline'] as const).flatMap((screening) =>
            [null, '2026-11-22', '2026-11-24'].flatMap((lookAgainOn) =>
              (['none', 'stale', 'current'] as const).flatMap((consent) =>
                (['none', 'under way', 'over'] as const).flatMap((plan) =>
                  [0, 1].map((uncheckedMedicines) => ({
                    isMerged,
                    isPatient,
                    openVisit,
                    unownedAlerts,
                    openAlerts,
                    next,
                    screening,
                    lookAgainOn,
                    consent,
                    plan,
                    uncheckedMedicines,
                  })),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
)
const every = (where: (facts: PersonFacts) => boolean) => {
  const found = states.filter((facts) => !facts.isMerged && where(facts))
  expect(found.length).toBeGreaterThan(0)
  return new Set(found.map((facts) => nextForPerson(facts, today).code))
}
const isCalm = ({ openVisit, openAlerts }: PersonFacts) => !openVisit && openAlerts === 0

describe('what next, over every state there is', () => {
  test('every state has one next step, and every step is somebody’s', () => {
    const codes = new Set(states.map((facts) => nextForPerson(facts, today).code))
    const all: Record<NextStep['code'], true> = {
      'open-kept-record': true,
      'open-visit': true,
      'own-alert': true,
      'close-alert': true,
      'sign-consent': true,
      'check-medicines': true,
      'visit-booked': true,
      'book-visit': true,
      decide: true,
      'sign-plan': true,
      'look-again': true,
      deferred: true,
      declined: true,
      'appointment-booked': true,
      screen: true,
      'follow-up': true,
    }
    expect([...codes].toSorted()).toEqual(Object.keys(all).toSorted())
  })

  test('whoever is in a visit is in a visit: never booked, never consent first', () => {
    expect(every(({ openVisit }) => openVisit !== null)).toEqual(new Set(['open-visit']))
  })

  test('an alert that nobody owns comes before everything that can wait', () => {
    expect(every(({ openVisit, unownedAlerts }) => !openVisit && unownedAlerts > 0)).toEqual(new Set(['own-alert']))
    expect(every(({ openVisit, unownedAlerts, openAlerts }) => !openVisit && unownedAlerts === 0 && openAlerts > 0)).toEqual(
      new Set(['close-alert']),
    )
  })

  test('consent that is current is never asked for, and a course without it never goes on', () => {
    expect(every(({ consent }) => consent === 'current')).not.toContain('sign-consent')
    expect(every((facts) => isCalm(facts) && facts.plan === 'under way' && facts.consent !== 'current')).toEqual(
      new Set(['sign-consent']),
    )
    expect(
      nextForPerson(
        {
          ...(states[0] as PersonFacts),
          isMerged: false,
          openVisit: null,
          unownedAlerts: 0,
          openAlerts: 0,
          plan: 'under way',
          consent: 'stale',
        },
        today,
      ),
    ).toEqual({
      code: 'sign-consent',
      isRenewal: true,
    })
  })

  test('no course and no plan is drawn up for somebody who was not accepted', () => {
    expect(every(({ screening, plan }) => screening !== 'accept' && plan === 'none')).not.toContain('sign-plan')
  })

  test('screening is asked for only of somebody who was never screened and waits for nothing', () => {
    for (const facts of states.filter((each) => nextForPerson(each, today).code === 'screen'))
      expect([facts.screening, facts.next, facts.plan]).toEqual(['none', null, 'none'])
  })

  test('a day to look again is named from that day on and not before', () => {
    for (const facts of states.filter((each) => nextForPerson(each, today).code === 'look-again'))
      expect(facts.lookAgainOn).toBe('2026-11-22')
    expect(
      every(
        (facts) => isCalm(facts) && facts.screening === 'defer' && facts.lookAgainOn === '2026-11-22' && facts.plan === 'none',
      ),
    ).toEqual(new Set(['look-again']))
  })

  test('a merged record leads to the one that was kept', () => {
    for (const facts of states.filter(({ isMerged }) => isMerged))
      expect(nextForPerson(facts, today).code).toBe('open-kept-record')
  })
})
