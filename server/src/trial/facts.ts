import { consentText, type Indication, isOneOf } from '@dripline/clinical'
import { type Act, dosed, orderOf, text } from '@dripline/clinical/trial'
import { sql } from 'kysely'
import { insertConsent, insertWithdrawal, newestConsent } from '../care/people/store.ts'
import { insertClosure } from '../care/planning/store.ts'
import { recordAnswers } from '../care/screening/record-answers.ts'
import { insertDecision } from '../care/screening/store.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../platform/context.ts'
import type { Place } from './place.ts'

const facts = [
  'answer',
  'consent',
  'withdraw-consent',
  'renew',
  'close-course',
  'decide',
  'given-elsewhere',
  'elsewhere',
] as const

export type FactAct = Extract<Act, { do: (typeof facts)[number] }>
export const isFact = (act: Act): act is FactAct => isOneOf(facts, act.do)

/** What changes around a visit while it goes on: written as the record holds it, whoever it was that did it. */
export const stateFact = (ctx: Ctx, place: Place, act: FactAct) =>
  inOneStep(ctx, `trial-${act.do}`, async (tx) => {
    await written(ctx, tx, place, act)
    return { personId: place.personId }
  })

const written = async (ctx: Ctx, tx: Tx, place: Place, act: FactAct) => {
  const { personId, planId, indication } = place
  const by = staffOf(ctx).id
  switch (act.do) {
    case 'answer':
      return recordAnswers(ctx, tx, personId, 'form', { [act.key]: act.value }, ctx.now())
    case 'consent':
      return insertConsent(tx, consentNow(ctx, personId, indication, by))
    case 'withdraw-consent': {
      const consent = await newestConsent(tx, personId, indication)
      const back = { id: ctx.newId(), personId, reason: 'changed their mind', takenBy: by, withdrawnAt: ctx.now() }
      if (consent) await insertWithdrawal(tx, { ...back, consentId: consent.id })
      return
    }
    case 'close-course':
      if (!place.isClosed) await insertClosure(ctx, tx, { id: ctx.newId(), planId, reason: 'moved away', closedBy: by })
      place.isClosed = true
      return
    case 'decide':
      return decided(ctx, tx, place, act.isAccepted)
    case 'renew':
      return renewed(ctx, tx, place, act)
    default:
      return
  }
}

const decided = async (ctx: Ctx, tx: Tx, { screeningId: first, personId }: Place, isAccepted: boolean) => {
  const screeningId = ctx.newId()
  await sql`insert into screening select (jsonb_populate_record(known, ${JSON.stringify({ id: screeningId })}::jsonb)).* from screening known
    where clinic_id = ${tx.clinicId} and id = ${first}`.execute(tx.db)
  await insertDecision(ctx, tx, {
    id: ctx.newId(),
    screeningId,
    personId,
    decision: isAccepted ? 'accept' : 'decline',
    reason: 'looked again',
    overrides: [],
    mitigations: [],
    acknowledged: [],
    by: staffOf(ctx).id,
    secondSigner: null,
    lookAgainOn: null,
  })
}

const consentNow = (ctx: Ctx, personId: string, indication: Indication, takenBy: string) => {
  const { id: definitionId, version, title, sections, teachBack, statement } = consentText
  return {
    id: ctx.newId(),
    personId,
    indication,
    definitionId,
    version,
    signedName: 'Clover Samplett',
    personName: 'Clover Samplett',
    representativeRelation: null,
    representativeAuthority: null,
    signedText: { title, sections, teachBack, statement },
    takenBy,
    signedAt: ctx.now(),
  }
}

// A renewal as the record holds it; whether it may be signed is not what is tried here.
const renewed = async (ctx: Ctx, tx: Tx, place: Place, act: Extract<Act, { do: 'renew' }>) => {
  const { mg, ml, rate } = dosed(orderOf[place.indication], act)
  const { rows } = await sql<{ started: boolean }>`select exists(select from session_event where clinic_id = ${tx.clinicId}
    and session_id = ${place.sessionId} and kind = 'started') as started`.execute(tx.db)
  if (rows[0]?.started) return
  const id = ctx.newId()
  const until = new Date(ctx.now().getTime() + 86_400_000)
  await sql`insert into infusion_order select (jsonb_populate_record(known, ${JSON.stringify({
    id,
    replaces_id: place.newestOrderId,
    valid_from: ctx.now(),
    valid_until: until,
    signed_at: ctx.now(),
    weight_kg: text(act.weightKg),
    infusate_mg: text(mg),
    syringe_ml: text(ml),
    rate_ml_per_hour: text(rate),
  })}::jsonb)).* from infusion_order known where clinic_id = ${tx.clinicId} and id = ${place.newestOrderId}`.execute(tx.db)
  place.newestOrderId = id
}
