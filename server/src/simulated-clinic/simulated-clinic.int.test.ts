import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { appointmentsBetween } from '../care/booking/store.ts'
import { readRoom } from '../care/session/read-room.ts'
import { type Ctx, openContext } from '../platform/context.ts'
import { inTransaction } from '../platform/database.ts'
import type { Ground } from '../platform/ground.ts'
import { heldClock, testGround, trailOf } from '../platform/testing.ts'
import { checkTrails } from '../verify-audit.ts'
import { at, openingOf } from './calendar.ts'
import { storyOf } from './script.ts'
import { openSimulatedClinic } from './simulated-clinic.ts'

const now = at('2026-11-25', 16)
const clock = heldClock(openingOf(now).toISOString())
let ground: Ground
let clinicId: string
let nurse: Ctx

const read = <T>(look: Parameters<typeof inTransaction<T>>[2]) => inTransaction(ground.database, clinicId, look)
const count = (table: 'sessionEvent' | 'assessmentAnswer' | 'substanceLine' | 'person') =>
  read(async ({ db }) =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((is) => is.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    ),
  )

// The small play of six patients, stopped half way and taken up again, as a killed server would.
beforeAll(async () => {
  ground = { ...(await testGround(clock)), simulated: true }
  const half = await openSimulatedClinic(ground, now, 'small')
  await half.play.run(at('2026-10-21', 12))
  const whole = await openSimulatedClinic(ground, now, 'small')
  await whole.play.run(whole.opening)
  clinicId = whole.clinicId
  const { id } = await read(({ db }) =>
    db.selectFrom('account').where(sql<boolean>`'nurse' = any(roles)`).select('id').executeTakeFirstOrThrow(),
  )
  nurse = openContext(ground, { clinicId, actor: { kind: 'staff', id, roles: ['nurse'], name: 'a nurse', signInId: id } })
}, 240_000)

describe('the simulated clinic', () => {
  test('opens with two patients running and one at the second check', async () => {
    const { rows } = await readRoom(nurse)
    expect(rows.map(({ visit }) => visit?.state).sort()).toEqual(['cleared', 'running', 'running'])
  })

  test('has calls waiting on the day it opens', async () => {
    const day = { start: at('2026-11-25', 0).toISOString(), end: at('2026-11-26', 0).toISOString() }
    const calls = await read(async (tx) =>
      (await appointmentsBetween(tx, day)).filter(({ kind, state }) => kind === 'call' && state === 'booked'),
    )
    expect(calls.length).toBeGreaterThan(0)
  })

  test('has evaluations of every kind of ending: held with what was found, and still to come', async () => {
    const span = { start: at('2026-07-01', 0).toISOString(), end: at('2026-12-31', 0).toISOString() }
    const evaluations = await read(async (tx) =>
      (await appointmentsBetween(tx, span)).filter(({ kind }) => kind === 'evaluation'),
    )
    const held = evaluations.filter(({ state }) => state === 'done')
    expect(held.length).toBeGreaterThan(4)
    expect(held.every(({ end }) => end <= clock.now)).toBe(true)
    const screened = await read(({ db }) => db.selectFrom('screening').select('personId').execute())
    for (const { personId } of held) expect(screened.map((each) => each.personId)).toContain(personId)
    const ways = await read(({ db }) =>
      db.selectFrom('callOutcome').where('outcome', '=', 'book evaluation').select('next').execute(),
    )
    expect(ways.filter(({ next }) => next === 'evaluation booked').length).toBe(evaluations.length)
  })

  test('keeps its trail in order of time, without a gap', async () => {
    const lines = await trailOf(ground, clinicId)
    const times = lines.map(({ at }) => at)
    expect(times).toEqual([...times].sort())
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, i) => i + 1))
  })

  test('has a line for every record that a verb wrote, and no record that says something else', async () => {
    await ground.sealer.sealAll()
    const client = await ground.database.pool.connect()
    const nothing = { anchors: new Map(), unreadable: new Set<string>() }
    try {
      await client.query('begin')
      const { rows } = await client.query<{ name: string }>('select name from clinic where id = $1', [clinicId])
      const said = await checkTrails(async (text, values) => (await client.query(text, values)).rows, nothing, null)
      const mine = said.filter(({ says }) => says.endsWith(`[${rows[0]?.name}]`))
      // Other tests may have a clinic of this name in the same database; of its size there is one.
      expect(mine.filter(({ verdict }) => verdict === 'bad')).toEqual([])
      expect(mine.filter(({ says }) => / lines, \d{4,} records \(0 anchors\): nothing outside/.test(says))).toHaveLength(1)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('leaves some questions unanswered and most answered', async () => {
    const due = await read(({ db }) =>
      db.selectFrom('assessment').where('cancelledAt', 'is', null).where('dueAt', '<', clock.now).select('id').execute(),
    )
    const answered = await read(({ db }) => db.selectFrom('assessmentAnswer').select('assessmentId').distinct().execute())
    const share = answered.length / due.length
    expect(share).toBeGreaterThan(0.6)
    expect(share).toBeLessThan(0.95)
  })

  test('has an infusion that ended early, with its rest wasted before a witness', async () => {
    const wasted = await read(({ db }) =>
      db.selectFrom('substanceLine').where('kind', '=', 'wasted').select(['mg', 'witnessId']).execute(),
    )
    expect(Math.max(...wasted.map(({ mg }) => Number(mg)))).toBeGreaterThan(20)
    expect(wasted.every(({ witnessId }) => witnessId !== null)).toBe(true)
  })

  test('was played once, though it was begun twice', async () => {
    const names = await read(({ db }) => db.selectFrom('person').select(['name', 'email']).execute())
    expect(new Set(names.map(({ email }) => email)).size).toBe(names.length)
    expect(await count('sessionEvent')).toBeGreaterThan(800)
    expect(await count('substanceLine')).toBeGreaterThan(40)
  })
})

describe('a later start', () => {
  test('plays the day that was missed, and finds the next one under way', async () => {
    const tomorrow = at('2026-11-26', 16)
    clock.now = openingOf(tomorrow)
    const later = await openSimulatedClinic(ground, tomorrow, 'small')
    await later.play.run(later.opening)
    const { rows } = await readRoom(nurse)
    expect(rows.map(({ visit }) => visit?.state).sort()).toEqual(['cleared', 'running', 'running'])
    const day = { start: at('2026-11-25', 0).toISOString(), end: at('2026-11-26', 0).toISOString() }
    const before = await read(async (tx) => (await appointmentsBetween(tx, day)).filter(({ kind }) => kind === 'infusion'))
    expect(before.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  })
})

describe('the story', () => {
  test('has two pain visits and one depression visit on every working day of the month after its anchor', () => {
    const { courses } = storyOf('2026-11-25')
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-08', '2026-12-17', '2026-12-24']) {
      const here = courses.filter(({ days }) => days.includes(day)).map(({ indication }) => indication)
      expect([day, ...here.sort()]).toEqual([day, 'depression', 'pain', 'pain'])
    }
  })

  test('never puts two visits into one chair at one time', () => {
    const places = storyOf('2026-11-25').courses.flatMap(({ days, chair, hour, minute }) =>
      days.map((day) => `${day} ${chair} ${hour}:${minute}`),
    )
    expect(new Set(places).size).toBe(places.length)
  })
})
