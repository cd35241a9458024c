import type { Dose } from '@dripline/engine'
import { arrive } from '../care/session/arrive.ts'
import { checkIn } from '../care/session/check-in.ts'
import { drawUp } from '../care/session/draw-up.ts'
import { giveReading } from '../care/session/give-reading.ts'
import { startInfusion } from '../care/session/start-infusion.ts'
import { stopInfusion } from '../care/session/stop-infusion.ts'
import { takeOver } from '../care/session/take-over.ts'
import { type AtTheChair, amountsNow, atTheChair, keyOf, nursesOf, type Visit } from './at-the-chair.ts'
import { endOfVisitLife } from './end-of-visit-life.ts'
import type { Person } from './person-in-play.ts'
import type { Life } from './play.ts'
import { runningLife } from './running-life.ts'
import { after, type World } from './world.ts'

const EARLY_STOP_MINUTES = 66

/** One visit from the door to the door; gives what was infused, for how the person feels afterwards. */
export async function* visitLife(world: World, who: Person, visit: Visit, given: Dose[]): Life {
  const { stage } = world
  const [nurse] = nursesOf(world, who)
  yield visit.begins
  const { appointmentId } = visit
  const here = await stage.act(keyOf(who, visit)('arrive'), nurse, (ctx) => arrive(ctx, { appointmentId }))
  if (!here) return
  const chair = atTheChair(world, who, visit, here.sessionId)
  const { sessionId, key } = chair
  await stage.enterRecord(key('take over'), nurse, (ctx) => takeOver(ctx, { sessionId }))
  yield after(visit.begins, 10)
  if (!(await isCleared(chair))) return
  yield after(visit.begins, 26)
  if (!(await isDrawnUp(chair))) return
  yield after(visit.begins, 29)
  await chair.chart('signs before', chair.calm)
  yield after(visit.begins, 30)
  if (!(await stage.act(key('start'), nurse, (ctx) => startInfusion(ctx, { sessionId })))) return
  const started = stage.now()
  const minutes = visit.stopsEarly ? EARLY_STOP_MINUTES : visit.order.minutes
  yield* runningLife(chair, started, minutes)
  yield after(started, minutes)
  await stop(chair)
  const mg = (Number(visit.order.doseMg) * minutes) / visit.order.minutes
  given.push({ mg, from: (started.getTime() - who.firstStart(started).getTime()) / 60_000, minutes })
  yield* endOfVisitLife(chair, started)
}

const isCleared = async ({ world, who, key, nurse, sessionId, pressure }: AtTheChair): Promise<boolean> => {
  const checked = await world.stage.act(key('check in'), nurse, (ctx) =>
    checkIn(ctx, {
      sessionId,
      identifiers: ['name', 'date of birth'],
      escort: { name: `A friend of ${who.name}`, phone: '+1 540 555 0100' },
      weightKg: who.weightKg,
      vitals: { ...pressure, pulse: 70, spo2: 98, resp: 14 },
      sedation: 0,
      bloodPressureRepeated: 'no',
      safetyQuestion: 'no',
      ...(who.mayConceive && { pregnancyTest: 'negative' as const }),
      acknowledged: who.acknowledged,
    }),
  )
  return checked?.cleared === true
}

const isDrawnUp = async ({ world, visit, key, nurse, second, sessionId }: AtTheChair): Promise<boolean> => {
  const { order } = visit
  const reading = {
    sessionId,
    infusateMg: order.infusateMg,
    syringeMl: order.syringeMl,
    rateMlPerHour: order.rateMlPerHour,
    vials: world.safe.take(order.syringeMl),
    identifiers: ['name', 'date of birth'] satisfies [string, string],
  }
  await world.stage.act(key('first reading'), nurse, (ctx) => giveReading(ctx, reading))
  await world.stage.act(key('second reading'), second, (ctx) => giveReading(ctx, reading))
  return (await world.stage.act(key('draw up'), second, (ctx) => drawUp(ctx, { sessionId }))) !== null
}

const stop = async (chair: AtTheChair) => {
  const { world, visit, key, nurse, sessionId } = chair
  const totalMl = (await amountsNow(chair))?.infusedMl ?? null
  const reason = visit.stopsEarly ? 'The patient asked to stop: too far away' : 'The ordered volume is in'
  await world.stage.act(key('stop'), nurse, (ctx) => stopInfusion(ctx, { sessionId, totalMl, reason }))
}
