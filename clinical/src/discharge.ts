import type { FoldedSession } from './infusion.ts'
import { entriesOf } from './infusion.ts'
import type { EventOf } from './infusion-events.ts'
import { latestReadings, type Reading } from './infusion-latest.ts'
import { quantity } from './quantity.ts'
import { recoveryScores, recoveryTotal } from './recovery-score.ts'

export const gateIds = [
  'stay',
  'signs',
  'dissociation',
  'walks',
  'mood',
  'escort',
  'instructions',
  'adverse-effects',
  'recovery-score',
] as const
export type GateId = (typeof gateIds)[number]

/** One condition for going home. `value` is what was read, `needs` what is still missing; both in words. */
export type Gate = {
  id: GateId
  title: string
  met: boolean
  value: string | null
  at: string | null
  needs: string | null
  /** A prescriber let it stand unmet, with a reason. The gate stays not met. */
  override: { by: string; reason: string; at: string } | null
}

export type Discharge = { gates: readonly Gate[]; missing: readonly Gate[]; mayLeave: boolean }

export type DischargePolicy = { leastStayMinutes: number; asksMood: boolean }

/** The limits of the gates and where they come from. */
export const dischargeLimits = {
  stayMinutes: { depression: 30, pain: 60, source: 'clinical reference 9.3, post-infusion stay', basis: 'proposed' },
  signsMinutes: { most: 15, source: 'clinical reference 9.5, step 20', basis: 'proposed' },
  pressurePercent: { most: 20, source: 'Aldrete 1995, within 20 % of baseline', basis: 'source' },
  dissociation: { most: 1, source: 'clinical reference 9.5, step 21', basis: 'proposed' },
} as const

/** Mood and safety are asked at each depression visit; for pain where an answer has raised it. */
export const usualDischarge = (indication: 'pain' | 'depression'): DischargePolicy => ({
  leastStayMinutes: dischargeLimits.stayMinutes[indication],
  asksMood: indication === 'depression',
})

/** Every gate as it stands at an instant. What was never charted is not met. */
export function dischargeAt(session: FoldedSession, policy: DischargePolicy, asOf: string): Discharge {
  const open = [
    stay(session, policy, asOf),
    signs(session, asOf),
    dissociation(session, asOf),
    asked(session, asOf, 'walks', 'Walks, steady', 'see the patient walk'),
    ...(policy.asksMood ? [asked(session, asOf, 'mood', 'Mood and safety asked', 'ask about mood and safety')] : []),
    escort(session, asOf),
    asked(session, asOf, 'instructions', 'Instructions read back', 'have the instructions read back'),
    adverseEffects(session),
    ...lowScores(session, asOf),
  ]
  const gates = open.map((gate) => ({ ...gate, override: gate.met ? null : overrideOf(session, gate.id) }))
  const missing = gates.filter(({ met }) => !met)
  return { gates, missing, mayLeave: session.stoppedAt !== null && missing.every(({ override }) => override !== null) }
}

type Unsigned = Omit<Gate, 'override'>

function stay({ stoppedAt }: FoldedSession, { leastStayMinutes }: DischargePolicy, asOf: string): Unsigned {
  const minutes = stoppedAt === null ? null : Math.floor((Date.parse(asOf) - Date.parse(stoppedAt)) / 60_000)
  const left = minutes === null ? leastStayMinutes : leastStayMinutes - minutes
  const value = minutes === null ? null : quantity(minutes, 'min')
  return gate('stay', 'Time since stop', left <= 0, value, stoppedAt, `wait ${quantity(left, 'min')}`)
}

function signs(session: FoldedSession, asOf: string): Unsigned {
  const { systolic, diastolic } = latestReadings(session, asOf)
  const start = session.checkIn?.vitals
  const value = systolic && diastolic ? `${systolic.value}/${diastolic.value}` : null
  const say = (met: boolean, needs: string) =>
    gate('signs', 'Last signs fresh, pressure near the start', met, value, systolic?.at ?? null, needs)
  if (!isAfterStop(session, systolic) || !isAfterStop(session, diastolic)) return say(false, 'take a pressure')
  const { most } = dischargeLimits.signsMinutes
  if (systolic.ageMinutes > most || diastolic.ageMinutes > most)
    return say(false, `take a pressure: older than ${quantity(most, 'min')}`)
  if (typeof start?.systolic !== 'number' || typeof start.diastolic !== 'number')
    return say(false, 'no pressure was charted at check-in')
  const isNear = near(systolic.value, start.systolic) && near(diastolic.value, start.diastolic)
  const percent = quantity(dischargeLimits.pressurePercent.most, '%')
  return say(isNear, `a pressure within ${percent} of ${start.systolic}/${start.diastolic}`)
}

function dissociation(session: FoldedSession, asOf: string): Unsigned {
  const { dissociation: reading } = latestReadings(session, asOf)
  const { most } = dischargeLimits.dissociation
  const met = isAfterStop(session, reading) && reading.value <= most
  return gate(
    'dissociation',
    'Dissociation gone',
    met,
    reading && String(reading.value),
    reading?.at ?? null,
    `a score of 0 or ${most} after the stop`,
  )
}

function escort(session: FoldedSession, asOf: string): Unsigned {
  const named = session.checkIn?.escort ?? null
  const here = asked(session, asOf, 'escort', 'Escort named and here', 'the escort in the room')
  return named ? here : { ...here, met: false, needs: 'an escort by name and phone' }
}

function adverseEffects({ adverseEffects: answer }: FoldedSession): Unsigned {
  const isAnswered = answer !== 'not answered'
  const value = !isAnswered ? null : answer === 'none' ? 'none' : `${answer.length} written`
  return gate('adverse-effects', 'Side effects, yes or none', isAnswered, value, null, 'answer yes or none')
}

/** A recovery score that was charted below its threshold stands in the way; one that was not charted does not. */
function lowScores(session: FoldedSession, asOf: string): Unsigned[] {
  const latest = new Map<string, EventOf<'recovery-score'>>()
  for (const score of upTo(entriesOf(session, 'recovery-score'), asOf)) latest.set(score.scale, score)
  return [...latest.values()].flatMap(({ scale, items, at }) => {
    const { total, isReached } = recoveryTotal(scale, items)
    const { title, least } = recoveryScores[scale]
    return isReached ? [] : [gate('recovery-score', title, false, `${total} of 10`, at, `${title} of ${least} or more`)]
  })
}

function asked(session: FoldedSession, asOf: string, id: EventOf<'home-check'>['gate'], title: string, needs: string): Unsigned {
  const seen = upTo(entriesOf(session, 'home-check'), asOf)
    .filter(({ gate }) => gate === id)
    .at(-1)
  const isNow = seen !== undefined && session.stoppedAt !== null && Date.parse(seen.at) >= Date.parse(session.stoppedAt)
  return gate(id, title, isNow && seen.isMet, seen ? (seen.note ?? (seen.isMet ? 'yes' : 'no')) : null, seen?.at ?? null, needs)
}

function overrideOf({ overrides }: FoldedSession, id: GateId): Gate['override'] {
  const signed = overrides.filter(({ gates }) => gates.includes(id)).at(-1)
  return signed ? { by: signed.by, reason: signed.reason, at: signed.at } : null
}

const gate = (id: GateId, title: string, met: boolean, value: string | null, at: string | null, needs: string): Unsigned => ({
  id,
  title,
  met,
  value,
  at,
  needs: met ? null : needs,
})

const isAfterStop = ({ stoppedAt }: FoldedSession, reading: Reading | null): reading is Reading =>
  stoppedAt !== null && reading !== null && Date.parse(reading.at) >= Date.parse(stoppedAt)

const near = (value: number, start: number) => Math.abs(value - start) * 100 <= dischargeLimits.pressurePercent.most * start
const upTo = <E extends { at: string }>(events: E[], asOf: string) =>
  events.filter(({ at }) => Date.parse(at) <= Date.parse(asOf))
