import { Problem } from '@dripline/clinical'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { raiseAlert } from './care/alerts/raise-alert.ts'
import { addChair } from './care/clinic/add-chair.ts'
import { addPerson } from './care/people/add-person.ts'
import { changePerson } from './care/people/change-person.ts'
import { findPeople } from './care/people/find-people.ts'
import { writeEntry } from './care/people/write-entry.ts'
import { readChart } from './care/records/read-chart.ts'
import { joinRecords } from './care/records/testing.ts'
import { changeRate, resume } from './care/session/change-rate.ts'
import { amendEntry, chartEntry } from './care/session/chart-entry.ts'
import { readRoom } from './care/session/read-room.ts'
import { readVisit } from './care/session/read-visit.ts'
import { pauseInfusion, stopInfusion } from './care/session/stop-infusion.ts'
import { takeOver } from './care/session/take-over.ts'
import { signs, visitRunning } from './care/session/testing.ts'
import { type Ctx, inOneStep, openContext } from './platform/context.ts'
import type { Ground } from './platform/ground.ts'
import { forgetful, heldClock, type TestClinic, testClinic } from './platform/testing.ts'
import { countStatements } from './platform/testing-count.ts'
import { freshDatabase, postgresGround } from './platform/testing-postgres.ts'

const clock = heldClock()
const url = await freshDatabase()
const [here, there] = [await postgresGround(clock, url), await postgresGround(clock, url)]
const on = (ground: Ground, { clinicId, actor }: Ctx): Ctx => openContext(ground, { clinicId, actor })

type Running = Awaited<ReturnType<typeof visitRunning>> & { clinic: TestClinic }
const running = async (): Promise<Running> => {
  clock.now = new Date('2026-11-23T15:00:00Z')
  const clinic = await testClinic(clock, here)
  return { clinic, ...(await visitRunning(clinic, { indication: 'pain', name: 'Clover Bennett' })) }
}

const looksOf = ({ sessionId, personId }: Pick<Running, 'sessionId' | 'personId'>) => ({
  room: (ctx: Ctx) => readRoom(ctx),
  visit: (ctx: Ctx) => readVisit(ctx, sessionId),
  person: (ctx: Ctx) => readChart(ctx, personId),
  find: (ctx: Ctx) => findPeople(ctx, { text: 'clover' }),
})

/** What each server keeps is what one that keeps nothing reads, to everybody who may look. */
const isKeptRight = async (own: Running, after: string) => {
  for (const [name, look] of Object.entries(looksOf(own)))
    for (const ctx of [own.nurse, own.second, own.prescriber]) {
      const fresh = await look(forgetful(ctx))
      for (const ground of [here, there])
        expect({ name, after, answer: await look(on(ground, ctx)) }).toEqual({ name, after, answer: fresh })
    }
}

const entry = { kind: 'vitals', ...signs } as const
const robin = { state: 'VA', zone: 'America/New_York', phone: '+15405550142', email: 'robin@example.test' }

const acts: Record<string, (ctx: Ctx, own: Running) => Promise<unknown>> = {
  'a sign': (ctx, { sessionId }) => chartEntry(ctx, { sessionId, entry }),
  'a sign past policy': (ctx, { sessionId }) => chartEntry(ctx, { sessionId, entry: { ...entry, systolic: 205 } }),
  'an amendment': async (ctx, { sessionId }) => {
    const [eventId = ''] = (await chartEntry(ctx, { sessionId, entry })).eventIds
    await amendEntry(ctx, { sessionId, eventId, reason: 'misread', entry: { ...entry, pulse: 88 } })
  },
  'a rate': (ctx, { sessionId }) => changeRate(ctx, { sessionId, rateMlPerHour: '20', reason: 'dizzy' }),
  'a pause': (ctx, { sessionId }) => pauseInfusion(ctx, { sessionId, reason: 'dizzy' }),
  'a start after a pause': (ctx, { sessionId }) => resume(ctx, { sessionId, rateMlPerHour: '25' }),
  'a stop': (ctx, { sessionId }) => stopInfusion(ctx, { sessionId, reason: 'enough' }),
  'another nurse': (ctx, { sessionId }) => takeOver(ctx, { sessionId }),
  'an allergy': (ctx, { personId }) =>
    writeEntry(ctx, { personId, list: 'allergies', entry: { kind: 'allergy', text: 'penicillin' } }),
  'a telephone': (ctx, { personId }) => changePerson(ctx, { personId, phone: '+15405550147' }),
  'a person of the same name': (ctx) => addPerson(ctx, { ...robin, name: 'Clover Bennett' }),
  'an alert': (ctx, { personId }) =>
    inOneStep(ctx, 'raise-alert', async (tx) => ({
      personId,
      alertId: await raiseAlert(ctx, tx, { personId, kind: 'second check', cause: 'seen', causeId: ctx.newId() }),
    })),
  'a chair': (ctx) => addChair(ctx, { name: ctx.newId().slice(-8) }),
  'a merge': async (ctx, { personId }) => {
    const { personId: mergedId } = await addPerson(ctx, { ...robin, name: 'Clover Bennet', email: 'clover@example.test' })
    await joinRecords(ctx, { keptId: personId, mergedId })
  },
  'a step that is rolled back': async (ctx, { personId }) => {
    await inOneStep(ctx, 'change-person', async ({ db, clinicId }) => {
      await db.updateTable('person').set({ name: 'Nobody' }).where('clinicId', '=', clinicId).where('id', '=', personId).execute()
      throw new Problem('wrong-state')
    }).catch(() => {})
  },
  'a name that a step without news has changed': (ctx, { personId }) =>
    inOneStep(ctx, 'rename', async ({ db, clinicId }) => {
      await db
        .updateTable('person')
        .set({ name: `Clover ${ctx.newId().slice(-4)}` })
        .where('clinicId', '=', clinicId)
        .where('id', '=', personId)
        .execute()
      return { personId }
    }),
  'a minute': async () => clock.forward(1),
}

describe('what a server keeps of a room, a visit and a chart', () => {
  test('is what another one reads anew, whatever was done, by whichever of two servers', async () => {
    const step = fc.record({ act: fc.constantFrom(...Object.keys(acts)), isThere: fc.boolean(), isSealed: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10 }), async (steps) => {
        const own = await running()
        await isKeptRight(own, 'the start')
        for (const { act, isThere, isSealed } of steps) {
          const done = acts[act]?.(on(isThere ? there : here, own.nurse), own)
          // What is refused changes nothing: that must be seen too.
          await done?.catch((error: unknown) => expect(error).toBeInstanceOf(Problem))
          if (isSealed) await here.sealer.sealAll()
          await isKeptRight(own, act)
        }
      }),
      { numRuns: 3, endOnFailure: true },
    )
  })

  test.each(Object.keys(acts))('follows %s', async (act) => {
    const own = await running()
    await isKeptRight(own, 'the start')
    await acts[act]?.(on(there, own.nurse), own).catch((error: unknown) => expect(error).toBeInstanceOf(Problem))
    await isKeptRight(own, act)
  })

  test('is nobody’s of another clinic, though this server keeps it', async () => {
    const [own, other] = [await running(), await running()]
    await readVisit(own.nurse, own.sessionId)
    await readChart(own.nurse, own.personId)
    await expect(readVisit(other.nurse, own.sessionId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(readChart(other.nurse, own.personId)).rejects.toMatchObject({ code: 'not-found' })
    expect((await readRoom(other.nurse)).rows.map(({ personId }) => personId)).toEqual([other.personId])
  })

  test('leaves its line for each who looks, once a minute, also where nothing was read', async () => {
    const own = await running()
    const lines = async () =>
      (await own.clinic.trail())
        .filter(({ verb, outcome }) => verb === 'read-visit' && outcome === 'read')
        .map(({ actor }) => actor)
    const before = (await lines()).length
    for (const ctx of [own.second, own.second, own.prescriber, on(there, own.second)]) await readVisit(ctx, own.sessionId)
    expect((await lines()).slice(before)).toHaveLength(2)
    clock.forward(1)
    await readVisit(own.second, own.sessionId)
    expect((await lines()).slice(before)).toHaveLength(3)
  })

  test('is asked for once by many who look at once', async () => {
    const own = await running()
    await readVisit(own.nurse, own.sessionId)
    const said = countStatements(here.database)
    await Promise.all(Array.from({ length: 40 }, () => readVisit(own.nurse, own.sessionId)))
    const asked = said.taken().filter((text) => text.includes('changes_of'))
    said.stop()
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(2)
  })
})

describe('a look waits for the database', () => {
  const looks = {
    room: (ctx: Ctx) => readRoom(ctx),
    visit: (ctx: Ctx, own: Running) => readVisit(ctx, own.sessionId),
    person: (ctx: Ctx, own: Running) => readChart(ctx, own.personId),
  }

  test.each(Object.entries(looks))('three times at the most, and once when nothing has changed: %s', async (_, look) => {
    const own = await running()
    // Which zone the clinic has, a server asks once in its life.
    await readRoom(own.nurse)
    const said = countStatements(here.database)
    const trips = (ctx: Ctx) => said.roundTripsOf(() => look(ctx, own))
    await here.sealer.sealAll()
    await trips(own.second)
    const kept = await trips(own.second)
    await chartEntry(on(there, own.nurse), { sessionId: own.sessionId, entry })
    const changed = await trips(own.second)
    clock.forward(1)
    const minute = await trips(own.second)
    said.stop()
    expect({ kept, minute }).toEqual({ kept: 1, minute: 2 })
    expect(changed).toBeLessThanOrEqual(3)
  })

  test('three times at the most on a server that keeps nothing', async () => {
    const own = await running()
    for (const [name, look] of Object.entries({ ...looks, find: (ctx: Ctx) => findPeople(ctx, { text: 'clo ben' }) })) {
      const ctx = forgetful(own.second)
      if (name === 'room') await readRoom(ctx)
      const said = countStatements(here.database)
      clock.forward(1)
      await chartEntry(own.nurse, { sessionId: own.sessionId, entry })
      const trips = await said.roundTripsOf(() => look(name === 'room' ? ctx : forgetful(own.second), own))
      expect([name, trips <= 3, trips]).toEqual([name, true, trips])
      said.stop()
    }
  })
})
