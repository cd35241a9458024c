import type { SessionState, VisitAct, VisitNext } from '@dripline/clinical'
import { sayTime } from './when.ts'

/** How a visit stands, in a few words. */
export const visitStates: Readonly<Record<SessionState, string>> = {
  booked: 'Booked',
  arrived: 'Here, not checked in',
  cleared: 'Here, checked in',
  'drawn up': 'Here, drug drawn up',
  checked: 'Here, ready to start',
  running: 'Infusion running',
  paused: 'Infusion paused',
  stopped: 'Infusion stopped',
  recovering: 'In recovery',
  left: 'Discharged',
  cancelled: 'Canceled',
}

/** What happens next in a visit, as a nurse would say it; what is due at a time says so beside it. */
export const visitActWords: Readonly<Record<VisitAct, string>> = {
  arrive: 'Arrival',
  'own-act': 'Next step',
  'check-in': 'Check in',
  'confirm-order': 'Prescriber answers the order sent back',
  'renew-order': 'Prescriber re-signs the order',
  'send-back': 'Send the order back',
  'ask-safety': 'Ask about safety',
  'sign-consent': 'Sign the consent',
  screen: 'Prescriber looks at the screening',
  'read-first': 'First person reads syringe and pump',
  'read-second': 'Second person reads syringe and pump',
  'read-again': 'Both read syringe and pump again',
  'record-draw-up': 'Record the draw-up',
  start: 'Start',
  'answer-mark': 'Answer the value past policy',
  'chart-vitals': 'Vital signs',
  'chart-scores': 'Scores',
  resume: 'Resume',
  stop: 'Stop',
  'read-pump': 'Read the pump’s total',
  'begin-recovery': 'Start recovery',
  'read-waste': 'First person reads the waste',
  'read-waste-second': 'Second person reads the waste',
  'read-waste-again': 'Both read the waste again',
  'record-waste': 'Record the waste',
  'see-home': 'Discharge criteria',
  'answer-effects': 'Side effects, yes or none',
  'score-recovery': 'Recovery score',
  'settle-drugs': 'Settle the emergency drug',
  'override-discharge': 'Prescriber decides on going home',
  discharge: 'Discharge',
  wait: 'Wait',
  'read-record': 'Nothing more to do',
}

/** "Vital signs at 10:40", "Wait until 11:05", "Start". */
export function sayNext({ code, at, own }: Pick<VisitNext, 'code' | 'at' | 'own'>, zone: string): string {
  const words = own?.title ?? visitActWords[code]
  if (at === null) return words
  return code === 'wait' ? `Wait until ${sayTime(at, zone)}` : `${words} at ${sayTime(at, zone)}`
}

/** Where what is next in a visit is done. */
export function nextPage(
  { where }: Pick<VisitNext, 'where'>,
  sessionId: string,
  personId: string,
): { act: string; href: string } {
  if (where === 'plan') return { act: 'Open the plan', href: `/patients/${personId}/plan` }
  if (where === 'screening') return { act: 'Open the screening', href: `/patients/${personId}/screening` }
  if (where === 'consent') return { act: 'Open the consent', href: `/patients/${personId}/consent` }
  return where === 'room' ? { act: 'Open the room', href: '/room' } : { act: 'Open the visit', href: `/visits/${sessionId}` }
}
