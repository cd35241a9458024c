import { amountsAt, type EventBody, exact, foldSession, plain } from '@dripline/clinical'
import type { Dose } from '@dripline/engine'
import { arrive } from '../care/session/arrive.ts'
import { changeRate } from '../care/session/change-rate.ts'
import { chartEntry } from '../care/session/chart-entry.ts'
import { checkIn } from '../care/session/check-in.ts'
import { discharge } from '../care/session/discharge.ts'
import { drawUp } from '../care/session/draw-up.ts'
import { giveDrug } from '../care/session/drugs/give-drug.ts'
import { giveReading } from '../care/session/give-reading.ts'
import { readVisit } from '../care/session/read-visit.ts'
import { startInfusion } from '../care/session/start-infusion.ts'
import { stopInfusion } from '../care/session/stop-infusion.ts'
import { takeOver } from '../care/session/take-over.ts'
import { giveWasteReading, wasteRemainder } from '../care/session/waste-remainder.ts'
import type { OrderInPlay } from './order-in-play.ts'
import type { Person } from './person-in-play.ts'
import type { Life } from './play.ts'
import { after, person, type World } from './world.ts'

export type Visit = { number: number; appointmentId: string; begins: Date; order: OrderInPlay; stopsEarly: boolean }
const NURSES = ['osprey', 'heron', 'wren', 'plover'] as const
const EARLY_STOP_MINUTES = 66
const CHECKS = [5, 10, 15]

/** One visit from the door to the door; gives what was infused, for how the person feels afterwards. */
export async function* visitLife(world: World, who: Person, visit: Visit, given: Dose[]): Life {
  const { stage } = world
  const key = (what: string) => `${who.course.number} visit ${visit.number} ${what}`
  const nurse = NURSES[who.course.chair % NURSES.length] ?? 'osprey'
  const actor = person(world, nurse)
  yield visit.begins
  const here = await stage.act(key('arrive'), actor, (ctx) => arrive(ctx, { appointmentId: visit.appointmentId }))
  if (!here) return
  const { sessionId } = here
  await stage.act(key('take over'), actor, (ctx) => takeOver(ctx, { sessionId }))
  yield after(visit.begins, 10)
  const pressure = {
    systolic: 112 + stage.chance.between(0, 22, who.course.number, visit.number),
    diastolic: 66 + stage.chance.between(0, 16, who.course.number, visit.number, 'd'),
  }
  const signs = (rise: number, what: string): EventBody => ({
    kind: 'vitals',
    systolic: Math.round(pressure.systolic + rise + 3 * stage.chance.normal(key(what), 's')),
    diastolic: Math.round(pressure.diastolic + rise * 0.6 + 2 * stage.chance.normal(key(what), 'd')),
    pulse: Math.round(68 + rise * 0.5 + 3 * stage.chance.normal(key(what), 'p')),
    spo2: stage.chance.between(95, 99, key(what), 'o'),
    resp: null,
  })
  const chart = (what: string, entry: EventBody) => stage.act(key(what), actor, (ctx) => chartEntry(ctx, { sessionId, entry }))
  const cleared = await stage.act(key('check in'), actor, (ctx) =>
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
  if (!cleared?.cleared) return
  yield after(visit.begins, 26)
  const { order } = visit
  const second = nurse === 'heron' ? 'osprey' : 'heron'
  const vials = world.safe.take(order.drawUpMl)
  const reading = {
    sessionId,
    mg: order.infusateMg,
    syringeMl: order.drawUpMl,
    rateMlPerHour: order.rateMlPerHour,
    vials,
    identifiers: ['name', 'date of birth'] as [string, string],
  }
  await stage.act(key('first reading'), actor, (ctx) => giveReading(ctx, reading))
  await stage.act(key('second reading'), person(world, second), (ctx) => giveReading(ctx, reading))
  if (!(await stage.act(key('draw up'), person(world, second), (ctx) => drawUp(ctx, { sessionId })))) return
  yield after(visit.begins, 29)
  await chart('signs before', { kind: 'vitals', ...pressure, pulse: 70, spo2: 98, resp: 14 })
  yield after(visit.begins, 30)
  if (!(await stage.act(key('start'), actor, (ctx) => startInfusion(ctx, { sessionId })))) return
  const started = stage.now()
  const minutes = visit.stopsEarly ? EARLY_STOP_MINUTES : order.minutes
  yield* runningLife()
  yield after(started, minutes)
  const totalMl = (await amountsNow())?.infusedMl ?? null
  await stage.act(key('stop'), actor, (ctx) =>
    stopInfusion(ctx, {
      sessionId,
      totalMl,
      reason: visit.stopsEarly ? 'The patient asked to stop: too far away' : 'The ordered volume is in',
    }),
  )
  const mg = (Number(order.doseMg) * minutes) / order.minutes
  given.push({ mg, from: (started.getTime() - who.firstStart(started).getTime()) / 60_000, minutes })
  yield* endLife()

  async function* runningLife(): Life {
    const times = [...CHECKS, ...Array.from({ length: 40 }, (_, i) => 30 + 15 * i)].filter((minute) => minute < minutes)
    for (const minute of times) {
      yield after(started, minute)
      await chart(`signs ${minute}`, signs(Math.min(18, minute / 3), `signs ${minute}`))
      if (minute % 30 === 0) await chart(`scores ${minute}`, scores(minute))
      if (minute === 30 && stage.chance.of(key('nausea')) < 0.15) await nausea()
      if (minute === 45 && visit.number === 2 && who.course.indication === 'pain') await slowDown()
    }
  }

  function scores(minute: number): EventBody {
    const height = who.course.indication === 'pain' ? 4 : 6
    const dissociation = Math.max(
      0,
      Math.min(10, Math.round(height * (1 - Math.exp(-minute / 30)) + stage.chance.normal(key(`far ${minute}`)))),
    )
    return {
      kind: 'scores',
      dissociation,
      distress: Math.round(dissociation / 3),
      pain: who.course.indication === 'pain' ? Math.max(0, Math.round(who.symptoms.baseline - 2)) : null,
      sedation: dissociation > 4 ? -1 : 0,
    }
  }

  // Some are sick half an hour in: ondansetron of the clinic's list, in its usual dose.
  async function nausea() {
    const dose = { drugId: 'ondansetron', route: 'IV' as const, mg: '4', reason: 'Nausea', lineId: null, allergiesRead: [] }
    await stage.act(key('ondansetron'), actor, (ctx) => giveDrug(ctx, { sessionId, ...dose }))
  }

  // A rate that was lowered for a quarter of an hour and put back: it makes the infusion end later than ordered.
  async function slowDown() {
    await stage.act(key('slower'), actor, (ctx) =>
      changeRate(ctx, {
        sessionId,
        rateMlPerHour: plain(exact(order.rateMlPerHour).times('0.8'), 1),
        reason: 'Feels too far away',
      }),
    )
  }

  async function* endLife(): Life {
    const stopped = stage.now()
    const drowsy = stage.chance.of(key('effect')) < 0.35
    await chart(
      'effects',
      drowsy
        ? {
            kind: 'adverse-effect',
            term: 'Drowsiness',
            onset: started.toISOString(),
            grade: 1,
            action: 'Watched',
            outcome: 'Gone before leaving',
          }
        : { kind: 'no-adverse-effects' },
    )
    yield after(stopped, 4)
    await chart('recovering', { kind: 'recovering' })
    yield after(stopped, 6)
    yield* wasteLife()
    for (let minute = 15; minute < order.stayMinutes; minute += 15) {
      yield after(stopped, minute)
      await chart(`after ${minute}`, signs(6 - minute / 10, `after ${minute}`))
    }
    yield after(stopped, order.stayMinutes)
    await chart('last signs', { kind: 'vitals', ...pressure, pulse: 70, spo2: 98, resp: 14 })
    await chart('last scores', {
      kind: 'scores',
      dissociation: 0,
      distress: 0,
      pain: who.course.indication === 'pain' ? 4 : null,
      sedation: 0,
    })
    for (const gate of ['escort', 'walks', 'mood', 'instructions'] as const)
      await chart(`gate ${gate}`, { kind: 'home-check', gate, isMet: true, note: null })
    yield after(stopped, order.stayMinutes + 3)
    await stage.act(key('discharge'), actor, (ctx) => discharge(ctx, { sessionId }))
  }

  // Both stand at the chair; each reads the mL of the bag on their own tablet.
  async function* wasteLife(): Life {
    const left = await amountsNow()
    if (left === null || exact(left.remainingMl).isZero()) return
    const reading = { sessionId, ml: left.remainingMl, of: 'bag' as const }
    await stage.act(key('first waste reading'), actor, (ctx) => giveWasteReading(ctx, reading))
    await stage.act(key('second waste reading'), person(world, second), (ctx) => giveWasteReading(ctx, reading))
    await stage.act(key('waste'), person(world, second), (ctx) => wasteRemainder(ctx, { sessionId }))
  }

  // What the pump and the bag show is what has run; only a fresh deed needs to look, a played one has its answer in the journal.
  async function amountsNow() {
    if (!stage.isFresh()) return null
    const { events, now } = await readVisit(stage.reading(actor), sessionId)
    return amountsAt(foldSession(events), now)
  }
}
