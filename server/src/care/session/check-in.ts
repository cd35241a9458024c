import {
  exact,
  type Finding,
  needsAcknowledgement,
  Problem,
  type SafetyAnswers,
  type SaidAs,
  screen,
  standsInTheWay,
} from '@dripline/clinical'
import { type Ctx, inClinic, inOneStep, type Tx } from '../../platform/context.ts'
import { shows } from '../../platform/shown.ts'
import { zoneOf } from '../clinic/store.ts'
import type { Order } from '../planning/plan.ts'
import { chartOf } from '../screening/chart-of.ts'
import { recordAnswers } from '../screening/record-answers.ts'
import { recordSafety } from '../screening/record-safety.ts'
import { answerOf, appendEvent, holdSession } from './append-event.ts'
import { policiesHere } from './policies-of-visit.ts'
import type { CheckInSent, Session } from './session.ts'
import { personOfSession } from './store.ts'
import { unlikelySigns } from './unlikely-signs.ts'

/**
 * Checks a patient in: who they are, who takes them home, weight and signs, and what the rules say today.
 * What was measured is kept either way; `cleared` is false when the weight or a rule sends the order back to a prescriber.
 */
export async function checkIn(ctx: Ctx, { asqResult, safetyQuestion, ...rest }: CheckInSent & { sessionId: string }) {
  const said = { ...(safetyQuestion && { safetyQuestion }), ...(asqResult && { asqResult }) }
  await safetyAtChair(ctx, rest.sessionId, said)
  return checkInToday(ctx, rest)
}

/** Saves what was said about safety at the chair, by itself, before and whatever becomes of the check-in. */
export async function safetyAtChair(ctx: Ctx, sessionId: string, answers: SafetyAnswers) {
  if (Object.keys(answers).length === 0) return
  const personId = await inClinic(ctx, 'find-visit', async (tx) => {
    const found = await personOfSession(tx, sessionId)
    return shows(found ? [found] : [], found)
  })
  if (!personId) throw new Problem('not-found', { sessionId })
  await recordSafety(ctx, { personId, source: 'check-in', answers })
}

type Rest = Omit<CheckInSent, 'asqResult' | 'safetyQuestion'> & { sessionId: string }

const checkInToday = (ctx: Ctx, { sessionId, identifiers, escort, weightKg, vitals, sedation, ...more }: Rest) => {
  const { acknowledged, confirmed = [], ...asked } = more
  return inOneStep(ctx, 'check-in', async (tx) => {
    const { session, order } = await holdSession(tx, sessionId)
    if (session.folded.state !== 'arrived' && session.folded.state !== 'cleared') throw new Problem('wrong-state', { sessionId })
    const { systolic, diastolic } = vitals
    const askedBack = unlikelySigns(vitals, confirmed, 'vitals.')
    const findings = await findingsToday(ctx, tx, session.personId, { ...asked, weightKg, systolic, diastolic }, confirmed)
    refuseUnasked(findings)
    const { weightPercent } = (await policiesHere(tx, session.folded)).signs
    const why = [...weightChange(order, weightKg, weightPercent), ...findings.filter(standsInTheWay).map(({ reason }) => reason)]
    if (why.length > 0) {
      const charted = await appendEvent(ctx, tx, session, { kind: 'vitals', ...vitals, ...askedBack })
      const sent = await appendEvent(ctx, tx, session, { kind: 'sent-back', why, orderId: order.id })
      return {
        ...answerOf(session, charted, ...(await baseline(ctx, tx, session, sedation)), sent),
        cleared: false,
        why,
        findings,
      }
    }
    const open = findings.filter((finding) => needsAcknowledgement(finding) && !acknowledged.includes(finding.rule))
    if (open.length > 0)
      throw new Problem(
        'finding-blocks',
        { sessionId },
        open.map(({ rule, reason }) => ({ field: rule, code: 'to-be-acknowledged-reason', params: { reason } })),
      )
    const event = await appendEvent(ctx, tx, session, { kind: 'checked-in', identifiers, escort, weightKg, vitals, ...askedBack })
    const scored = await baseline(ctx, tx, session, sedation)
    return { ...answerOf(session, event, ...scored), cleared: true, why, findings }
  })
}

// Unknown is to be asked, and never to be weighed.
const refuseUnasked = (findings: readonly Finding[]) => {
  if (findings.some(({ rule, level }) => rule === 'suicide-risk' && level === 'unknown'))
    throw new Problem('safety-unanswered', {}, [{ field: 'safetyQuestion', code: 'answer-ask-it-now' }])
}

// Sedation before anything is given stands in the log as every later one does.
const baseline = async (ctx: Ctx, tx: Tx, session: Session, sedation: number | null) =>
  sedation === null
    ? []
    : [await appendEvent(ctx, tx, session, { kind: 'scores', dissociation: null, distress: null, pain: null, sedation })]

type Asked = Pick<CheckInSent, 'bloodPressureRepeated' | 'pregnancy' | 'pregnancyTest'>
type Today = Asked & { weightKg: string; systolic: number; diastolic: number }

const findingsToday = async (
  ctx: Ctx,
  tx: Tx,
  personId: string,
  today: Today,
  confirmed: readonly string[],
): Promise<Finding[]> => {
  const answers = Object.fromEntries(Object.entries(today).filter(([, value]) => value !== undefined))
  await recordAnswers(ctx, tx, personId, 'check-in', answers, ctx.now(), confirmed)
  return screen(await chartOf(tx, personId), 'check-in', { at: ctx.now().toISOString(), zone: await zoneOf(tx) })
}

const weightChange = ({ weightKg: signed }: Order, weightKg: string, mostPercent: string): SaidAs[] => {
  const percent = exact(weightKg, 'weightKg').minus(signed).abs().div(signed).times(100)
  return percent.gt(mostPercent) ? [{ code: 'weight-of-order', params: { kg: weightKg, signedKg: exact(signed).toFixed() } }] : []
}
