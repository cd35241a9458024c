import { isWorry } from '../chart/safety-answers.ts'
import { screen, standsInTheWay } from '../chart/screen.ts'
import { exact } from '../exact.ts'
import { closedGates, type GateId, gatesOf } from '../visit/gates.ts'
import { isSentBack } from '../visit/infusion.ts'
import type { EventBody } from '../visit/infusion-events.ts'
import { marksOfVisit } from '../visit/judge-visit.ts'
import type { Act, Who } from './acts.ts'
import { type Held, iso, visitOf } from './held.ts'
import { text } from './numbers.ts'
import { dosed, orderOf } from './opening.ts'
import { consentAnswers } from './opening-facts.ts'
import { append, demandRight, factsOf, refuseAtGate } from './pure-clinic.ts'
import { doseVerbs } from './pure-dose.ts'
import { drawUp, readForCheck, readPump, readWaste, waste } from './pure-drug.ts'
import { Refused } from './refused.ts'
import { refuseSettled } from './settled.ts'
import { day, hour } from './world.ts'

type Of<Kind extends Act['do']> = Extract<Act, { do: Kind }>
type Verbs = { [Kind in Act['do']]: (held: Held, act: Of<Kind>) => void }

export const stateOf = (held: Held) => visitOf(held).state

const charted = (body: (act: Act) => EventBody) => (held: Held, act: Act) => {
  append(held, act.who, body(act))
}
const on =
  <Kind extends Act['do']>(make: (act: Of<Kind>) => EventBody) =>
  (held: Held, act: Of<Kind>) => {
    append(held, act.who, make(act))
  }
const answered = (held: Held, who: Who, answers: Record<string, string | number>) => {
  for (const [key, value] of Object.entries(answers)) {
    held.chart[key] = { value, at: held.now, by: who }
    if (isWorry(key, value)) held.worry = { value, at: held.now, by: who }
  }
}

const checkIn = (held: Held, { who, weightKg, vitals, areTwo, hasEscort }: Of<'check-in'>) => {
  if (!['arrived', 'cleared'].includes(stateOf(held))) throw new Refused(['wrong-state'])
  const { systolic, diastolic } = vitals
  const before = { ...held.chart }
  answered(held, who, { weightKg: text(weightKg), systolic, diastolic })
  const findings = screen(held.chart, 'check-in', { at: held.now, zone: 'America/New_York' })
  if (findings.some(({ rule, level }) => rule === 'suicide-risk' && level === 'unknown')) {
    Object.assign(held.chart, before)
    throw new Refused(['safety-unanswered'])
  }
  const apart = Math.abs(weightKg - Number(held.order.weightKg)) * 100 > 2 * Number(held.order.weightKg)
  if (apart || findings.some(standsInTheWay)) {
    append(held, who, { kind: 'vitals', ...vitals })
    append(held, who, { kind: 'sent-back', reason: 'The rules say so', orderId: held.order.id })
    throw new Refused(['sent back'])
  }
  append(held, who, {
    kind: 'checked-in',
    identifiers: areTwo ? ['full name', 'date of birth'] : ['full name', 'full name'],
    escort: hasEscort ? { name: 'Ivy Pretense', phone: '+15405550168' } : null,
    weightKg: text(weightKg),
    vitals,
  })
}

const gated = (held: Held, who: Who, body: EventBody, asked: string | null = null) => {
  refuseAtGate(held, who, body, asked)
  append(held, who, body)
}

const start = (held: Held, { who }: Act) => {
  const visit = visitOf(held)
  if (visit.startedAt) throw new Refused(['session-already-started'])
  if (visit.state !== 'checked') throw new Refused(['draw-up-not-witnessed'])
  const { rateMlPerHour, finalMl } = held.order
  gated(held, who, { kind: 'started', rateMlPerHour, vtbiMl: finalMl })
}

const setRate = (held: Held, { who, rateMlPerHour }: Of<'rate'>) => {
  refuseSettled(held)
  const body = { kind: 'rate-changed', rateMlPerHour: text(rateMlPerHour), reason: 'as asked' } as const
  const isRaise = exact(body.rateMlPerHour).gt(visitOf(held).rateMlPerHour ?? '0')
  gated(held, who, body, isRaise ? body.rateMlPerHour : null)
}

const resume = (held: Held, { who, rateMlPerHour }: Of<'resume'>) => {
  refuseSettled(held)
  gated(held, who, { kind: 'resumed', rateMlPerHour: text(rateMlPerHour) }, text(rateMlPerHour))
}

const override = (held: Held, { who, gates }: Of<'override'>) => {
  const open = closedGates(gatesOf('discharge', factsOf(held, null), held.now, held.lists))
  if (!gates.every((gate) => open.some(({ id, overridable }) => id === gate && overridable))) throw new Refused(['not-valid'])
  demandRight(held, 'override-discharge', who)
  append(held, who, { kind: 'discharge-override', gates: gates as GateId[], reason: 'the prescriber has seen the patient' })
}

const discharge = (held: Held, { who }: Act) => {
  if (stateOf(held) !== 'recovering') throw new Refused(['wrong-state'])
  gated(held, who, { kind: 'discharged' })
  append(held, who, { kind: 'left' })
}

const acknowledge = (held: Held, { who }: Act) => {
  const visit = visitOf(held)
  const answers = new Set(visit.entries.flatMap(({ event }) => (event.kind === 'note' && event.about ? [event.about] : [])))
  for (const { eventId } of marksOfVisit(visit, held.order).filter((mark) => !answers.has(mark.eventId)))
    append(held, who, { kind: 'note', text: 'Prescriber called; stays', about: eventId })
}

const renew = (held: Held, act: Of<'renew'>) => {
  const { order, now } = held
  if (visitOf(held).startedAt) return
  const { mg, ml, rate } = dosed(orderOf[order.indication], act)
  held.order = {
    ...order,
    id: `order-${now}-${held.events.length}`,
    signedAt: now,
    validFrom: now,
    validUntil: iso(Date.parse(now) + day),
    weightKg: text(act.weightKg),
    infusateMg: text(mg),
    syringeMl: text(ml),
    rateMlPerHour: text(rate),
    isManyAcknowledged: true,
  }
}

const verbs: Verbs = {
  ...doseVerbs,
  'check-in': checkIn,
  answer: (held, { who, key, value }) => answered(held, who, { [key]: value }),
  consent: (held) => Object.assign(held.chart, consentAnswers(held.now, held.order.indication)),
  'withdraw-consent': (held) => {
    held.chart.consentFor = { value: 'none', at: held.now }
  },
  renew,
  'send-back': (held, { who }) => {
    append(held, who, { kind: 'sent-back', reason: 'it differs', orderId: held.order.id })
  },
  'confirm-order': (held, { who }) => {
    demandRight(held, 'sign-order', who)
    if (!isSentBack(visitOf(held), held.order)) throw new Refused(['wrong-state'])
    append(held, who, { kind: 'order-stands', reason: 'measured again', orderId: held.order.id })
  },
  'close-course': (held) => {
    held.planClosedAt ??= held.now
  },
  decide: (held, { isAccepted }) => {
    held.isAccepted = isAccepted
  },
  'given-elsewhere': (held) => {
    const at = Date.parse(held.now)
    held.before.push({ sessionId: `other-${at}`, planId: 'other', startedAt: iso(at - 2 * hour), endedAt: iso(at - hour) })
  },
  elsewhere: (held, { isOpen }) => {
    held.isElsewhere = isOpen
  },
  read: readForCheck,
  'draw-up': drawUp,
  start,
  rate: setRate,
  pause: (held, { who }) => {
    refuseSettled(held)
    append(held, who, { kind: 'paused', reason: 'asked for' })
  },
  resume,
  stop: (held, { who }) => {
    refuseSettled(held)
    append(held, who, { kind: 'stopped', reason: 'done' })
  },
  'read-pump': readPump,
  'read-waste': readWaste,
  waste,
  vitals: on(({ vitals }) => ({ kind: 'vitals', ...vitals })),
  scores: on(({ scores }) => ({ kind: 'scores', ...scores })),
  acknowledge,
  recovering: charted(() => ({ kind: 'recovering' })),
  seen: on(({ what, isMet }) => ({ kind: 'home-check', gate: what, isMet, note: null })),
  effects: charted(() => ({ kind: 'no-adverse-effects' })),
  'recovery-score': on(({ total }) => ({
    kind: 'recovery-score',
    scale: 'aldrete',
    items: [0, 1, 2, 3, 4].map((i) => Math.min(2, Math.max(0, total - 2 * i))),
  })),
  override,
  discharge,
  cancel: (held, { who }) => {
    if (!visitOf(held).isBookClosed) throw new Refused(['book-open'])
    append(held, who, { kind: 'cancelled', reason: 'canceled' })
  },
}

/** Does one act by the rules alone; what they refuse is thrown as `Refused`. */
export const actByRules = (held: Held, act: Act): void => (verbs[act.do] as (held: Held, act: Act) => void)(held, act)
