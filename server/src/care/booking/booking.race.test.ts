import { Problem } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { openContext } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { heldClock, testClinic } from '../../platform/testing.ts'
import { postgresGround } from '../../platform/testing-postgres.ts'
import { setPolicyValue } from '../clinic/set-policy-value.ts'
import { bookCall } from './book-call.ts'
import { moveAppointment } from './move-appointment.ts'

const crowd = Array.from({ length: 200 }, (_, i) => i)
const start = '2026-11-24T15:15:00.000Z'

const ground = await (async () => {
  const clock = heldClock('2026-11-23T14:00:00Z')
  return { clock, ground: await postgresGround(clock) }
})()

const clinicWithOneCallTaker = async () => {
  const clinic = await testClinic(ground.clock, ground.ground)
  await clinic.as('nurse')
  const visitor = (i: number) =>
    openContext(clinic.ground, {
      clinicId: clinic.clinicId,
      actor: { kind: 'visitor', address: `192.0.2.${i}` },
      idempotency: { key: `visitor-number-${i}`, requestHash: '' },
    })
  const form = (i: number) =>
    ({
      state: 'VA',
      start,
      zone: 'America/New_York',
      name: `Caller ${i}`,
      phone: '+15405550142',
      email: `caller-${i}@example.test`,
    }) as const
  const booked = () =>
    inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('appointment').where('clinicId', '=', clinic.clinicId).where('state', '=', 'booked').selectAll().execute(),
    )
  return { clinic, visitor, form, booked }
}

const sorted = <T>(results: readonly PromiseSettledResult<T>[]) => ({
  won: results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
  lost: results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : [])),
})

test('of two hundred who press at once for one time, one has it and the others see what is free', async () => {
  const { visitor, form, booked } = await clinicWithOneCallTaker()
  const { won, lost } = sorted(await Promise.allSettled(crowd.map((i) => bookCall(visitor(i), form(i)))))
  expect(won).toHaveLength(1)
  expect(lost).toHaveLength(199)
  for (const problem of lost) {
    expect(problem).toBeInstanceOf(Problem)
    expect(problem.code).toBe('slot-taken')
    expect(problem.fresh.length).toBeGreaterThan(5)
    expect(problem.fresh.map((slot: { start: string }) => slot.start)).not.toContain(start)
  }
  expect(await booked()).toHaveLength(1)
})

test('with three who take calls, three have it', async () => {
  const { clinic, visitor, form, booked } = await clinicWithOneCallTaker()
  await Promise.all([clinic.as('nurse'), clinic.as('prescriber')])
  const { won, lost } = sorted(await Promise.allSettled(crowd.map((i) => bookCall(visitor(i), form(i)))))
  expect(won).toHaveLength(3)
  expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['slot-taken']))
  expect(new Set((await booked()).map(({ clinicianId }) => clinicianId)).size).toBe(3)
})

test('neighbors who press at once keep the room between them, and a day its most', async () => {
  const { clinic, visitor, form, booked } = await clinicWithOneCallTaker()
  const prescriber = await clinic.as('prescriber')
  const set = (name: string, value: number) =>
    setPolicyValue(prescriber, { policy: 'booking', name, value, validFrom: clinic.clock.now, reason: 'a breath' })
  await set('callBufferAfterMinutes', 10)
  await set('callsPerDayMost', 5)
  const at = (i: number) => new Date(Date.parse(start) + (i % 20) * 15 * 60_000).toISOString()
  const { won, lost } = sorted(await Promise.allSettled(crowd.map((i) => bookCall(visitor(i), { ...form(i), start: at(i) }))))
  expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['slot-taken']))
  expect(won).toHaveLength(10)
  const of = Map.groupBy(await booked(), ({ clinicianId }) => clinicianId)
  expect([...of.values()].map(({ length }) => length)).toEqual([5, 5])
  for (const own of of.values()) {
    const times = own.map(({ startsAt }) => Number(startsAt)).sort((a, b) => a - b)
    for (const [i, ms] of times.slice(1).entries()) expect(ms - (times[i] ?? 0)).toBeGreaterThanOrEqual(25 * 60_000)
  }
})

test('movers and bookers who meet at one time leave one in it and nobody stuck', async () => {
  const { visitor, form, booked } = await clinicWithOneCallTaker()
  const elsewhere = Array.from({ length: 20 }, (_, i) => new Date(Date.parse(start) + (i + 1) * 15 * 60_000).toISOString())
  const mine = await Promise.all(elsewhere.map((own, i) => bookCall(visitor(i), { ...form(i), start: own })))
  const moves = mine.map(({ id }, i) => moveAppointment(visitor(300 + i), { appointmentId: id, start }))
  const bookings = crowd.slice(0, 40).map((i) => bookCall(visitor(400 + i), form(i)))
  const { won, lost } = sorted<unknown>(await Promise.allSettled([...moves, ...bookings]))
  expect(won).toHaveLength(1)
  expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['slot-taken']))
  const starts = (await booked()).map(({ during }) => during)
  expect(new Set(starts).size).toBe(starts.length)
})
