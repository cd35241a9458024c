import { amountsAt, clocksMoved, foldSession } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Clock } from '../../platform/clock.ts'
import { type Ctx, openContext } from '../../platform/context.ts'
import { type TestClinic, testClinic } from '../../platform/testing.ts'
import { MovedDatabase, MovedMachine } from '../../platform/testing-clock.ts'
import { chartEntry } from './chart-entry.ts'
import { drawUp } from './draw-up.ts'
import { readVisit } from './read-visit.ts'
import { startInfusion } from './start-infusion.ts'
import { pauseInfusion, stopInfusion } from './stop-infusion.ts'
import { drawUpOf, signs, visitCleared } from './testing.ts'

const MINUTE = 60_000
const entry = { kind: 'vitals', ...signs } as const
let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

/** A visit about to start, its nurse at two servers, and the clocks of both. */
const atTwoServers = async (isOwn = false) => {
  const cleared = await visitCleared(clinic, { indication: 'pain' })
  await drawUp(cleared.nurse, await drawUpOf(cleared, cleared.sessionId))
  clinic.clock.forward(1)
  const truth = () => clinic.clock.now.getTime()
  const database = new MovedDatabase(truth)
  const [heron, wren] = [new MovedMachine('heron', truth), new MovedMachine('wren', truth)]
  const at = ({ now, stamp }: Clock): Ctx => {
    const { clinicId, actor } = cleared.nurse
    return openContext(clinic.ground, { clinicId, actor, clock: now, stamp })
  }
  const clocks = [await database.clockFor(heron, isOwn), await database.clockFor(wren)] as const
  return { sessionId: cleared.sessionId, database, heron, wren, clocks, here: at(clocks[0]), there: at(clocks[1]) }
}

const visitOf = async (ctx: Ctx, sessionId: string) => {
  const read = await readVisit(ctx, sessionId)
  const folded = foldSession(read.events)
  return { now: read.now, folded, mg: amountsAt(folded, read.now)?.givenMg, moved: clocksMoved(folded) }
}

describe('a server’s clock that steps back half an hour while the pump runs', () => {
  test('leaves the amount as it is, and says that it moved', async () => {
    const { sessionId, here, heron, clocks } = await atTwoServers()
    await startInfusion(here, { sessionId })
    clinic.clock.forward(45)
    const ran = await visitOf(here, sessionId)
    heron.wallOffMs = -30 * MINUTE
    await clocks[0].look()
    await stopInfusion(here, { sessionId, reason: 'asks' })
    const { folded, mg, moved } = await visitOf(here, sessionId)
    expect(folded).toMatchObject({ state: 'stopped', conflicts: [] })
    expect(mg).toBe(ran.mg)
    expect(moved).toMatchObject([{ byMs: -30 * MINUTE, asksTotal: false }])
  })

  test('refuses no entry and no stop, with the database’s clock on the same machine', async () => {
    const { sessionId, here, heron, clocks } = await atTwoServers(true)
    await startInfusion(here, { sessionId })
    clinic.clock.forward(1)
    heron.wallOffMs = -30 * MINUTE
    await chartEntry(here, { sessionId, entry })
    await clocks[0].look()
    await pauseInfusion(here, { sessionId, reason: 'asks' })
    clinic.clock.forward(1)
    await stopInfusion(here, { sessionId, reason: 'asks' })
    const { folded, moved } = await visitOf(here, sessionId)
    expect(folded).toMatchObject({ state: 'stopped', conflicts: [] })
    expect(folded.segments[0]?.to).toBe(folded.entries.find(({ event }) => event.kind === 'paused')?.event.at)
    expect(moved).toMatchObject([{ asksTotal: false }])
  })
})

describe('two servers whose clocks are apart', () => {
  test('take every entry and the stop, in the order in which they were written', async () => {
    const { sessionId, clocks, here, there, database } = await atTwoServers()
    await startInfusion(here, { sessionId })
    // The other one measured a database that was two seconds behind, and nobody has seen it yet.
    database.offMs = -2000
    const behind = await database.clockFor(new MovedMachine('plover', () => clinic.clock.now.getTime()))
    const { clinicId, actor } = there
    const late = openContext(clinic.ground, { clinicId, actor, clock: behind.now, stamp: behind.stamp })
    expect(behind.now() < clocks[0].now()).toBe(true)
    await chartEntry(late, { sessionId, entry })
    await pauseInfusion(late, { sessionId, reason: 'asks' })
    await stopInfusion(late, { sessionId, reason: 'asks' })
    const { folded } = await visitOf(here, sessionId)
    expect(folded).toMatchObject({ state: 'stopped', conflicts: [] })
    expect(folded.entries.map(({ event }) => event.kind).slice(-3)).toEqual(['vitals', 'paused', 'stopped'])
    const seqs = folded.entries.map(({ event }) => event.seq ?? 0)
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
  })

  test('count what was given by the time they share', async () => {
    const { sessionId, here, there, wren } = await atTwoServers()
    await startInfusion(here, { sessionId })
    clinic.clock.forward(45)
    const ran = await visitOf(here, sessionId)
    wren.wallOffMs = 20 * MINUTE
    await stopInfusion(there, { sessionId, reason: 'asks' })
    const { mg, moved } = await visitOf(there, sessionId)
    expect(mg).toBe(ran.mg)
    expect(moved).toEqual([])
  })

  test('of which one started while the database was wrong ask for the pump’s total', async () => {
    const { sessionId, here, there, database } = await atTwoServers()
    await startInfusion(here, { sessionId })
    clinic.clock.forward(45)
    database.offMs = 30 * MINUTE
    const { clinicId, actor } = there
    const young = await database.clockFor(new MovedMachine('young', () => clinic.clock.now.getTime()))
    const late = openContext(clinic.ground, { clinicId, actor, clock: young.now, stamp: young.stamp })
    await stopInfusion(late, { sessionId, reason: 'asks' })
    expect((await visitOf(here, sessionId)).moved).toMatchObject([{ asksTotal: true }])
  })
})
