import {
  entriesOf,
  type FoldedSession,
  type GatedAct,
  type GateFacts,
  type GateReading,
  gatedActs,
  gatesOf,
} from '@dripline/clinical'

/** The act that a state leads to: only its gates are read for the screen. Who has left keeps the gates as they stood then. */
const actAt: Partial<Record<FoldedSession['state'], GatedAct>> = {
  arrived: 'draw-up',
  cleared: 'draw-up',
  'drawn up': 'start',
  checked: 'start',
  running: 'raise',
  paused: 'resume',
  stopped: 'discharge',
  recovering: 'discharge',
  left: 'discharge',
}

/** The gates of the act that a visit's state leads to, as they stand now; the other lists are empty. */
export const gatesNow = (facts: GateFacts, now: string): Record<GatedAct, GateReading[]> => {
  const next = actAt[facts.visit.state]
  const [left] = entriesOf(facts.visit, 'left')
  const asOf = left?.at ?? now
  const readings = gatedActs.map((act) => [act, act === next ? gatesOf(act, facts, asOf) : []] as const)
  return Object.fromEntries(readings) as Record<GatedAct, GateReading[]>
}
