import { Problem, sayFault } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/database.ts'
import { heldClock, testClinic } from '../../platform/testing.ts'
import { postgresGround } from '../../platform/testing-postgres.ts'
import { decide } from '../screening/decide.ts'
import { screenPerson } from '../screening/screen-person.ts'
import { wellAnswers } from '../screening/testing.ts'
import { renewOrder } from './renew-order.ts'
import { signPlan } from './sign-plan.ts'
import { accepted, consented, crpsDose, depressionDose, openClinic, tens } from './testing.ts'

const clock = heldClock('2026-11-23T15:00:00Z')
const ground = await postgresGround(clock)

const clinicWith = async (people: number, chairs: number) => {
  const clinic = await testClinic(clock, ground)
  const { prescriber, nurse, chairIds } = await openClinic(clinic, chairs)
  const personIds: string[] = []
  for (let i = 0; i < people; i++) {
    const personId = await accepted(prescriber, nurse)
    await consented(nurse, personId)
    personIds.push(personId)
  }
  const count = (table: 'plan' | 'infusionOrder' | 'appointment') =>
    inTransaction(clinic.ground.database, clinic.clinicId, async ({ db }) => {
      const rows = await db.selectFrom(table).where('clinicId', '=', clinic.clinicId).select('id').execute()
      return rows.length
    })
  return { prescriber, chairIds, personIds, count }
}

const sorted = <T>(results: readonly PromiseSettledResult<T>[]) => ({
  won: results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
  lost: results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : [])),
})

test('of eight courses signed at once for the same days and two chairs, two stand whole and six leave nothing behind', async () => {
  const { prescriber, chairIds, personIds, count } = await clinicWith(8, 2)
  // Each asks for the chairs in another order from day to day: whoever locks one by one waits for ever.
  const visitsOf = (i: number) => tens(clock.now, 10).map((visit, day) => ({ ...visit, chairId: chairIds[(i + day) % 2] ?? '' }))
  const { won, lost } = sorted(
    await Promise.allSettled(
      personIds.map((personId, i) =>
        signPlan(prescriber, { personId, dose: crpsDose(clock.now), visits: visitsOf(i), acknowledged: [] }),
      ),
    ),
  )
  expect(lost.filter((each) => !(each instanceof Problem))).toEqual([])
  expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['slot-taken']))
  expect(won).toHaveLength(2)
  expect([await count('plan'), await count('infusionOrder'), await count('appointment')]).toEqual([2, 20, 20])
})

test('two prescribers who sign for one person at once make one course', async () => {
  const { prescriber, personIds, count } = await clinicWith(1, 3)
  const [personId = ''] = personIds
  const sent = { personId, dose: crpsDose(clock.now), visits: tens(clock.now, 10), acknowledged: [] }
  const { won, lost } = sorted(await Promise.allSettled([1, 2, 3].map(() => signPlan(prescriber, sent))))
  expect(won).toHaveLength(1)
  expect(lost.map(({ code }) => code)).toEqual(['plan-signed', 'plan-signed'])
  expect(await count('appointment')).toBe(10)
})

test('an order renewed twice at once is renewed once', async () => {
  const { prescriber, personIds, count } = await clinicWith(1, 1)
  const [personId = ''] = personIds
  const { orderIds } = await signPlan(prescriber, {
    personId,
    dose: crpsDose(clock.now),
    visits: tens(clock.now, 10),
    acknowledged: [],
  })
  const again = { orderId: orderIds[3] ?? '', dose: crpsDose(clock.now), acknowledged: [] }
  const { won, lost } = sorted(await Promise.allSettled([1, 2, 3, 4].map(() => renewOrder(prescriber, again))))
  expect(won).toHaveLength(1)
  expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['order-sent-back']))
  expect(await count('infusionOrder')).toBe(11)
})

test('R3: one person, two courses, two chairs, the same six starts at once: one course stands, the other is refused in words', async () => {
  const clinic = await testClinic(clock, ground)
  const { prescriber, nurse, chairIds } = await openClinic(clinic, 2)
  const personId = await accepted(prescriber, nurse, 'pain')
  await consented(nurse, personId, 'pain')
  const answers = { ...wellAnswers('depression'), weightKg: '72' }
  const { screeningId, findings } = await screenPerson(prescriber, { personId, answers, baseline: {} })
  const acknowledged = findings.map(({ rule }) => rule)
  await decide(prescriber, { screeningId, decision: 'accept', reason: 'fits', acknowledged, overrides: [] })
  await consented(nurse, personId, 'depression')

  const every = tens(clock.now, 12)
  const sixes = every.filter((_, i) => i % 2 === 0).map((visit) => ({ ...visit, chairId: chairIds[1] ?? '' }))
  const pain = every.slice(0, 10).map((visit) => ({ ...visit, chairId: chairIds[0] ?? '' }))
  const { won, lost } = sorted(
    await Promise.allSettled([
      signPlan(prescriber, { personId, dose: crpsDose(clock.now), visits: pain, acknowledged }),
      signPlan(prescriber, { personId, dose: depressionDose(clock.now), visits: sixes, acknowledged }),
    ]),
  )
  expect(won).toHaveLength(1)
  expect(lost.map(({ code }) => code)).toEqual(['person-elsewhere'])
  expect(lost[0].faults[0]).toMatchObject({ field: 'visits.0.start' })
  expect(sayFault(lost[0].faults[0])).toMatch(/^a time at which this person is free: they have an infusion visit on \w+day, /)
})
