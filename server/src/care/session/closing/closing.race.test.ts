import { Problem } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { openContext } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import { heldClock, testClinic } from '../../../platform/testing.ts'
import { postgresGround } from '../../../platform/testing-postgres.ts'
import { bookCall } from '../../booking/book-call.ts'
import { closeDay } from './close-day.ts'

const clock = heldClock('2026-11-23T14:00:00Z')
const ground = await postgresGround(clock)
const DAY = '2026-11-24'

test('a day is closed while people book into it: whoever was quicker, no booking is left in it without a word', async () => {
  for (let round = 0; round < 12; round++) {
    const clinic = await testClinic(clock, ground)
    await clinic.as('nurse')
    const owner = await clinic.as('owner')
    const book = (i: number) =>
      bookCall(openContext(clinic.ground, { clinicId: clinic.clinicId, actor: { kind: 'visitor', address: `192.0.2.${i}` } }), {
        state: 'VA',
        start: new Date(Date.parse(`${DAY}T15:00:00Z`) + i * 900_000).toISOString(),
        zone: 'America/New_York',
        name: `Caller ${i}`,
        phone: '+15405550142',
        email: `caller-${i}@example.test`,
      })
    const booking = Array.from({ length: 8 }, (_, i) => book(i))
    const closing = closeDay(owner, { onDate: DAY, reason: 'Snow' })
    const results = await Promise.allSettled([...booking, closing])
    const isClosed = results.at(-1)?.status === 'fulfilled'
    const booked = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('appointment').where('clinicId', '=', clinic.clinicId).where('state', '=', 'booked').select('id').execute(),
    )
    if (isClosed) expect(booked).toEqual([])
    for (const each of results) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Problem)
  }
})
