import { beforeEach, describe, expect, test } from 'vitest'
import { openContext } from '../../platform/context.ts'
import { inTransaction, openEmbedded } from '../../platform/database.ts'
import { groundOn, heldClock, keyed, type TestClinic, testClinic } from '../../platform/testing.ts'
import { countStatements } from '../../platform/testing-count.ts'
import { keptSnapshot } from '../../platform/testing-snapshot.ts'
import { changeRate } from '../session/change-rate.ts'
import { chartEntry } from '../session/chart-entry.ts'
import { closeDay } from '../session/closing/close-day.ts'
import { pauseInfusion } from '../session/stop-infusion.ts'
import { signs, visitRunning } from '../session/testing.ts'
import { bookCall } from './book-call.ts'
import { cancelCall } from './cancel-appointment.ts'
import { timesIn } from './kept-times.ts'

// A database of its own, so that only what this test does is counted: no queue, no other clinic.
const clock = heldClock()
const ground = await (async () => {
  const made = await groundOn(await openEmbedded(undefined, await keptSnapshot()), clock)
  await made.jobs.stop()
  return { ...made, jobs: { ...made.jobs, tell: () => {} } }
})()
const statements = countStatements(ground.database)

let clinic: TestClinic
beforeEach(async () => {
  clock.now = new Date('2026-11-23T14:00:00Z')
  clinic = await testClinic(clock, ground)
  await clinic.as('nurse')
})

const settled = async () => {
  await ground.sealer.sealAll()
  await new Promise((done) => setTimeout(done, 50))
  statements.taken()
}
const starts = async (viewZone = 'America/New_York') =>
  (await timesIn(clinic.visitor, { state: 'VA', viewZone })).days.flatMap(({ slots }) => slots.map(({ start }) => start))
const time = (i: number) => new Date(Date.parse('2026-11-24T15:00:00.000Z') + i * 15 * 60_000).toISOString()
const form = (i = 0) => ({
  state: 'VA',
  start: time(i),
  zone: 'America/New_York',
  name: 'Robin Madeupname',
  phone: '+15405550142',
  email: 'robin@example.test',
})

describe('a look at times', () => {
  test('that are kept asks the database nothing, for whoever looks from whatever zone', async () => {
    expect((await starts()).length).toBeGreaterThan(100)
    await settled()
    for (const zone of ['America/New_York', 'Europe/Berlin', 'America/Chicago'])
      expect((await starts(zone)).length).toBeGreaterThan(100)
    expect(statements.taken()).toEqual([])
  })

  test('asks nothing more while a visit is charted: what happens at a chair moves no call', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    await starts()
    await settled()
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
    await changeRate(nurse, { sessionId, rateMlPerHour: '20', reason: 'slower' })
    await pauseInfusion(nurse, { sessionId, reason: 'a look at the arm' })
    await settled()
    await starts()
    expect(statements.taken()).toEqual([])
  })

  test('leaves out what has passed without asking', async () => {
    const [first] = await starts()
    expect(first).toBe('2026-11-23T15:00:00.000Z')
    await settled()
    clock.forward(1)
    expect((await starts())[0]).toBe('2026-11-23T15:15:00.000Z')
    expect(statements.taken()).toEqual([])
  })

  test('sees a booking, a cancellation and a closed day at once', async () => {
    expect(await starts()).toContain(time(0))
    const { id } = await bookCall(clinic.visitor, form())
    statements.taken()
    expect(await starts()).not.toContain(time(0))
    expect(statements.taken()).toEqual([])
    await cancelCall(clinic.visitor, { appointmentId: id })
    expect(await starts()).toContain(time(0))
    await closeDay(await clinic.as('owner'), { onDate: '2026-11-24', reason: 'snow' })
    expect((await starts()).filter((start) => start.startsWith('2026-11-24'))).toEqual([])
  })
})

describe('a booking', () => {
  const cost = async (i: number) => {
    await starts()
    await settled()
    await bookCall(keyed(clinic.visitor, `a press for time ${i}`), form(i))
    return statements.taken()
  }

  test('costs the same few statements with one who takes calls and with twenty', async () => {
    const withOne = await cost(0)
    expect(withOne.length).toBeLessThanOrEqual(8)
    expect(withOne.filter((text) => /book_call/.test(text))).toHaveLength(1)
    for (let i = 0; i < 19; i += 1) await clinic.as('nurse')
    expect((await cost(1)).length).toBe(withOne.length)
  })

  test('of a time that is full is refused from memory; a press that was answered before has its answer', async () => {
    const first = await bookCall(keyed(clinic.visitor, 'the first press'), form())
    await settled()
    const late = (i: number) => bookCall(keyed(clinic.visitor, `late press ${i}`), form())
    const refused = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => late(i)))
    expect(new Set(refused.map((each) => each.status === 'rejected' && each.reason.code))).toEqual(new Set(['slot-taken']))
    // One question for all of them: whether any of these presses was answered before.
    expect(statements.taken().filter((text) => /^(select|insert|update)/i.test(text) && !/set_config/.test(text))).toHaveLength(1)
    expect(await bookCall(keyed(clinic.visitor, 'the first press'), form())).toEqual(first)
  })

  test('goes to whoever has the fewest ahead', async () => {
    await clinic.as('nurse')
    for (let i = 0; i < 6; i += 1) await bookCall(clinic.visitor, form(i))
    const rows = await inTransaction(ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('appointment').select('clinicianId').execute(),
    )
    const counts = Map.groupBy(rows, ({ clinicianId }) => clinicianId)
    expect([...counts.values()].map((own) => own.length)).toEqual([3, 3])
  })

  const unheard: [string, string][] = [
    [
      'closed the day',
      `insert into closure (clinic_id, id, on_date, reason) values (current_clinic(), gen_random_uuid(), '2026-11-24', 'snow')`,
    ],
    ['changed the hours', `update clinic set hours = '{}' where id = current_clinic()`],
    ['taken the clinician off calls', 'update staff set takes_calls = false'],
    ['ended the license', `update staff_license set valid_until = '2026-11-23'`],
    ['closed the account', 'update account set closed_at = now()'],
  ]
  test.each(unheard)('is refused when another server has %s and nobody here has heard of it', async (_, change) => {
    await starts()
    const client = await ground.database.pool.connect()
    try {
      await client.query(
        `begin; select set_config('app.clinic_id', '${clinic.clinicId}', true), set_config('role', 'app_user', true); ${change}; commit`,
      )
    } finally {
      client.release()
    }
    await expect(bookCall(clinic.visitor, form())).rejects.toMatchObject({ name: 'Problem' })
    const made = await inTransaction(ground.database, clinic.clinicId, ({ db }) => db.selectFrom('person').select('id').execute())
    expect(made).toEqual([])
  })

  test('whose queue cannot be told is done all the same, and the minute’s round finds its letter', async () => {
    const visitor = openContext(
      { ...ground, jobs: { ...ground.jobs, tell: () => {} } },
      { clinicId: clinic.clinicId, actor: clinic.visitor.actor },
    )
    const { id } = await bookCall(visitor, form())
    const letters = await inTransaction(ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('message').where('aboutId', '=', id).orderBy('dueAt').select(['kind', 'sentAt', 'dueAt']).execute(),
    )
    expect(letters.map(({ kind, sentAt }) => [kind, sentAt])).toEqual([
      ['appointment-told', null],
      ['appointment-reminder', null],
      ['appointment-reminder', null],
    ])
    expect(letters[0]?.dueAt).toEqual(clock.now)
  })
})
