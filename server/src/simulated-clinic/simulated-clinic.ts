import { type Database, withoutClinic } from '../platform/database.ts'
import type { Ground } from '../platform/ground.ts'
import { newClinic, oneTimeCode } from '../platform/new-clinic.ts'
import { dateAt, openingOf, workdaysFrom, zone } from './calendar.ts'
import { callersLife } from './caller-life.ts'
import { directorLife } from './director.ts'
import { evaluationLife } from './evaluation-life.ts'
import { patientLife } from './patient-life.ts'
import { openPlay, type Play, type Stage } from './play.ts'
import { safeLife } from './safe.ts'
import { newSafe } from './safe-contents.ts'
import { type Size, type Story, storyOf } from './script.ts'
import type { World } from './world.ts'

export const SEED = 20_261_123
const DAYS_BEFORE_CALLERS = 10
const STALE_DAYS = 30

/** A clock that stands where the play will open until it runs, and never goes back behind what was done at an earlier start. */
export const simulatedClock = (real: () => Date) => {
  let base = openingOf(real())
  let from: Date | null = null
  return {
    now: () => (from ? new Date(base.getTime() + real().getTime() - from.getTime()) : base),
    run: (reached: Date) => {
      if (reached >= base) base = new Date(reached.getTime() + 1000)
      from = real()
    },
  }
}

export type SimulatedClinic = { readonly clinicId: string; readonly play: Play; readonly opening: Date }

/** Whether a simulated clinic made at that instant is too long ago to be played on. */
export const isStale = (madeAt: Date, now: Date) => now.getTime() - madeAt.getTime() > STALE_DAYS * 86_400_000

/** When the simulated clinic of this database was first opened, by the real clock; null when there is none. */
export const madeAt = async (database: Database): Promise<Date | null> => {
  const clinic = await withoutClinic(database, (db) =>
    db.selectFrom('clinic').where('simulated', '=', true).select('createdAt').executeTakeFirst(),
  )
  return clinic?.createdAt ?? null
}

/** Finds or makes the simulated clinic and opens its play; `play.run(opening)` brings it to today. */
export const openSimulatedClinic = async (ground: Ground, now: Date, size: Size = 'whole'): Promise<SimulatedClinic> => {
  const code = oneTimeCode((length) => Buffer.alloc(length, ground.keys.of('proof')))
  const before = await withoutClinic(ground.database, (db) =>
    db.selectFrom('clinic').where('simulated', '=', true).select(['id', 'createdAt']).executeTakeFirst(),
  )
  const clinicId = before?.id ?? ground.newId(now)
  if (!before)
    await newClinic(ground.database, {
      id: clinicId,
      host: 'localhost',
      at: now,
      code,
      name: 'Blue Ridge Infusion',
      zone,
      simulated: true,
    })
  const anchor = dateAt(openingOf(before?.createdAt ?? now))
  const story = storyOf(anchor, size)
  const play = await openPlay(ground, clinicId, SEED, (stage) => livesOf(stage, story, anchor, code))
  return { clinicId, play, opening: openingOf(now) }
}

const livesOf = (stage: Stage, story: Story, anchor: string, code: string) => {
  const world: World = { stage, staff: new Map(), chairs: [], safe: newSafe() }
  const others = async () => {
    await stage.enter(safeLife(world, story.opens))
    for (const course of story.courses) await stage.enter(patientLife(world, course))
    for (const evaluation of story.evaluations) await stage.enter(evaluationLife(world, evaluation))
    await stage.enter(callersLife(world, workdaysFrom(anchor, -DAYS_BEFORE_CALLERS)))
  }
  return [directorLife(world, story.opens, code, others)]
}
