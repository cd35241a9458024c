import { infusion } from '../administration/infusion.ts'
import { isBy, minutesFrom } from '../chart/latest-facts.ts'
import { exact } from '../exact.ts'
import * as folder from '../gates/index.ts'
import { isOneOf, keysOf } from '../keys.ts'
import type { Said, Sentences } from '../words/said.ts'
import { named, saidBy } from '../words/saying.ts'
import { administrationOf } from './administrations.ts'
import { type AnyFacts, type Checked, type Gate, type GatedAct, type GateFacts, gatedActs } from './gate.ts'
import type { FoldedSession } from './infusion.ts'
import type { EventBody, EventKind } from './infusion-events.ts'

const { versions, ...byName } = folder

export type GateId = keyof typeof versions

/** Every gate, with the version of its file. */
export const gates: readonly (Gate & { id: GateId; version: string })[] = Object.values(byName).map((gate: Gate) => {
  const id = keysOf(versions).find((each) => each === gate.id)
  if (!id) throw new Error(`no gate ${gate.id} has a version`)
  return { ...gate, id, version: versions[id] }
})

/** What gates read and want, as staff read it. */
export const gateWords: Sentences = Object.assign({}, ...gates.map(({ id, says }) => named(`gate.${id}`, says)))

const byId = new Map(gates.map((gate) => [gate.id, gate]))

/** An act that may have gates: one of the seven, or one that is charted and has none. Those of an administration’s own acts stand with it. */
export type Act = GatedAct | Exclude<EventKind, 'drawn-up' | 'started' | 'resumed' | 'wasted' | 'discharged'>
export type GateLists = Readonly<Record<Act, readonly GateId[]>>

/** The gates of every act, in the order in which they are read. An act with none can never be refused by one: it is charted. */
export const gateLists: GateLists = {
  ...infusion.gates,
  booked: [],
  arrived: [],
  act: [],
  'checked-in': [],
  'sent-back': [],
  'order-stands': [],
  'second-check': [],
  'check-reading': [],
  'check-taken-back': [],
  'check-opened': [],
  'pump-read': [],
  'waste-reading': [],
  'rate-changed': [],
  'pump-found': [],
  paused: [],
  vitals: [],
  scores: [],
  'adverse-effect': [],
  'no-adverse-effects': [],
  note: [],
  'drug-given': [],
  'prescriber-asked': [],
  'line-signed': [],
  'dose-reading': [],
  'drug-settled': [],
  'handed-over': [],
  'taken-over': [],
  stopped: [],
  recovering: [],
  'home-check': [],
  'recovery-score': [],
  'discharge-override': [],
  left: [],
  cancelled: [],
  amended: [],
}

/** The act that an entry is: a rate above the present one is a raise, a lower one is charted. */
export function actOf(event: EventBody, { rateMlPerHour }: Pick<FoldedSession, 'rateMlPerHour'>): Act {
  switch (event.kind) {
    case 'drawn-up':
      return 'draw-up'
    case 'started':
      return 'start'
    case 'resumed':
      return 'resume'
    case 'wasted':
      return 'waste'
    case 'discharged':
      return 'discharge'
    case 'drug-given':
      return event.how === 'line' && event.vialId !== null ? 'controlled-dose' : 'drug-given'
    case 'rate-changed':
      return exact(event.rateMlPerHour).gt(rateMlPerHour ?? '0') ? 'raise' : 'rate-changed'
    default:
      return event.kind
  }
}

/** Whether an act has gates at all. */
export const isGated = (act: Act): act is GatedAct => isOneOf(gatedActs, act)

/** One gate as it stands: what was read, when, by whom, how old it is, what clears it; and who let it stand unmet. */
export type GateReading = Checked & {
  id: GateId
  title: string
  asks: string
  ageMinutes: number | null
  /** Whether a prescriber may let it stand unmet. */
  overridable: boolean
  override: { by: string; reason: string; at: string } | null
}

/** Every gate of an act as it stands at an instant, on the facts as they are; in the order of the list. */
export const gatesOf = (act: Act, facts: GateFacts, asOf: string, lists: GateLists = gateLists): GateReading[] =>
  isGated(act) ? lists[act].flatMap((id) => readingOf(byId.get(id), act, facts, asOf)) : []

function readingOf(gate: (typeof gates)[number] | undefined, act: GatedAct, facts: GateFacts, asOf: string): GateReading[] {
  if (!gate) return []
  return [read(gate, gate.check(facts, asOf, act), act, facts.visit, asOf)]
}

function read(
  { id, title, asks, overridable: mayStand }: (typeof gates)[number],
  checked: Checked,
  act: string,
  visit: FoldedSession,
  asOf: string,
): GateReading {
  const ageMinutes = checked.at === null ? null : minutesFrom(checked.at, asOf)
  const overridable = act === 'discharge' && mayStand === true
  const override = overridable && checked.state !== 'met' ? overrideOf(visit, id, checked) : null
  const of = (said: Said | null) => said && saidBy(`gate.${id}`, said)
  const said = { value: of(checked.value), clearsWhen: of(checked.clearsWhen) }
  return { ...checked, ...said, id, title, asks, ageMinutes, overridable, override }
}

/** The gates of an act of an administration that has no screen of its own, as they stand; none for an act that nobody knows. */
export function gatesOfOwn(act: string, facts: AnyFacts, asOf: string): GateReading[] {
  const list = administrationOf(facts.visit.gives.by)?.gates[act] ?? []
  return list.flatMap((id) => {
    const gate = gates.find((each) => each.id === id)
    // What reads a pump cannot answer here, and what cannot answer stands in the way.
    if (!gate?.ofAnyVisit) throw new TypeError(`The gate ${id} does not read a visit of ${facts.visit.gives.by}.`)
    return [read(gate, gate.check(facts, asOf, act), act, facts.visit, asOf)]
  })
}

/** A signature holds for what lay before its signer: a later reading that is not met asks for another one. */
function overrideOf({ overrides, entries }: FoldedSession, id: GateId, { at }: Checked): GateReading['override'] {
  const signed = overrides.findLast((each) => each.gates.includes(id))
  if (!signed || (at !== null && !isBy(at, signed.at))) return null
  // What was written down after the signature lay before nobody, whatever time it says.
  if (entries.some(({ event }) => event.at === at && !isBy(event.enteredAt, signed.enteredAt))) return null
  return { by: signed.by, reason: signed.reason, at: signed.at }
}

/** The gates that stand in the way: not met or not known, and not let stand by a prescriber. */
export const closedGates = (readings: readonly GateReading[]): GateReading[] =>
  readings.filter(({ state, override }) => state !== 'met' && override === null)
