import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitRunning } from './care/session/testing.ts'
import { type Ctx, inPerson, openContext, type Tx } from './platform/context.ts'
import { inTransaction } from './platform/database.ts'
import { type TestClinic, testClinic } from './platform/testing.ts'

let clinic: TestClinic
let [mine, theirs] = ['', '']
let patient: Ctx

beforeAll(async () => {
  clinic = await testClinic()
  const [one, other] = [
    await visitRunning(clinic, { indication: 'pain', name: 'Clover Samplett' }),
    await visitRunning(clinic, { indication: 'pain', name: 'Hazel Standin' }),
  ]
  mine = one.personId
  theirs = other.personId
  const { ground, clinicId } = clinic
  patient = openContext(ground, {
    clinicId,
    actor: { kind: 'patient', id: ground.newId(clinic.clock.now), personId: mine, name: 'C. S.' },
  })
})

/** The tables that the third door opens. */
const opened = async () =>
  (
    await sql<{ name: string }>`select tablename as name from pg_policies where policyname = 'own_person' order by 1`.execute(
      clinic.ground.database.kysely,
    )
  ).rows.map(({ name }) => name)

const rowsOf = async ({ db }: Tx, name: string) =>
  (await sql<{ text: string }>`select to_jsonb(t)::text as text from ${sql.table(name)} t`.execute(db)).rows
    .map(({ text }) => text)
    .sort()

// Which rows are whose, by the clinic's own door: a row names its person, or hangs on a visit or plan that does.
const whose = async (name: string, personId: string) =>
  inTransaction(clinic.ground.database, clinic.clinicId, async (tx) => {
    const hangs = await sql<{ id: string }>`select id from session where person_id = ${personId}
      union select id from plan where person_id = ${personId}`.execute(tx.db)
    const ids = [personId, ...hangs.rows.map(({ id }) => id)]
    return (await rowsOf(tx, name)).filter((text) => ids.some((id) => text.includes(id)))
  })

describe('the third door', () => {
  test('shows of every table that it opens the rows of one person, and none of another', async () => {
    const names = await opened()
    expect(names.length).toBeGreaterThan(15)
    for (const name of names) {
      const [seen, own, others] = [
        await inPerson(patient, mine, 'own-record', (tx) => rowsOf(tx, name)),
        await whose(name, mine),
        await whose(name, theirs),
      ]
      expect([name, seen]).toEqual([name, own])
      expect(seen.filter((text) => others.includes(text))).toEqual([])
    }
    const events = await inPerson(patient, mine, 'own-record', (tx) => rowsOf(tx, 'session_event'))
    expect(events.length).toBeGreaterThan(3)
  })

  test('opens no other table, and writes nothing', async () => {
    const refused = ['account', 'vial', 'substance_line', 'audit_line', 'message', 'alert']
    for (const name of refused)
      await expect(inPerson(patient, mine, 'own-record', (tx) => rowsOf(tx, name))).rejects.toThrow('permission denied')
    const written = inPerson(patient, mine, 'own-record', ({ db }) => db.updateTable('person').set({ name: 'x' }).execute())
    await expect(written).rejects.toThrow('permission denied')
  })

  test('gives a patient nobody else, and leaves a line; each look names its person once a minute', async () => {
    clinic.clock.forward(1)
    const before = (await clinic.trail()).length
    await expect(inPerson(patient, theirs, 'own-record', async () => 'x')).rejects.toMatchObject({ code: 'not-allowed' })
    for (let i = 0; i < 3; i++) await inPerson(patient, mine, 'own-record', async () => 'nothing that names anybody')
    const actor = `patient:${patient.actor.kind === 'patient' && patient.actor.id}`
    expect((await clinic.trail()).slice(before)).toMatchObject([
      { actor, verb: 'own-record', outcome: 'refused', code: 'not-allowed' },
      { actor, verb: 'own-record', outcome: 'read', patients: [mine] },
    ])
  })

  test('is shut when nobody is named', async () => {
    for (const name of ['person', 'session_event', 'appointment'])
      expect(await inPerson(clinic.visitor, '', 'own-record', (tx) => rowsOf(tx, name)).catch(() => [])).toEqual([])
  })
})
