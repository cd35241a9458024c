import { type Answers, clinicalDefaults, consentText, type GuardedAct, type Indication, wellPerson } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import { receiveVials } from '../../ledgers/substances/receive-vials.ts'
import { sealProof } from '../../platform/auth/proof.ts'
import { type Ctx, staffOf } from '../../platform/context.ts'
import { peek, type TestClinic } from '../../platform/testing.ts'
import { addChair } from '../clinic/add-chair.ts'
import { approveDefaults } from '../clinic/approve-defaults.ts'
import { zoneOf } from '../clinic/store.ts'
import { addPerson } from '../people/add-person.ts'
import { changePerson } from '../people/change-person.ts'
import { signConsent } from '../people/sign-consent.ts'
import { writeEntry } from '../people/write-entry.ts'
import type { PlanSent } from '../planning/plan.ts'
import { signPlan } from '../planning/sign-plan.ts'
import { ordersOf } from '../planning/store.ts'
import { decide } from '../screening/decide.ts'
import { screenPerson } from '../screening/screen-person.ts'
import { arrive } from './arrive.ts'
import { checkIn } from './check-in.ts'
import { drawUp } from './draw-up.ts'
import { giveReading } from './give-reading.ts'
import { readVisit } from './read-visit.ts'
import type { CheckInSent, ReadingSent } from './session.ts'
import { startInfusion } from './start-infusion.ts'
import { readPumpTotal } from './stop-infusion.ts'
import { giveWasteReading, readWaste, wasteFacts } from './waste-remainder.ts'

/** A well person of 44: nothing stands in the way of an infusion. */
export const wellAnswers = (indication: Indication): Partial<Answers> => ({
  ...wellPerson(indication),
  dateOfBirth: '1982-03-01',
  weightKg: '72',
  heightCm: '175',
})

export const protocolFor = {
  pain: { id: 'crps-outpatient-ten-day', sessions: 10, infusate: { infusateMg: '100', finalMl: '100' } },
  depression: { id: 'depression-six-infusions', sessions: 6, infusate: { infusateMg: '36', finalMl: '100' } },
} as const

/** The dose of a protocol for 72 kg from vials of 50 mg/mL: 25 mg/h for 4 h, or 36 mg over 40 min. */
export const doseFor = (indication: Indication, now: Date): PlanSent['dose'] => ({
  protocolId: protocolFor[indication].id,
  weightKg: '72',
  weightAt: now.toISOString(),
  vialMgPerMl: '50',
  infusate: protocolFor[indication].infusate,
})

/** A second person's word for one act, as their passkey would have sealed it. */
export const wordOf = async (ctx: Ctx, second: Ctx, act: GuardedAct, facts: Record<string, string>): Promise<string> =>
  (await sealProof(ctx, { staffId: staffOf(second).id, act, facts, method: 'password' })).proof

/** Puts one vial into the safe: 10 mL of 50 mg/mL, or another. */
export const vialReceived = async (ctx: Ctx, second: Ctx, mgPerMl = '50', volumeMl = '10'): Promise<string> => {
  const vial = { drugId: 'ketamine', lot: 'SIM-2291', mgPerMl, volumeMl, expiresOn: '2027-08-31', invoice: 'SIM-118' }
  const proof = await wordOf(ctx, second, 'receive', { ...vial, vials: '1' })
  const { received } = await receiveVials(ctx, { ...vial, vials: 1, proof })
  return received[0]?.vialId ?? ''
}

/** `person`: somebody who is known already, for a second plan. */
export type Wanted = { indication: Indication; name?: string; chair?: string; from?: Date; person?: string }

/**
 * A patient whose first visit is booked for now: screened, accepted, consented, a signed plan in an own chair, a vial in the safe.
 * Everything goes through the verbs. The clinic's clock must stand on an open weekday, on a quarter hour or before one.
 */
export const patientReady = async (clinic: TestClinic, { indication, name = 'Clover Samplett', chair, from, person }: Wanted) => {
  const [prescriber, nurse, second] = [await clinic.as('prescriber'), await clinic.as('nurse'), await clinic.as('nurse')]
  await approveDefaults(prescriber, { listed: clinicalDefaults })
  const { chairId } = await addChair(nurse, { name: chair ?? nurse.newId().slice(-8) })
  const personId = person ?? (await newPerson(nurse, name))
  const { screeningId, findings } = await screenPerson(prescriber, { personId, answers: wellAnswers(indication), baseline: {} })
  const acknowledged = findings.map(({ rule }) => rule)
  await decide(prescriber, { screeningId, decision: 'accept', reason: 'fits', acknowledged, overrides: [] })
  const { version } = consentText
  await signConsent(nurse, { personId, indication, version, signedName: name, saidBack: consentText.teachBack })
  const zone = await peek(nurse, zoneOf)
  const starts = visitStarts(from ?? clinic.clock.now, zone, protocolFor[indication].sessions)
  const { planId, orderIds } = await signPlan(prescriber, {
    personId,
    dose: doseFor(indication, clinic.clock.now),
    visits: starts.map((start) => ({ start, chairId })),
    acknowledged,
  })
  const orders = await peek(nurse, (tx) => ordersOf(tx, planId))
  const appointmentIds = orders.flatMap(({ appointmentId }) => appointmentId ?? [])
  const vialId = await vialReceived(nurse, second)
  return { prescriber, nurse, second, personId, planId, orderIds, appointmentIds, chairId, vialId }
}

const newPerson = async (nurse: Ctx, name: string): Promise<string> => {
  const { personId } = await addPerson(nurse, {
    name,
    email: `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.test`,
    phone: '+15405550142',
    state: 'VA',
    zone: 'America/New_York',
  })
  await changePerson(nurse, { personId, dateOfBirth: '1982-03-01', sex: 'female', heightCm: '175' })
  await writeEntry(nurse, { personId, list: 'allergies', entry: { kind: 'none known', text: '' } })
  return personId
}

const SATURDAY = 6

/** The next quarter hour, on whatever day that is, then the same time on the weekdays after it. */
const visitStarts = (now: Date, zone: string, count: number): string[] => {
  const quarter = 15 * 60_000
  const first = Temporal.Instant.fromEpochMilliseconds(Math.ceil(now.getTime() / quarter) * quarter).toZonedDateTimeISO(zone)
  const starts: string[] = []
  for (let day = first; starts.length < count; day = day.add({ days: 1 }))
    if (day.dayOfWeek < SATURDAY || starts.length === 0) starts.push(new Date(day.epochMilliseconds).toISOString())
  return starts
}

export const signs = { systolic: 126, diastolic: 78, pulse: 72, spo2: 98, resp: 14 }

/** What a nurse sends at check-in when all is well. */
export const wellToday = (change: Partial<CheckInSent> = {}): CheckInSent => ({
  identifiers: ['full name', 'date of birth'],
  escort: { name: 'Ivy Pretense', phone: '+15405550168' },
  weightKg: '72',
  vitals: signs,
  sedation: 0,
  safetyQuestion: 'no',
  pregnancy: 'not-possible',
  acknowledged: [],
  ...change,
})

/** What both read from syringe and pump for the dose of `doseFor`. */
export const handFor = {
  pain: { infusateMg: '100', syringeMl: '2', rateMlPerHour: '25' },
  depression: { infusateMg: '36', syringeMl: '0.72', rateMlPerHour: '150' },
} as const

type Ready = Awaited<ReturnType<typeof patientReady>> & { indication: Indication }

/** The first visit of a ready patient, opened and checked in. */
export const visitCleared = async (clinic: TestClinic, wanted: Wanted) => {
  const ready = await patientReady(clinic, wanted)
  const { sessionId } = await arrive(ready.nurse, { appointmentId: ready.appointmentIds[0] ?? '' })
  await checkIn(ready.nurse, { sessionId, ...wellToday() })
  return { ...ready, indication: wanted.indication, sessionId }
}

/** What one person sends who reads what `doseFor` asks for, from one vial. */
export const readingFor = (indication: Indication, vialId: string, change: Partial<ReadingSent> = {}): ReadingSent => {
  const { infusateMg, ...hand } = handFor[indication]
  const identifiers: [string, string] = ['full name', 'date of birth']
  return { infusateMg, ...hand, vials: [{ vialId, ml: hand.syringeMl }], identifiers, ...change }
}

type Read = Pick<Ready, 'nurse' | 'second' | 'indication' | 'vialId'>

/** Both people have read what the order says, the second one by their proof on the first one's tablet; `drawUp` takes it from there. */
export const drawUpOf = async ({ nurse, second, indication, vialId }: Read, sessionId: string) => {
  const read = { sessionId, ...readingFor(indication, vialId) }
  await giveReading(nurse, read)
  const { facts } = await readVisit(nurse, sessionId)
  await giveReading(nurse, { ...read, proof: await wordOf(nurse, second, 'draw-up', facts) })
  return { sessionId }
}

/** The first visit of a ready patient, with its pump running. */
export const visitRunning = async (clinic: TestClinic, wanted: Wanted) => {
  const ready = await visitCleared(clinic, wanted)
  await drawUp(ready.nurse, await drawUpOf(ready, ready.sessionId))
  await startInfusion(ready.nurse, { sessionId: ready.sessionId })
  return ready
}

/** What the pump shows after the stop, as computed or another total (mL). */
export const pumpRead = (nurse: Ctx, sessionId: string, totalMl: string) =>
  readPumpTotal(nurse, { sessionId, totalMl, reason: null })

/** Two people see what is left (mL of the bag) destroyed, the second one by their proof on the first one's tablet. */
export const wasted = async ({ nurse, second }: Pick<Ready, 'nurse' | 'second'>, sessionId: string, ml: string) => {
  await giveWasteReading(nurse, { sessionId, ml, of: 'bag' })
  const proof = await wordOf(nurse, second, 'waste', wasteFacts(sessionId))
  return readWaste(nurse, { sessionId, ml, of: 'bag', proof })
}
