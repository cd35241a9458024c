import type { GatedAct, GateFacts } from '../visit/gate.ts'
import { usualGatePolicy } from '../visit/gate-policy.ts'
import { actOf, closedGates, type GateLists, gateLists, gatesOf, isGated } from '../visit/gates.ts'
import type { EventBody, SessionEvent } from '../visit/infusion-events.ts'
import { mayAppendTo } from '../visit/kept-visit.ts'
import { type GuardedAct, mayDo } from '../visit/rights.ts'
import type { Act, Answer, Clinic, Who } from './acts.ts'
import { type Held, iso, keptOf, visitOf } from './held.ts'
import { type Opening, openingMs } from './opening.ts'
import { beforeAt, chartAt, orderFactsAt } from './opening-facts.ts'
import { people } from './people.ts'
import { Refused } from './refused.ts'
import { hour, minute } from './world.ts'

/** What a record holds already, where the visit does not begin from the drawn opening alone. */
export type Start = Partial<Pick<Held, 'chart' | 'order'>>

/** The visit as it opens: the patient has arrived, and nothing else has happened. */
export const heldAt = (opening: Opening, lists: GateLists, start: Start = {}): Held => {
  const held: Held = {
    now: iso(openingMs),
    opening,
    lists,
    events: [],
    chart: chartAt(opening),
    worry: null,
    order: orderFactsAt(opening),
    drawnFor: null,
    planClosedAt: null,
    isAccepted: true,
    isElsewhere: opening.isElsewhere,
    before: beforeAt(opening),
    leftMl: opening.vials.map(({ leftMl }) => leftMl),
    lines: [],
    allergies: [{ kind: 'none known', text: 'none known' }],
    ...start,
  }
  append(held, 'front desk', { kind: 'booked' })
  append(held, 'front desk', { kind: 'arrived' })
  return held
}

/** Everything that gates read, from what is held. */
export const factsOf = (held: Held, askedMlPerHour: string | null, dose: GateFacts['dose'] = null): GateFacts => ({
  zone: 'America/New_York',
  policy: usualGatePolicy,
  visit: visitOf(held),
  chart: held.chart,
  worry: held.worry,
  order: held.order,
  drawnFor: held.drawnFor,
  planClosedAt: held.planClosedAt,
  acceptance: held.isAccepted ? { at: iso(openingMs - 72 * hour), overrides: [], findings: [] } : null,
  before: held.before,
  openElsewhere: held.isElsewhere ? [{ sessionId: 'elsewhere', since: iso(openingMs - hour) }] : [],
  askedMlPerHour,
  dose,
})

/** Refuses somebody without the right to an act. */
export const demandRight = ({ now }: Held, act: GuardedAct, who: Who): void => {
  if (mayDo(act, people[who], ['VA'], now.slice(0, 10))) throw new Refused(['no-right'])
}

const rightTo: Record<GatedAct, GuardedAct> = {
  'draw-up': 'draw-up',
  start: 'start',
  resume: 'resume',
  raise: 'raise-rate',
  waste: 'waste',
  discharge: 'discharge',
  'controlled-dose': 'give-controlled',
}

/** Refuses an act without the right to it, or whose gates are not all open, with the code of each. */
export const refuseAtGate = (
  held: Held,
  who: Who,
  body: EventBody,
  askedMlPerHour: string | null = null,
  dose: GateFacts['dose'] = null,
): void => {
  const act = actOf(body, visitOf(held))
  if (!isGated(act)) return
  demandRight(held, rightTo[act], who)
  const closed = closedGates(gatesOf(act, factsOf(held, askedMlPerHour, dose), held.now, held.lists))
  if (closed.length > 0) throw new Refused(closed.map(({ id }) => id))
}

/** Adds an entry to the log, or refuses it with the log's own code. */
export const append = (held: Held, who: Who, body: EventBody): SessionEvent => {
  const id = `e${String(held.events.length).padStart(4, '0')}`
  const event: SessionEvent = { ...body, id, at: held.now, enteredAt: held.now, by: who }
  const code = mayAppendTo(keptOf(held), event, held.now)
  if (code) throw new Refused([code])
  held.events.push(event)
  return event
}

type Verbs = (held: Held, act: Act) => void

/** The rules alone, in memory, asked as the server's verbs ask them. */
export const pureClinic = (opening: Opening, verbs: Verbs, lists: GateLists = gateLists, start: Start = {}): Clinic => {
  const held = heldAt(opening, lists, start)
  return {
    perform: (act): Answer => {
      held.now = iso(Date.parse(held.now) + act.after * minute)
      try {
        verbs(held, act)
        return 'done'
      } catch (error) {
        if (error instanceof Refused) return error.codes
        throw error
      }
    },
  }
}
