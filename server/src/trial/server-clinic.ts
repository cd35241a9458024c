import { amountsAt, foldSession, type GateId, Problem, rules, type SessionEvent } from '@dripline/clinical'
import { type Act, type Clinic, leftMl, text } from '@dripline/clinical/trial'
import { writeEntry } from '../care/people/write-entry.ts'
import { changeRate, resume } from '../care/session/change-rate.ts'
import { chartEntry } from '../care/session/chart-entry.ts'
import { checkIn } from '../care/session/check-in.ts'
import { cancelVisit, discharge } from '../care/session/discharge.ts'
import { drawUp } from '../care/session/draw-up.ts'
import { chartEmergency } from '../care/session/drugs/chart-emergency.ts'
import { giveDoseReading } from '../care/session/drugs/dose-readings.ts'
import { giveControlled } from '../care/session/drugs/give-controlled.ts'
import { nameVial, signAfterwards } from '../care/session/drugs/settle-drug.ts'
import { signLine } from '../care/session/drugs/sign-line.ts'
import { giveReading } from '../care/session/give-reading.ts'
import { overrideDischarge } from '../care/session/override-discharge.ts'
import { readVisit } from '../care/session/read-visit.ts'
import { confirmOrder, sendBack } from '../care/session/send-back.ts'
import { startInfusion } from '../care/session/start-infusion.ts'
import { pauseInfusion, readPumpTotal, stopInfusion } from '../care/session/stop-infusion.ts'
import { sessionOf } from '../care/session/store.ts'
import { giveWasteReading, wasteRemainder } from '../care/session/waste-remainder.ts'
import type { Ctx } from '../platform/context.ts'
import { peek } from '../platform/testing.ts'
import { type FactAct, isFact, stateFact } from './facts.ts'
import { nobody, type Place } from './place.ts'

const minute = 60_000

/** The same visit through the server's own verbs, on a database; refusals are told by their codes, gates by theirs. */
export const serverClinic = (place: Place): Clinic => ({
  perform: async (act) => {
    place.clock.now = new Date(place.clock.now.getTime() + act.after * minute)
    const ctx = place.as(act.who)
    try {
      if (isFact(act)) await stateFact(ctx, place, act)
      else return await perform(ctx, place, act)
      return 'done'
    } catch (error) {
      if (error instanceof Problem) return codesOf(error)
      throw error
    }
  },
})

/** An unlikely value is asked back, and said to be right. */
const sayingYes = async <T>(work: (confirmed: readonly string[]) => Promise<T>): Promise<T> => {
  try {
    return await work([])
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'improbable') throw error
    return work(error.faults.flatMap(({ ask }) => ask ?? []))
  }
}

const codesOf = ({ code, faults }: Problem) => (code === 'gate-closed' ? faults.map(({ field }) => field).sort() : [code])

type Visit = Exclude<Act, FactAct>

const perform = async (ctx: Ctx, place: Place, act: Visit) => {
  const { sessionId } = place
  if (act.do === 'check-in') return arrived(ctx, sessionId, act)
  if (act.do === 'acknowledge') return acknowledge(ctx, sessionId)
  if (act.do === 'read-pump' || act.do === 'read-waste') return readAmount(ctx, sessionId, act)
  await verbs(ctx, place, act)
  return 'done' as const
}

const midazolam = { drugId: 'midazolam', route: 'IV', doseMg: '1', leastMinutes: 20, reason: 'distress' } as const
const emergency = { drugId: 'midazolam', word: null, route: 'IV', mg: '2', reason: 'pulled at the line' } as const

const readOf = (ctx: Ctx, { sessionId, vialIds }: Place, about: string, { vial, ml }: { vial: number; ml: number }) =>
  giveDoseReading(ctx, { sessionId, about, vialId: vialIds[vial] ?? '', ml: text(ml), allergiesRead: [] })

const readDraw = (ctx: Ctx, { sessionId, vialIds }: Place, act: Extract<Act, { do: 'read' }>) => {
  const vials = [{ vialId: vialIds[act.vial] ?? '', ml: text(act.ml) }]
  const identifiers: [string, string] = ['full name', 'date of birth']
  const read = { infusateMg: text(act.mg), syringeMl: text(act.ml), rateMlPerHour: text(act.rate) }
  return giveReading(ctx, { sessionId, ...read, vials, identifiers })
}

const verbs = (ctx: Ctx, place: Place, act: Exclude<Visit, { do: 'check-in' | 'acknowledge' | 'read-pump' | 'read-waste' }>) => {
  const reason = 'as asked'
  const { sessionId, personId } = place
  switch (act.do) {
    case 'send-back':
      return sendBack(ctx, { sessionId, reason: 'it differs' })
    case 'allergy':
      return writeEntry(place.as('nurse'), {
        personId,
        list: 'allergies',
        entry: { kind: 'allergy', text: act.text },
      })
    case 'sign-line':
      return signLine(ctx, { sessionId, line: { ...midazolam, mostTimes: act.times }, acknowledged: [] }).then(({ lineId }) => {
        place.lineId = lineId
      })
    case 'read-dose':
      return readOf(ctx, place, place.lineId, act)
    case 'give-dose':
      return giveControlled(ctx, { sessionId, lineId: place.lineId })
    case 'emergency':
      return chartEmergency(ctx, { sessionId, ...emergency }).then(({ eventIds }) => {
        place.emergencyId = eventIds[0] ?? nobody
      })
    case 'read-emergency':
      return readOf(ctx, place, place.emergencyId, act)
    case 'name-vial':
      return nameVial(ctx, { sessionId, eventId: place.emergencyId, note: 'from the drawer' })
    case 'sign-emergency':
      return signAfterwards(ctx, { sessionId, eventId: place.emergencyId, note: 'midazolam 2 mg IV once' })
    case 'confirm-order':
      return confirmOrder(ctx, { sessionId, reason: 'measured again' })
    case 'read':
      return readDraw(ctx, place, act)
    case 'draw-up':
      return drawUp(ctx, { sessionId })
    case 'start':
      return startInfusion(ctx, { sessionId })
    case 'rate':
      return changeRate(ctx, { sessionId, rateMlPerHour: text(act.rateMlPerHour), reason })
    case 'resume':
      return resume(ctx, { sessionId, rateMlPerHour: text(act.rateMlPerHour) })
    case 'pause':
      return pauseInfusion(ctx, { sessionId, reason })
    case 'stop':
      return stopInfusion(ctx, { sessionId, reason })
    case 'waste':
      return wasteRemainder(ctx, { sessionId })
    case 'override':
      return overrideDischarge(ctx, { sessionId, gates: act.gates as GateId[], reason: 'the prescriber has seen the patient' })
    case 'discharge':
      return discharge(ctx, { sessionId })
    case 'cancel':
      return cancelVisit(ctx, { sessionId, reason: 'canceled' })
    default:
      return sayingYes((confirmed) => chartEntry(ctx, { sessionId, entry: entryOf(act), confirmed }))
  }
}

type Charted = Extract<Act, { do: 'vitals' | 'scores' | 'recovering' | 'seen' | 'effects' | 'recovery-score' }>

const entryOf = (act: Charted) => {
  switch (act.do) {
    case 'vitals':
      return { kind: 'vitals', ...act.vitals } as const
    case 'scores':
      return { kind: 'scores', ...act.scores } as const
    case 'recovering':
      return { kind: 'recovering' } as const
    case 'seen':
      return { kind: 'home-check', gate: act.what, isMet: act.isMet, note: null } as const
    case 'effects':
      return { kind: 'no-adverse-effects' } as const
    case 'recovery-score':
      return {
        kind: 'recovery-score',
        scale: 'aldrete',
        items: [0, 1, 2, 3, 4].map((i) => Math.min(2, Math.max(0, act.total - 2 * i))),
      } as const
  }
}

const arrived = async (
  ctx: Ctx,
  sessionId: string,
  { weightKg, vitals, areTwo, hasEscort }: Extract<Act, { do: 'check-in' }>,
) => {
  const { cleared } = await sayingYes((confirmed) =>
    checkIn(ctx, {
      sessionId,
      confirmed,
      identifiers: areTwo ? ['full name', 'date of birth'] : ['full name', 'full name'],
      escort: hasEscort ? { name: 'Ivy Pretense', phone: '+15405550168' } : null,
      weightKg: text(weightKg),
      vitals,
      sedation: null,
      acknowledged: rules.map(({ id }) => id),
    }),
  )
  return cleared ? ('done' as const) : ['sent back']
}

const eventsOf = (ctx: Ctx, sessionId: string): Promise<SessionEvent[]> =>
  peek(ctx, async (tx) => [...((await sessionOf(tx, sessionId))?.events ?? [])])

const acknowledge = async (ctx: Ctx, sessionId: string) => {
  const { marks } = await readVisit(ctx, sessionId)
  const open = marks.filter(({ answer }) => answer === null)
  for (const { eventId } of open)
    await chartEntry(ctx, { sessionId, entry: { kind: 'note', text: 'Prescriber called; stays', about: eventId } })
  return 'done' as const
}

const readAmount = async (ctx: Ctx, sessionId: string, act: Extract<Act, { do: 'read-pump' | 'read-waste' }>) => {
  const visit = foldSession(await eventsOf(ctx, sessionId))
  const now = ctx.now().toISOString()
  if (act.do === 'read-pump') {
    const { infusedMl } = amountsAt(visit, now) ?? { infusedMl: '0' }
    await readPumpTotal(ctx, { sessionId, totalMl: text(Number(infusedMl) + act.offMl), reason: null })
  } else
    await giveWasteReading(ctx, { sessionId, ml: text(leftMl(visit, now) + act.offMl), of: visit.startedAt ? 'bag' : 'syringe' })
  return 'done' as const
}
