import { clinicalDefaults, consentText, type Indication, type Problem } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '../../platform/context.ts'
import { peek, type TestClinic } from '../../platform/testing.ts'
import { appointmentsBetween } from '../booking/store.ts'
import { addChair } from '../clinic/add-chair.ts'
import { approveDefaults } from '../clinic/approve-defaults.ts'
import { changePerson } from '../people/change-person.ts'
import { signConsent } from '../people/sign-consent.ts'
import { decide } from '../screening/decide.ts'
import { screenPerson } from '../screening/screen-person.ts'
import { caller, wellAnswers } from '../screening/testing.ts'
import type { PlanSent } from './plan.ts'

/** Ten o'clock in the clinic on so many weekdays, from tomorrow on. */
export const tens = (now: Date, count: number, chairId?: string): PlanSent['visits'] => {
  const visits: PlanSent['visits'] = []
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('America/New_York')
  for (let day = today.add({ days: 1 }); visits.length < count; day = day.add({ days: 1 })) {
    if (day.dayOfWeek > 5) continue
    const ten = day.toPlainDate().toZonedDateTime({ timeZone: day.timeZoneId, plainTime: '10:00' })
    const start = new Date(ten.epochMilliseconds).toISOString()
    visits.push({ start, ...(chairId && { chairId }) })
  }
  return visits
}

/** The depression protocol for 72 kg: 36 mg over 40 min, in 100 mL. */
export const depressionDose = (now: Date): PlanSent['dose'] => ({
  protocolId: 'depression-six-infusions',
  weightKg: '72',
  weightAt: now.toISOString(),
  vialMgPerMl: '50',
  infusate: { infusateMg: '36', finalMl: '100' },
})

/** The CRPS protocol for a weight: 100 mg in 100 mL. */
export const crpsDose = (now: Date, weightKg = '72'): PlanSent['dose'] => ({
  protocolId: 'crps-outpatient-ten-day',
  weightKg,
  weightAt: now.toISOString(),
  vialMgPerMl: '50',
  infusate: { infusateMg: '100', finalMl: '100' },
})

/** Somebody screened and accepted, 172 cm and 72 kg or another weight. */
export const accepted = async (prescriber: Ctx, nurse: Ctx, indication: Indication = 'pain', weightKg = '72') => {
  const personId = await caller(nurse)
  await changePerson(nurse, { personId, sex: 'female' })
  const answers = { ...wellAnswers(indication), weightKg }
  const { screeningId, findings } = await screenPerson(prescriber, { personId, answers, baseline: {} })
  const acknowledged = findings.map(({ rule }) => rule)
  await decide(prescriber, { screeningId, decision: 'accept', reason: 'fits', acknowledged, overrides: [] })
  return personId
}

/** Signs the current consent text. */
export const consented = (nurse: Ctx, personId: string, indication: Indication = 'pain') =>
  signConsent(nurse, {
    personId,
    indication,
    version: consentText.version,
    signedName: 'Clover Samplett',
    saidBack: consentText.teachBack,
  })

/** A clinic with approved defaults and so many chairs, its prescriber and a nurse. */
export const openClinic = async (clinic: TestClinic, chairs = 2) => {
  const [prescriber, nurse] = [await clinic.as('prescriber'), await clinic.as('nurse')]
  await approveDefaults(prescriber, { listed: clinicalDefaults })
  const chairIds: string[] = []
  for (let i = 1; i <= chairs; i++) chairIds.push((await addChair(nurse, { name: `Chair ${i}` })).chairId)
  return { prescriber, nurse, chairIds }
}

/** Every infusion visit in a state, in the order of its day. */
export const visitsOf = (ctx: Ctx, state = 'booked') =>
  peek(ctx, async (tx) =>
    (await appointmentsBetween(tx, { start: '2026-01-01T00:00:00Z', end: '2027-12-31T00:00:00Z' })).filter(
      (each) => each.kind === 'infusion' && each.state === state,
    ),
  )

/** How a deed was refused: code, fields, facts, other times. */
export const refusalOf = async (doing: Promise<unknown>) => {
  const { code, faults, about, fresh } = (await doing.catch((problem: unknown) => problem)) as Partial<Problem>
  return { code, fields: faults?.map(({ field }) => field), about, fresh }
}
