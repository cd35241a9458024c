import type { Basis } from '../basis.ts'
import type { Chart } from '../chart/chart.ts'
import type { Indication } from '../chart/question.ts'
import type { DoseAround, DoseAsked } from '../dose/chair-dose.ts'
import type { ChairDrug } from '../dose/chair-drugs.ts'
import type { SignedOverrides } from '../dose/override.ts'
import type { Said, Sentences } from '../words/said.ts'
import type { GatePolicy } from './gate-policy.ts'
import type { EventBody, EventKind } from './infusion-events.ts'
import type { FoldedSession } from './infusion-words.ts'

/** The acts that gates stand before. Whatever else happens in a visit is charted, and nothing stands in its way. */
export const gatedActs = ['draw-up', 'start', 'resume', 'raise', 'waste', 'discharge', 'controlled-dose'] as const
export type GatedAct = (typeof gatedActs)[number]

/** What every order says, whatever it gives; instants are ISO. */
export type OrderHead = {
  id: string
  planId: string
  signedBy: string
  signedAt: string
  validFrom: string
  validUntil: string
}

/** What an order for a pump says, as gates hold it against what hangs. mg, mL, mL/h and kg are decimal strings. */
export type OrderFacts = OrderHead & {
  indication: Indication
  weightKg: string
  vialMgPerMl: string
  syringeMl: string
  infusateMg: string
  finalMl: string
  rateMlPerHour: string
  rateMgPerHour: string
  capMgPerHour: string | null
  doseMg: string
  /** Hours that must lie between the beginnings of two sessions of its protocol. */
  leastHoursBetween: number
  /** Its signer saw that there are many infusions in twelve months, and acknowledged it by name. */
  isManyAcknowledged: boolean
}

/** One infusion that the person had, here, under any plan. `endedAt` is null while it runs. */
export type InfusionBefore = { sessionId: string; planId: string; startedAt: string; endedAt: string | null }

/** Everything the gates of a visit may read, gathered in one moment: the log, the chart, the order, the record of earlier infusions. */
export type GateFacts = {
  zone: string
  policy: GatePolicy
  visit: FoldedSession
  /** The latest answers of the person, with their instants and who entered them. */
  chart: Chart
  /**
   * The newest answer on safety that raised concern, the ASQ aside, whatever was said after it. A no that follows on the same day
   * does not undo it: the ASQ does.
   */
  worry: { value: string | number; at: string; by: string | null } | null
  /** The order in force now. */
  order: OrderFacts
  /** The order that was in force when the present syringe was drawn up; null before a draw-up. */
  drawnFor: OrderFacts | null
  /** When the course was closed; null while it goes on. */
  planClosedAt: string | null
  /** The newest decision where it accepts the person for this indication, with what two signers let stand; else null. */
  acceptance: (SignedOverrides & { at: string }) | null
  /** Other infusions of this person, oldest first. */
  before: readonly InfusionBefore[]
  /** Visits of this person that are open elsewhere. */
  openElsewhere: readonly { sessionId: string; since: string }[]
  /** The pump rate that is asked for (mL/h), for acts that set one. */
  askedMlPerHour: string | null
  /** The dose in the chair that is asked for, with what it is held against; null for every other act. */
  dose: { wanted: ChairDrug; asked: DoseAsked; around: DoseAround } | null
}

/** What the gates of any visit may read, whatever is given in it. */
export type AnyFacts = Pick<GateFacts, 'zone' | 'policy' | 'visit' | 'chart' | 'planClosedAt' | 'openElsewhere' | 'before'> & {
  order: OrderHead
}

/** Whether an order is for a pump. */
export const isPumpOrder = (order: OrderHead): order is OrderFacts => 'rateMlPerHour' in order

export type GateState = 'met' | 'not-met' | 'unknown'

/** What the person at the chair can do to clear a gate. */
export type ClearingAct =
  | 'vitals'
  | 'scores'
  | 'check-in'
  | 'screening'
  | 'consent'
  | 'safety'
  | 'renew-order'
  | 'confirm-order'
  | 'send-back'
  | 'second-check'
  | 'acknowledge'
  | 'home-check'
  | 'effects'
  | 'recovery-score'
  | 'pump-total'
  | 'waste'
  | 'lower-rate'
  | 'ask-prescriber'
  | 'settle-drugs'
  | 'wait'

/** How one gate stands. `value` is what was read and `clearsWhen` what is missing; null where there is nothing to say. */
export type Checked = {
  state: GateState
  value: Said | null
  at: string | null
  by: string | null
  clearsWhen: Said | null
  act: ClearingAct | null
  /** From when on the act helps, where waiting is part of it (ISO). */
  actFrom?: string
}

/** What one example changes on a person who is ready; minutes are counted from the moment the gate is read. */
export type GateExample = {
  act?: GatedAct
  /** Added to the log, each so many minutes ago. */
  log?: readonly (readonly [minutesAgo: number, body: EventBody, by?: string, id?: string])[]
  /** Taken out of the log. */
  without?: readonly EventKind[]
  /** Answers that the chart holds, each so many minutes old; null takes an answer out. */
  chart?: { readonly [key: string]: readonly [minutesAgo: number, value: string | number] | null }
  facts?: Partial<Omit<GateFacts, 'visit' | 'chart' | 'order' | 'drawnFor' | 'before'>>
  /** Earlier infusions: when each began, how long it ran (null: it still runs), under which plan. */
  before?: readonly { hoursAgo: number; minutes: number | null; planId: string }[]
  /** When the infusion was stopped, for acts after it; 90 where nothing is said. */
  stoppedMinutesAgo?: number
  /** Stopped with drug left over. */
  stoppedEarly?: true
  order?: Partial<OrderFacts>
  drawnFor?: Partial<OrderFacts>
}

type GateTold = {
  id: string
  title: string
  /** What it asks, in a few words under the title. */
  asks: string
  /** How what it read and what it wants are said. */
  says: Sentences
  source: string
  basis: Basis
  /** Whether a prescriber may let it stand unmet, with a reason. It stays "not met" in the record. */
  overridable?: true
  examples: readonly (readonly [example: GateExample, state: GateState])[]
}

/** A gate that reads nothing of a pump: it may stand before an act of any administration. */
export type VisitGate = GateTold & { ofAnyVisit: true; check(facts: AnyFacts, asOf: string, act: string): Checked }
export type Gate =
  | VisitGate
  | (GateTold & { ofAnyVisit?: undefined; check(facts: GateFacts, asOf: string, act: GatedAct): Checked })

/** One condition of an act, read on the latest facts. What is not known is `unknown`, and unknown stands in the way. */
export const defineGate = (gate: Gate): Gate => gate

/** The same for an act of any visit. */
export const defineVisitGate = (gate: Omit<VisitGate, 'ofAnyVisit'>): VisitGate => ({ ...gate, ofAnyVisit: true })

type Seen = { value?: Said | null; at?: string | null; by?: string | null }

export const met = ({ value = null, at = null, by = null }: Seen = {}): Checked => ({
  state: 'met',
  value,
  at,
  by,
  clearsWhen: null,
  act: null,
})

const open =
  (state: GateState) =>
  (
    clearsWhen: Said,
    act: ClearingAct,
    { value = null, at = null, by = null, actFrom }: Seen & { actFrom?: string } = {},
  ): Checked => ({
    state,
    value,
    at,
    by,
    clearsWhen,
    act,
    ...(actFrom !== undefined && { actFrom }),
  })

/** A value stands in the way. */
export const notMet = open('not-met')

/** Nothing was read, or what was read is too old to count. */
export const unknown = open('unknown')
