import type { InfusionBefore, OrderFacts } from '../gate.ts'
import type { GateLists } from '../gates.ts'
import type { SessionEvent } from '../infusion-events.ts'
import type { Opening } from './opening.ts'

/** What the rules alone hold of one visit: its log, the chart, the orders, the vials. */
export type Held = {
  now: string
  readonly opening: Opening
  readonly lists: GateLists
  readonly events: SessionEvent[]
  readonly chart: Record<string, { value: string | number; at: string; by?: string }>
  order: OrderFacts
  drawnFor: OrderFacts | null
  planClosedAt: string | null
  isAccepted: boolean
  isElsewhere: boolean
  /** Infusions under another plan, oldest first. */
  readonly before: InfusionBefore[]
  readonly leftMl: number[]
}

export const iso = (ms: number) => new Date(ms).toISOString()
