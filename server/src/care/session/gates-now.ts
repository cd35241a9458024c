import {
  type AnyFacts,
  actAhead,
  administrationOf,
  entriesOf,
  type GatedAct,
  type GateFacts,
  type GateReading,
  gatedActs,
  gatesOf,
  gatesOfOwn,
  recordOf,
} from '@dripline/clinical'

/** The gates of the act that a state leads to, where the acts are an administration's own. */
export const ownGatesNow = (facts: AnyFacts, now: string): { act: string | null; gates: GateReading[] } => {
  const act = administrationOf(facts.visit.gives.by)?.ahead[facts.visit.state] ?? null
  const [left] = entriesOf(facts.visit, 'left')
  return { act, gates: act === null ? [] : gatesOfOwn(act, facts, left?.at ?? now) }
}

/** The gates of the act that a visit's state leads to, as they stand now; the other lists are empty. */
export const gatesNow = (facts: GateFacts, now: string): Record<GatedAct, GateReading[]> => {
  const next = actAhead(facts.visit.state)
  const [left] = entriesOf(facts.visit, 'left')
  const asOf = left?.at ?? now
  return recordOf(gatedActs, (act) => (act === next ? gatesOf(act, facts, asOf) : []))
}
