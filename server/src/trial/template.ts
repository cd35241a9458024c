import type { Indication } from '@dripline/clinical'
import { arrive } from '../care/session/arrive.ts'
import { patientReady, wordOf } from '../care/session/testing.ts'
import { receiveVials } from '../ledgers/substances/receive-vials.ts'
import type { Ctx } from '../platform/context.ts'
import type { Ground } from '../platform/ground.ts'
import { heldClock, peek, type TestClinic, testClinic } from '../platform/testing.ts'

/** The instant at which every visit of a trial begins: ten in the morning in New York. */
export const openingAt = '2026-11-23T15:00:00.000Z'
const signedAt = '2026-11-19T15:00:00.000Z'

export type Template = {
  clinic: TestClinic
  indication: Indication
  screeningId: string
  sessionId: string
  personId: string
  planId: string
  orderId: string
  /** In the order of the trial: the right one, another drug, another strength, nearly empty. */
  vialIds: string[]
  staff: Record<'nurse' | 'second nurse' | 'prescriber' | 'owner' | 'front desk', Ctx>
}

/** A patient who has just arrived, with a signed order and four vials in the safe: made once through the verbs, then copied. */
export const templateFor = async (ground: Ground, indication: Indication): Promise<Template> => {
  const clock = heldClock(signedAt)
  const clinic = await testClinic(clock, { ...ground, clock: clock.read })
  const ready = await patientReady(clinic, { indication, from: new Date(openingAt) })
  const { nurse, second, prescriber, personId, planId, vialId } = ready
  const others = [
    await received(nurse, second, { drugId: 'midazolam', mgPerMl: '5', volumeMl: '10' }),
    await received(nurse, second, { drugId: 'ketamine', mgPerMl: '100', volumeMl: '5' }),
    await received(nurse, second, { drugId: 'ketamine', mgPerMl: '50', volumeMl: '0.2' }),
  ]
  const staff = {
    nurse,
    'second nurse': second,
    prescriber,
    owner: await clinic.as('owner'),
    'front desk': await clinic.as('front desk'),
  }
  clinic.clock.now = new Date(openingAt)
  const { sessionId } = await arrive(nurse, { appointmentId: ready.appointmentIds[0] ?? '' })
  const screeningId = await peek(nurse, async ({ db, clinicId }) => {
    const row = await db.selectFrom('screening').where('clinicId', '=', clinicId).select('id').executeTakeFirstOrThrow()
    return row.id
  })
  const orderId = ready.orderIds[0] ?? ''
  return { clinic, indication, screeningId, sessionId, personId, planId, orderId, vialIds: [vialId, ...others], staff }
}

const received = async (nurse: Ctx, second: Ctx, drug: { drugId: string; mgPerMl: string; volumeMl: string }) => {
  const vial = { ...drug, lot: 'SIM-2291', expiresOn: '2027-08-31', invoice: 'SIM-118' }
  const proof = await wordOf(nurse, second, 'receive', { ...vial, vials: '1' })
  const vials = await receiveVials(nurse, { ...vial, vials: 1, proof })
  return vials.received[0]?.vialId ?? ''
}
