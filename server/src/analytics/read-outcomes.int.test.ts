import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { renewAll } from '../care/outcomes/renew-outcomes.ts'
import { give, goToHour, type Ready } from '../care/outcomes/testing.ts'
import { patientReady } from '../care/session/testing.ts'
import { inTransaction, json } from '../platform/database.ts'
import { heldClock, type TestClinic, testClinic } from '../platform/testing.ts'
import { countStatements } from '../platform/testing-count.ts'
import { type StandingOf, standings } from './count-outcomes.ts'
import { readOutcomes } from './read-outcomes.ts'

const NEW_YORK = 'America/New_York'

let clinic: TestClinic
let pain: Ready
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T15:00:00Z'))
  pain = await patientReady(clinic, { indication: 'pain' })
  await give(clinic, pain, { number: 1, minutes: 240 })
})

type Answers = { before?: number; day28?: number }

/** Writes the record of one more person like this one: same plan, one session on 23 Nov, day 0 on a date, these answers. */
const another = async ({ personId, planId }: Ready, name: string, dayZero: string, { before, day28 }: Answers) => {
  const { clinicId, ground } = clinic
  const id = () => ground.newId(clinic.clock.now)
  const [newPerson, newPlan, newVisit, newOrder, newSession] = [id(), id(), id(), id(), id()]
  const at = new Date(`${dayZero}T15:00:00Z`)
  await inTransaction(ground.database, clinicId, async (tx) => {
    const copy = async (table: string, where: string, own: Record<string, unknown>) => {
      const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`.execute(tx.db)
      const names = sql.join(rows.map(({ name }) => sql.ref(name)))
      const values = sql.join(rows.map(({ name }) => sql.ref(`copied.${name}`)))
      await sql`insert into ${sql.table(table)} (${names}) select ${values} from ${sql.table(table)} as t,
        jsonb_populate_record(t, ${JSON.stringify(own)}::jsonb) as copied
        where t.clinic_id = ${clinicId} and t.${sql.raw(where)} limit 1`.execute(tx.db)
    }
    const whose = { person_id: newPerson, plan_id: newPlan }
    await copy('person', `id = '${personId}'`, { id: newPerson, name })
    await copy('plan', `id = '${planId}'`, { id: newPlan, person_id: newPerson })
    await copy('appointment', `person_id = '${personId}'`, { id: newVisit, person_id: newPerson, state: 'done' })
    await copy('infusion_order', `plan_id = '${planId}'`, { id: newOrder, ...whose, appointment_id: newVisit })
    const held = { ...whose, id: newSession, order_id: newOrder, appointment_id: newVisit }
    await copy('session', `plan_id = '${planId}'`, held)
    for (const [kind, hours] of [
      ['started', 0],
      ['stopped', 4],
    ] as const) {
      const when = new Date(at.getTime() + hours * 3_600_000)
      const own = { id: id(), session_id: newSession, at: when, entered_at: when }
      await copy('session_event', `kind = '${kind}'`, own)
    }
    await tx.db.insertInto('dayZero').values({ clinicId, planId: newPlan, onDate: dayZero, cause: 'closed', setAt: at }).execute()
    const told = async (day: number, score: number | undefined) => {
      if (score === undefined) return
      const [assessmentId, due] = [id(), new Date(at.getTime() + day * 24 * 3_600_000)]
      const kind = day < 0 ? 'daily pain' : 'follow-up'
      const row = { clinicId, id: assessmentId, planId: newPlan, personId: newPerson, kind, day, sessionId: null }
      await tx.db
        .insertInto('assessment')
        .values({ ...row, dueAt: due, closesAt: due, createdAt: at })
        .execute()
      const body = json({ pain: score, ...(day > 0 && { newProcedure: 'no', rescueInfusion: 'no', opioidsUp: 'no' }) })
      await tx.db
        .insertInto('assessmentAnswer')
        .values({ clinicId, id: id(), assessmentId, personId: newPerson, body, answeredAt: due, place: 1 })
        .execute()
    }
    for (const day of [-3, -2, -1]) await told(day, before)
    await told(28, day28)
  })
  return newPerson
}

const many = async (count: number, name: string, answers: Answers, dayZero = '2026-11-23') => {
  const ids: string[] = []
  for (let i = 0; i < count; i++) ids.push(await another(pain, `${name} ${i}`, dayZero, answers))
  return ids
}

const results = async (who: StandingOf = 'missing') => readOutcomes(await clinic.as('owner'), { who })
const listed = async (who: StandingOf) => (await results(who)).who.people

describe('the results', () => {
  test('count everybody, the missing as no response, with an interval and the list of who', async () => {
    await many(5, 'Better', { before: 8, day28: 4 })
    await many(4, 'Same', { before: 8, day28: 7 })
    const silent = await many(3, 'Silent', { before: 8 })
    goToHour(clinic, '2026-12-29', 12, NEW_YORK)
    const { table, who } = await results()
    // The one everybody is copied from has no day 0 on the 29th: 14 days after the session it set itself, but nobody has written it.
    expect(table.rows).toMatchObject([
      {
        kind: 'shown',
        group: 'pain',
        counts: { treated: 13, counted: 12, withData: 9, responders: 5, missing: 3, notYet: 1 },
      },
    ])
    const [row] = table.rows
    const share = row?.kind === 'shown' ? row.counts.ofCounted : null
    expect(share?.share).toBeCloseTo(5 / 12, 10)
    expect(share?.low).toBeCloseTo(0.1933, 3)
    expect(share?.high).toBeCloseTo(0.6805, 3)
    expect(who.people.map(({ personId }) => personId).sort()).toEqual(silent.sort())
    expect(who.counts).toEqual({ responded: 5, 'no response': 4, missing: 3, 'not yet': 1, 'not judged': 0 })
    expect((await listed('responded')).map(({ name }) => name)).toContain('Better 0')
  })

  test('show nobody before day 35 is past, not even those who have answered', async () => {
    await many(11, 'Better', { before: 8, day28: 2 })
    goToHour(clinic, '2026-12-28', 23, NEW_YORK)
    expect((await results()).table).toEqual({ rows: [{ kind: 'too few', group: 'pain' }], total: null })
    goToHour(clinic, '2026-12-29', 0, NEW_YORK)
    expect((await results()).table.total).toMatchObject({ counted: 11, responders: 11 })
  })

  test('hide a group under eleven from rows, total and list, so that no subtraction finds it', async () => {
    await many(11, 'Better', { before: 8, day28: 4 })
    const chair = 'Depression chair'
    const depression = await patientReady(clinic, { indication: 'depression', chair, from: new Date('2026-12-01T15:00:00Z') })
    await give(clinic, depression, { number: 1 })
    for (let i = 0; i < 10; i++) await another(depression, `Low ${i}`, '2026-11-23', {})
    goToHour(clinic, '2026-12-29', 12, NEW_YORK)
    const { table, who } = await results()
    expect(table.rows).toContainEqual({ kind: 'too few', group: 'depression' })
    expect(table.total).toMatchObject({ treated: 12, counted: 11 })
    expect(Object.values(who.counts).reduce((sum, count) => sum + count, 0)).toBe(12)
    for (const standing of standings) expect((await listed(standing)).filter(({ group }) => group === 'depression')).toEqual([])
    await another(depression, 'Low 10', '2026-11-23', {})
    const full = await results()
    expect(full.table.rows).toContainEqual(expect.objectContaining({ kind: 'shown', group: 'depression' }))
    expect(full.table.total).toMatchObject({ treated: 24, counted: 22, missing: 11 })
  })

  test('of forty people ask the database as often as of twelve', async () => {
    const owner = await clinic.as('owner')
    const statements = async () => {
      const counted = countStatements(clinic.ground.database)
      const { who } = await readOutcomes(owner, { who: 'responded' })
      counted.stop()
      return { people: who.people.length, asked: counted.taken().length }
    }
    await many(11, 'One', { before: 8, day28: 4 })
    goToHour(clinic, '2026-12-29', 12, NEW_YORK)
    await readOutcomes(owner)
    const twelve = await statements()
    await many(29, 'Another', { before: 8, day28: 4 })
    // Whoever is new is made in the clinic's minute, or before the first look.
    await renewAll(owner)
    const forty = await statements()
    expect([twelve.people, forty.people]).toEqual([11, 40])
    // The line of those who were not shown before is one more.
    expect(forty.asked).toBeLessThanOrEqual(twelve.asked + 1)
  })

  test('say beside the result how many questions were answered, how long people waited, and whom the clinic did not treat', async () => {
    await many(11, 'Better', { before: 8, day28: 4 })
    const { clinicId, ground } = clinic
    const due = new Date('2026-12-01T15:00:00Z')
    const asked = { clinicId, id: ground.newId(due), planId: pain.planId, personId: pain.personId, kind: 'follow-up', day: 7 }
    await inTransaction(ground.database, clinicId, ({ db }) =>
      db
        .insertInto('assessment')
        .values({ ...asked, sessionId: null, dueAt: due, closesAt: due, createdAt: due })
        .execute(),
    )
    goToHour(clinic, '2026-12-29', 12, NEW_YORK)
    const { figures } = await results()
    // Three days before and one at day 28, of each of the eleven; one that was asked of another and not answered.
    expect(figures).toEqual({ due: 45, answered: 44, daysToFirst: null, notTreated: 0 })
  })

  test('of a period leave out whoever began before it, in every figure', async () => {
    await many(11, 'Better', { before: 8, day28: 4 })
    goToHour(clinic, '2027-01-10', 12, NEW_YORK)
    const owner = await clinic.as('owner')
    expect((await readOutcomes(owner, { period: 'half' })).table.total).toMatchObject({ responders: 11 })
    goToHour(clinic, '2027-07-01', 12, NEW_YORK)
    const later = await readOutcomes(owner, { period: 'half' })
    expect(later).toMatchObject({
      since: '2027-01-01',
      table: { rows: [], total: null },
      figures: { due: 0, answered: 0 },
      who: { people: [] },
    })
    expect((await readOutcomes(owner, { period: 'year' })).table.total).toMatchObject({ responders: 11 })
  })
})
