import {
  actAhead,
  entriesOf,
  type GatedAct,
  type GateFacts,
  type GateReading,
  gatedActs,
  gatesOf,
  recordOf,
} from '@dripline/clinical'

/** The gates of the act that a visit's state leads to, as they stand now; the other lists are empty. */
export const gatesNow = (facts: GateFacts, now: string): Record<GatedAct, GateReading[]> => {
  const next = actAhead(facts.visit.state)
  const [left] = entriesOf(facts.visit, 'left')
  const asOf = left?.at ?? now
  return recordOf(gatedActs, (act) => (act === next ? gatesOf(act, facts, asOf) : []))
}
