import { beforeAll, describe, expect, test } from 'vitest'
import { charting } from '../policies/charting.ts'
import { usual } from '../policy.ts'
import { checksDue } from '../visit/due.ts'
import { closedGates, gateLists, gatesOf } from '../visit/gates.ts'
import { type GuardedAct, mayDo } from '../visit/rights.ts'
import { actAhead, nextOfVisit, notHereYet, type VisitAct, type VisitNext, visitActs } from '../visit/visit-next.ts'
import type { SessionState } from '../visit/visit-states.ts'
import type { Doing, Who } from './acts.ts'
import type { Held } from './held.ts'
import { dosed, orderOf } from './opening.ts'
import { people } from './people.ts'
import { factsOf, heldAt } from './pure-clinic.ts'
import { actByRules } from './pure-verbs.ts'
import { Refused } from './refused.ts'
import { byRules } from './trial.ts'

const { scoresEvery, secondPersonWithin } = usual(charting)
const duePolicy = {
  checks: { afterStart: [5, 10, 15], afterRateChange: [5], thenEvery: 15, recoveryEvery: 15 },
  scoresEvery,
  secondPersonWithin,
  leastStayMinutes: 30,
}

type Stand = { state: SessionState; next: VisitNext; closed: string[] }

const standIn = (held: Held): Stand => {
  const { visit, order, ...facts } = factsOf(held, null)
  const act = actAhead(visit.state)
  const gates = act && gatesOf(act, { visit, order, ...facts }, held.now)
  const next = nextOfVisit({ visit, order, gates, due: checksDue(visit, duePolicy, held.now) }, held.now)
  return { state: visit.state, next, closed: closedGates(gates ?? []).map(({ id }) => id) }
}

const calm = { systolic: 122, diastolic: 76, pulse: 72, spo2: 98, resp: 14 }
const right = ({ order }: Held) => ({
  vial: order.vialMgPerMl === '50' ? 0 : 2,
  mg: Number(order.infusateMg),
  ml: Number(order.syringeMl),
  rate: Number(order.rateMlPerHour),
})

/** What somebody does who does what is next; null where it is done outside the visit, or nothing is to be done. */
const doing: Record<VisitAct, ((held: Held, next: VisitNext) => Doing) | null> = {
  'own-act': null,
  arrive: null,
  'check-in': ({ order }) => ({ do: 'check-in', weightKg: Number(order.weightKg), vitals: calm, areTwo: true, hasEscort: true }),
  'confirm-order': () => ({ do: 'confirm-order' }),
  'renew-order': () => ({ do: 'renew', weightKg: 72, mgShare: 1, rateShare: 1 }),
  'send-back': () => ({ do: 'send-back' }),
  'ask-safety': () => ({ do: 'answer', key: 'asqResult', value: 'negative' }),
  'sign-consent': () => ({ do: 'consent' }),
  screen: null,
  'read-first': (held) => ({ do: 'read', ...right(held) }),
  'read-second': (held) => ({ do: 'read', ...right(held) }),
  'read-again': (held) => ({ do: 'read', ...right(held) }),
  'record-draw-up': () => ({ do: 'draw-up' }),
  start: () => ({ do: 'start' }),
  'answer-mark': () => ({ do: 'acknowledge' }),
  'chart-vitals': () => ({ do: 'vitals', vitals: calm }),
  'chart-scores': () => ({ do: 'scores', scores: { dissociation: 0, distress: 0, pain: 2, sedation: 0 } }),
  resume: ({ order }) => ({ do: 'resume', rateMlPerHour: dosed(orderOf[order.indication], { mgShare: 1, rateShare: 0.2 }).rate }),
  stop: () => ({ do: 'stop' }),
  'read-pump': () => ({ do: 'read-pump', offMl: 0 }),
  'begin-recovery': () => ({ do: 'recovering' }),
  'read-waste': () => ({ do: 'read-waste', offMl: 0 }),
  'read-waste-second': () => ({ do: 'read-waste', offMl: 0 }),
  'read-waste-again': () => ({ do: 'read-waste', offMl: 0 }),
  'record-waste': () => ({ do: 'waste' }),
  'see-home': (_, { gate }) => ({ do: 'seen', what: gate as 'walks', isMet: true }),
  'answer-effects': () => ({ do: 'effects' }),
  'score-recovery': () => ({ do: 'recovery-score', total: 10 }),
  'settle-drugs': null,
  'override-discharge': (_, { gate }) => ({ do: 'override', gates: [gate ?? ''] }),
  discharge: () => ({ do: 'discharge' }),
  wait: null,
  'read-record': null,
}

/** Somebody who may: of the roles it names, with the licenses of the trial, and not whoever has read already. */
const whoMay = ({ by, except }: VisitNext): Who | undefined =>
  (Object.keys(people) as Who[]).find((who) => who !== except && people[who].roles.some((role) => by.includes(role)))

type Stood = Stand & { isNow: boolean; answer: readonly string[] | 'done' | null; after: VisitNext | null }

/** Does what is next on a copy of the visit, as somebody who may. */
const tried = (held: Held, stand: Stand): Stood => {
  const isNow = held.planClosedAt === null && (stand.next.at === null || stand.next.at <= held.now)
  const does = doing[stand.next.code]?.(held, stand.next)
  const who = whoMay(stand.next)
  if (!does || !who) return { ...stand, isNow, answer: null, after: null }
  const { lists, ...rest } = held
  const copy: Held = { ...structuredClone(rest), lists }
  try {
    // The question is asked on the page of the check-in.
    if (does.do === 'check-in') actByRules(copy, { after: 0, who, do: 'answer', key: 'safetyQuestion', value: 'no' })
    // In one and the same instant a sending back comes before a check-in.
    if (does.do === 'send-back') copy.now = new Date(Date.parse(copy.now) + 1).toISOString()
    actByRules(copy, { after: 0, who, ...does })
    const after = standIn(copy).next
    const isStill = after.at === null || after.at <= copy.now
    return { ...stand, isNow: isNow && isStill, answer: 'done', after }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // What is measured may send the order back: that is an answer, and no refusal.
    return { ...stand, isNow, answer: error.codes.includes('sent back') ? 'done' : error.codes, after: null }
  }
}

const SEQUENCES = 400

describe('what is next in a visit, over every state that random visits reach', () => {
  const stood: Stood[] = []
  const known = new Set<string>()
  beforeAll(async () => {
    for (let number = 0; number < SEQUENCES; number++) {
      const { acts, opening } = await byRules(7, number)
      const held = heldAt(opening, gateLists)
      for (const { act } of acts) {
        held.now = new Date(Date.parse(held.now) + act.after * 60_000).toISOString()
        try {
          actByRules(held, act)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
        }
        const stand = standIn(held)
        const key = JSON.stringify([stand.state, stand.next.code, stand.next.gate, stand.closed])
        if (known.has(key)) continue
        known.add(key)
        stood.push(tried(held, stand))
      }
    }
  }, 300_000)

  const inState = (...states: SessionState[]) => {
    const found = stood.filter(({ state }) => states.includes(state))
    expect(found.length).toBeGreaterThan(5)
    return new Set(found.map(({ next }) => next.code))
  }

  test('is an act of somebody, and never refused to whoever does it', () => {
    const refused = stood.filter(({ answer }) => answer !== null && answer !== 'done')
    expect(
      refused.map(({ state, next, answer }) => `${state}: ${next.code} ${next.gate ?? ''} refused by ${String(answer)}`),
    ).toEqual([])
  })

  test('names somebody who may do it, by role and by license', () => {
    const rightTo: Partial<Record<VisitAct, GuardedAct>> = {
      'confirm-order': 'sign-order',
      'record-draw-up': 'draw-up',
      start: 'start',
      resume: 'resume',
      'record-waste': 'waste',
      discharge: 'discharge',
      'override-discharge': 'override-discharge',
    }
    for (const { next } of stood) {
      const act = rightTo[next.code]
      const who = whoMay(next)
      if (next.code !== 'wait') expect([next.code, who]).not.toEqual([next.code, undefined])
      if (act && who) expect([next.code, mayDo(act, people[who], ['VA'], '2026-11-23')]).toEqual([next.code, null])
    }
  })

  test('goes on: what was next is not next again once it is done, but for what two people do, or what is charted again', () => {
    const again = ['read-first', 'read-second', 'read-again', 'read-waste', 'read-waste-second', 'read-waste-again']
    const stuck = stood.filter(
      ({ isNow, next, after }) =>
        isNow && after !== null && after.code === next.code && after.gate === next.gate && !again.includes(next.code),
    )
    expect(stuck.map(({ state, next }) => `${state}: ${next.code} ${next.gate ?? ''}`)).toEqual([])
  })

  test('names a gate of the act ahead that is closed, where it names one', () => {
    const aside: readonly string[] = ['marks-answered', 'book-closed', 'drugs-settled']
    const reading: readonly SessionState[] = ['cleared', 'checked', 'paused', 'recovering']
    const named = stood.filter(({ state, next: { gate } }) => gate !== null && !aside.includes(gate) && reading.includes(state))
    expect(named.length).toBeGreaterThan(20)
    for (const { next, closed } of named) expect(closed).toContain(next.gate)
  })

  test('never asks for a consent, a screening or an order while the pump runs, and never calls it booked', () => {
    const running = inState('running')
    for (const code of ['arrive', 'sign-consent', 'screen', 'renew-order', 'check-in', 'start'] as const)
      expect(running).not.toContain(code)
    expect([...running].sort()).toEqual(['answer-mark', 'chart-scores', 'chart-vitals', 'stop'])
  })

  test('never asks for a signed consent, nor for what is there already', () => {
    for (const { next, closed } of stood) if (next.code === 'sign-consent') expect(closed).toContain('consent')
    for (const { next, closed } of stood)
      if (next.code === 'start' || next.code === 'discharge' || next.code === 'record-draw-up') expect(closed).toEqual([])
  })

  test('lets nothing be drawn up, started or sent home from any state but its own', () => {
    for (const { state, next } of stood) {
      if (next.code === 'start') expect(state).toBe('checked')
      if (next.code === 'resume') expect(state).toBe('paused')
      if (next.code === 'discharge') expect(state).toBe('recovering')
      if (next.code.startsWith('read-') && !next.code.startsWith('read-waste') && next.code !== 'read-record')
        if (next.code !== 'read-pump') expect(state).toBe('cleared')
    }
  })

  test('comes to every act that a visit has, but for some that the other test makes by hand', () => {
    const reached = new Set<VisitAct>([notHereYet.code, ...stood.map(({ next }) => next.code)])
    const byHand: readonly string[] = ['settle-drugs', 'override-discharge', 'score-recovery', 'own-act']
    expect(Object.keys(visitActs).filter((code) => !reached.has(code as VisitAct) && !byHand.includes(code))).toEqual([])
  })
})
