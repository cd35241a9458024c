import type { ToldAllergy } from '../chart/allergy.ts'
import type { AsNeededLine } from '../dose/chair-dose.ts'
import type { GateFacts, InfusionBefore, OrderFacts } from '../visit/gate.ts'
import type { GateLists } from '../visit/gates.ts'
import type { FoldedSession } from '../visit/infusion.ts'
import type { SessionEvent } from '../visit/infusion-events.ts'
import { carryOn, type KeptVisit, keepVisit } from '../visit/kept-visit.ts'
import type { Opening } from './opening.ts'

/** What the rules alone hold of one visit: its log, the chart, the orders, the vials. */
export type Held = {
  now: string
  readonly opening: Opening
  readonly lists: GateLists
  readonly events: SessionEvent[]
  readonly chart: Record<string, { value: string | number; at: string; by?: string }>
  worry: GateFacts['worry']
  order: OrderFacts
  drawnFor: OrderFacts | null
  planClosedAt: string | null
  isAccepted: boolean
  isElsewhere: boolean
  /** Infusions under another plan, oldest first. */
  readonly before: InfusionBefore[]
  readonly leftMl: number[]
  /** Lines for midazolam that were signed, each with the order it was signed under. */
  readonly lines: (AsNeededLine & { orderId: string })[]
  readonly allergies: ToldAllergy[]
}

const kept = new WeakMap<Held, KeptVisit>()

/** The visit's log with its fold, as far as it has come. */
export const keptOf = (held: Held): KeptVisit => {
  const before = kept.get(held) ?? keepVisit([])
  const now = held.events.slice(before.events.length).reduce(carryOn, before)
  kept.set(held, now)
  return now
}

/** The visit as its log tells it. */
export const visitOf = (held: Held): FoldedSession => keptOf(held).folded

export const iso = (ms: number) => new Date(ms).toISOString()
