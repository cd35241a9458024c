import { beforeEach, expect, test } from 'vitest'
import { type Ctx, staffOf } from '../../platform/context.ts'
import { heldClock, peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { postgresGround } from '../../platform/testing-postgres.ts'
import { bookCall } from './book-call.ts'
import { callPage } from './call-page.ts'
import { startCall } from './start-call.ts'
import { takeCall } from './take-call.ts'

const clock = heldClock('2026-11-24T14:00:00Z')
const ground = await postgresGround(clock)
let clinic: TestClinic
let staff: Ctx[]
let appointmentId: string

beforeEach(async () => {
  clock.now = new Date('2026-11-24T14:00:00Z')
  clinic = await testClinic(clock, ground)
  staff = []
  for (let i = 0; i < 8; i++) staff.push(await clinic.as('nurse', `Nurse ${i}`))
  const caller = { state: 'VA', zone: 'America/New_York', name: 'Robin Madeupname', phone: '+15405550142' }
  const booked = await bookCall(clinic.visitor, { ...caller, start: '2026-11-24T15:15:00.000Z', email: 'robin@example.test' })
  appointmentId = booked.id
  clock.now = new Date('2026-11-24T15:15:00Z')
})

const codesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
const oneOf = async (results: readonly PromiseSettledResult<unknown>[], all: readonly Ctx[]) => {
  expect(codesOf(results)).toEqual(all.slice(1).map(() => 'call-of-another'))
  const winner = all[results.findIndex(({ status }) => status === 'fulfilled')]
  const { speakers } = await callPage(all[0] as Ctx, { appointmentId })
  expect(speakers?.by).toBe(winner && staffOf(winner).id)
}

test('of eight who begin one call at once, one has it and the others are told', async () => {
  await oneOf(await Promise.allSettled(staff.map((who) => startCall(who, { appointmentId }))), staff)
  const rows = await peek(clinic.visitor, ({ db }) =>
    db.selectFrom('call').where('appointmentId', '=', appointmentId).selectAll().execute(),
  )
  expect(rows).toHaveLength(1)
})

test('of seven who take one call at once, one has it and the others are told', async () => {
  const [first, ...others] = staff
  if (!first) throw new Error('nobody')
  await startCall(first, { appointmentId })
  const from = staffOf(first).id
  await oneOf(await Promise.allSettled(others.map((who) => takeCall(who, { appointmentId, from }))), others)
})
