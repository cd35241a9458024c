import { expect, test } from 'vitest'
import { bookCall } from './care/booking/book-call.ts'
import { strike } from './clockwork.ts'
import { heldClock, testClinic } from './platform/testing.ts'

const caller = { name: 'Robin Fictus', email: 'robin@example.test', phone: '+15405550142', state: 'VA', zone: 'America/New_York' }

test('a clinic whose minute fails holds up no other clinic', async () => {
  const clock = heldClock('2026-11-23T14:00:00Z')
  const [broken, whole] = [await testClinic(clock), await testClinic(clock)]
  const sent = async (clinicId: string) => {
    const { rows } = await whole.ground.database.pool.query('select sent_at from message where clinic_id = $1', [clinicId])
    return rows.map(({ sent_at }) => sent_at !== null)
  }
  for (const clinic of [broken, whole]) {
    await clinic.as('prescriber')
    await bookCall(clinic.visitor, { ...caller, start: '2026-11-23T15:00:00.000Z' })
  }
  // Every step of this clinic fails from here on: its lines find no place.
  const { pool } = whole.ground.database
  await whole.ground.sealer.sealAll()
  await pool.query(`alter table audit_pending add constraint broken check (clinic_id <> '${broken.clinicId}')`)
  await strike(whole.ground)
  await pool.query('alter table audit_pending drop constraint broken')
  expect(await sent(broken.clinicId)).not.toContain(true)
  expect(await sent(whole.clinicId)).toContain(true)
})
