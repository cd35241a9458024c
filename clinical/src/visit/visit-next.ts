import { infusion } from '../administration/infusion.ts'
import { isBy } from '../chart/latest-facts.ts'
import { secondCheck } from '../dose/second-check.ts'
import { wasteCheck } from '../dose/waste-check.ts'
import type { Policies } from '../policies.ts'
import { administrationOf, ownActIn } from './administrations.ts'
import { openDrugTasks } from './drug-tasks.ts'
import { type ClearingAct, type GatedAct, type GateFacts, isPumpOrder, type OrderFacts, type OrderHead } from './gate.ts'
import { closedGates, type GateId, type GateReading } from './gates.ts'
import { type FoldedSession, isSentBack } from './infusion.ts'
import { expectedEnd } from './infusion-amounts.ts'
import { openMarks } from './judge-visit.ts'
import { type Role, rights } from './rights.ts'
import type { SessionState } from './visit-states.ts'

const { acts } = rights
const chart = acts.chart.roles

/** Every act that a visit can ask for next, and whose it is by role; `nobody` is waited for, not done. */
export const visitActs = {
  arrive: ['nurse', 'front desk'],
  /** The next act of an administration that has no screen of its own; whose it is, the administration says. */
  'own-act': chart,
  'check-in': ['nurse'],
  'confirm-order': acts['sign-order'].roles,
  'renew-order': acts['sign-order'].roles,
  'send-back': chart,
  'ask-safety': chart,
  'sign-consent': chart,
  screen: acts['decide-screening'].roles,
  'read-first': acts['draw-up'].roles,
  'read-second': acts['draw-up'].roles,
  'read-again': acts['draw-up'].roles,
  'record-draw-up': acts['draw-up'].roles,
  start: acts.start.roles,
  'answer-mark': chart,
  'chart-vitals': chart,
  'chart-scores': chart,
  resume: acts.resume.roles,
  stop: acts.stop.roles,
  'read-pump': chart,
  'begin-recovery': chart,
  'read-waste': acts.waste.roles,
  'read-waste-second': acts.waste.roles,
  'read-waste-again': acts.waste.roles,
  'record-waste': acts.waste.roles,
  'see-home': chart,
  'answer-effects': chart,
  'score-recovery': chart,
  'settle-drugs': chart,
  'override-discharge': acts['override-discharge'].roles,
  discharge: acts.discharge.roles,
  wait: [],
  'read-record': chart,
} as const satisfies Record<string, readonly Role[]>
export type VisitAct = keyof typeof visitActs

/** Where an act is done. */
export type VisitPlace = 'room' | 'visit' | 'plan' | 'screening' | 'consent'

/** What happens next in a visit: one act, whose it is, where it is done, the gate it clears, and from or by when. */
export type VisitNext = {
  code: VisitAct
  by: readonly Role[]
  /** Who may not be it: the first of two people who each read alone (staff id); null where that is nobody. */
  except: string | null
  where: VisitPlace
  /** The gate that it clears; null where it clears none. */
  gate: GateId | null
  /** When it can be done or falls due, where it is not now (ISO). */
  at: string | null
  /** Which act of its administration it is, where it is one. */
  own?: { act: string; title: string }
}

/** Something due in a visit; the soonest comes first. */
export type DueNext = {
  what: 'vitals' | 'scores' | 'second person' | 'home check' | 'repeat'
  dueAt: string
  lateByMinutes: number
}

export type VisitFacts<Order extends OrderHead = OrderHead> = Pick<GateFacts, 'visit'> & {
  order: Order

  /** The gates of the act that the state leads to; null where the state reads none. */
  gates: readonly GateReading[] | null
  due: readonly DueNext[]
  /** The clinic’s own values for two people at the syringe, where it has set them. */
  secondPerson?: Policies['secondPerson']
}

const ahead: { readonly [State in SessionState]?: GatedAct } = infusion.ahead
/** The act that a state leads to. */
export const actAhead = (state: SessionState): GatedAct | null => ahead[state] ?? null

/** Whether what is next hangs on the gates of the act ahead; in every other state they need not be read for it. */
export const readsGates = ({ state, gives }: Pick<FoldedSession, 'state' | 'gives'>): boolean =>
  (gives.by !== infusion.id && administrationOf(gives.by)?.ahead[state] !== undefined) ||
  state === 'cleared' ||
  state === 'checked' ||
  state === 'paused' ||
  state === 'recovering'

type Made = Partial<Omit<VisitNext, 'code' | 'by'>>
const next = (code: VisitAct, { except = null, where = 'visit', gate = null, at = null }: Made = {}): VisitNext => ({
  code,
  by: visitActs[code],
  except,
  where,
  gate,
  at,
})

/** What happens next where a visit is booked and nobody has come yet. */
export const notHereYet: VisitNext = next('arrive', { where: 'room' })

/** What happens next in a visit, from its state alone: every filled button, the board and the lists say this and nothing else. */
export function nextOfVisit({ order, ...rest }: VisitFacts, asOf: string): VisitNext {
  return isPumpOrder(order) ? nextAtPump({ order, ...rest }, asOf) : nextOfOwn({ order, ...rest }, asOf)
}

function nextAtPump(facts: VisitFacts<OrderFacts>, asOf: string): VisitNext {
  const { visit, order, gates } = facts
  if (readsGates(visit) && gates === null) throw new TypeError(`What is next in state ${visit.state} hangs on its gates.`)
  const closed = closedGates(gates ?? [])
  switch (visit.state) {
    case 'booked':
      return notHereYet
    case 'arrived':
      return answer(facts, asOf) ?? wasteFirst(visit) ?? atTheDoor(visit, order)
    case 'cleared':
      return answer(facts, asOf) ?? wasteFirst(visit) ?? (closed[0] ? clearing(closed[0], asOf) : reading(facts, asOf))
    case 'drawn up':
      return answer(facts, asOf) ?? next('send-back')
    case 'checked':
      return answer(facts, asOf) ?? (closed[0] ? drawnAlready(closed[0], asOf) : next('start'))
    case 'running':
      return urgent(facts, asOf) ?? running(facts, asOf)
    case 'paused':
      return urgent(facts, asOf) ?? paused(closed, asOf)
    case 'stopped':
      return (
        urgent(facts, asOf) ?? (visit.pumpTotal === null ? next('read-pump', { gate: 'pump-total' }) : next('begin-recovery'))
      )
    case 'recovering':
      return urgent(facts, asOf) ?? goingHome(facts, closed, asOf)
    case 'left':
    case 'cancelled':
      return wasteFirst(visit) ?? afterwards(visit)
  }
}

/** What is next where the acts are the administration's own: in their order, each once its gates are open. */
function nextOfOwn(facts: VisitFacts, asOf: string): VisitNext {
  const { visit, gates } = facts
  if (visit.state === 'booked') return notHereYet
  if (visit.state === 'left' || visit.state === 'cancelled') return afterwards(visit)
  const first = urgent(facts, asOf)
  if (first) return first
  const administration = administrationOf(visit.gives.by)
  if (!administration) return next('read-record')
  const own = ownActIn(visit.gives.by, visit.state)
  const [closed] = own && administration.ahead[visit.state] !== own[0] ? [] : closedGates(gates ?? [])
  if (closed) return clearing(closed, asOf)
  if (!own) return next('discharge')
  const [act, { title, right }] = own
  return { ...next('own-act'), by: rights.acts[right].roles, own: { act, title } }
}

const atTheDoor = (visit: FoldedSession, order: OrderHead): VisitNext =>
  isSentBack(visit, order) ? next('confirm-order', { gate: 'order-valid' }) : next('check-in')

/** What was drawn up and is not wasted comes before a new beginning. */
const wasteFirst = (visit: FoldedSession): VisitNext | null => (visit.isBookClosed ? null : wasting(visit))

function wasting(visit: FoldedSession): VisitNext {
  const { kind, readings } = wasteCheck(visit.entries.map(({ event }) => event))
  const codes = { none: 'read-waste', one: 'read-waste-second', differ: 'read-waste-again', agree: 'record-waste' } as const
  return next(codes[kind], { gate: 'book-closed', except: firstOf(kind, readings) })
}

function reading({ visit, order, secondPerson }: VisitFacts<OrderFacts>, asOf: string): VisitNext {
  const { kind, readings } = secondCheck(
    visit.entries.map(({ event }) => event),
    order,
    asOf,
    secondPerson,
  )
  const codes = { none: 'read-first', one: 'read-second', differ: 'read-again', agree: 'record-draw-up' } as const
  return next(codes[kind], { except: firstOf(kind, readings) })
}

/** Of two people who read alone, whoever has read already. */
const firstOf = (kind: string, [first]: readonly { by: string }[]) => (kind === 'one' && first ? first.by : null)

/** A value past the policy that nobody has answered comes before everything else. */
const answer = ({ visit, order }: VisitFacts, asOf: string): VisitNext | null =>
  openMarks(visit, isPumpOrder(order) ? order : null, asOf).length > 0 ? next('answer-mark', { gate: 'marks-answered' }) : null

/** A value that nobody answered, then what is late: before anything that can wait. */
function urgent(facts: VisitFacts, asOf: string): VisitNext | null {
  const open = answer(facts, asOf)
  if (open) return open
  const late = facts.due.find(({ what, dueAt }) => charting[what] && isBy(dueAt, asOf))
  const code = late && charting[late.what]
  return code ? next(code, { at: late.dueAt }) : null
}

const charting: Partial<Record<DueNext['what'], VisitAct>> = {
  vitals: 'chart-vitals',
  repeat: 'chart-vitals',
  scores: 'chart-scores',
}

/** While the pump runs: whichever comes first, the next look or the end of what is to be given. */
function running({ visit, due }: VisitFacts, asOf: string): VisitNext {
  const end = expectedEnd(visit, asOf) ?? asOf
  if (isBy(end, asOf)) return next('stop')
  const first = due.find(({ what }) => charting[what])
  const code = first && charting[first.what]
  return code && isBy(first.dueAt, end) ? next(code, { at: first.dueAt }) : next('stop', { at: end })
}

/** A pause that cannot end by going on ends by the stop: what was ordered is over. */
function paused([first]: readonly GateReading[], asOf: string): VisitNext {
  if (!first) return next('resume')
  return first.id === 'order-valid' ? next('stop', { gate: 'order-valid' }) : clearing(first, asOf)
}

/** Once the dose is drawn up nobody is checked in again: the order goes back, and the syringe is wasted. */
function drawnAlready(gate: GateReading, asOf: string): VisitNext {
  if (gate.act !== 'check-in') return clearing(gate, asOf)
  return gate.id === 'pregnancy' ? next('screen', { gate: gate.id, where: 'screening' }) : next('send-back', { gate: gate.id })
}

function goingHome({ visit }: VisitFacts, closed: readonly GateReading[], asOf: string): VisitNext {
  if (closed.some(({ id }) => id === 'pump-total')) return next('read-pump', { gate: 'pump-total' })
  if (closed.some(({ id }) => id === 'book-closed')) return wasting(visit)
  const first = closed.find(({ act }) => act !== 'wait' && act !== 'check-in') ?? closed[0]
  if (!first) return next('discharge')
  return first.act === 'check-in' ? next('override-discharge', { gate: first.id }) : clearing(first, asOf)
}

function afterwards(visit: FoldedSession): VisitNext {
  return openDrugTasks(visit).length > 0 ? next('settle-drugs', { gate: 'drugs-settled' }) : next('read-record')
}

type Clear = readonly [code: VisitAct, where?: VisitPlace]
const clears: Partial<Record<ClearingAct, Clear>> = {
  vitals: ['chart-vitals'],
  scores: ['chart-scores'],
  'check-in': ['check-in'],
  screening: ['screen', 'screening'],
  consent: ['sign-consent', 'consent'],
  safety: ['ask-safety'],
  'renew-order': ['renew-order', 'plan'],
  'confirm-order': ['confirm-order'],
  'send-back': ['send-back'],
  'second-check': ['send-back'],
  acknowledge: ['answer-mark'],
  'home-check': ['see-home'],
  effects: ['answer-effects'],
  'recovery-score': ['score-recovery'],
  'pump-total': ['read-pump'],
  waste: ['read-waste'],
  'settle-drugs': ['settle-drugs'],
}

/** The act that clears a gate; where it helps only later, it is waited for until then. */
function clearing({ id, act, actFrom }: GateReading, asOf: string): VisitNext {
  const at = actFrom !== undefined && !isBy(actFrom, asOf) ? actFrom : null
  const [code, where] = (act && clears[act]) ?? (['wait'] as const)
  return at !== null ? next('wait', { gate: id, at }) : next(code, { gate: id, ...(where && { where }) })
}
