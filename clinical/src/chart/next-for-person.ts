import type { VisitNext } from '../visit/visit-next.ts'
import type { SessionState } from '../visit/visit-states.ts'

/** Where somebody stands, gathered from every record that hangs on them. Instants and days are ISO text. */
export type PersonFacts = {
  isMerged: boolean
  isPatient: boolean
  /** A visit that was opened and not left yet, with what is next in it. */
  openVisit: { sessionId: string; state: SessionState; next: VisitNext } | null
  unownedAlerts: number
  openAlerts: number
  next: { kind: 'call' | 'evaluation' | 'infusion'; at: string } | null
  screening: 'none' | 'undecided' | 'accept' | 'defer' | 'decline'
  /** The day on which a deferred screening is looked at again; null when nobody named one. */
  lookAgainOn: string | null
  consent: 'none' | 'stale' | 'current'
  plan: 'none' | 'under way' | 'over'
  uncheckedMedicines: number
}

export type NextStep =
  | { code: 'open-kept-record' }
  | { code: 'open-visit'; sessionId: string; state: SessionState; next: VisitNext }
  | { code: 'own-alert'; count: number }
  | { code: 'close-alert'; count: number }
  | { code: 'sign-consent'; isRenewal: boolean }
  | { code: 'check-medicines'; count: number; at: string | null }
  | { code: 'visit-booked'; at: string }
  | { code: 'book-visit' }
  | { code: 'decide' }
  | { code: 'sign-plan' }
  | { code: 'look-again'; since: string }
  | { code: 'deferred'; until: string | null }
  | { code: 'declined' }
  | { code: 'appointment-booked'; kind: 'call' | 'evaluation' | 'infusion'; at: string }
  | { code: 'screen' }
  | { code: 'follow-up' }

/** What happens next with a person, from state alone: whoever is in the chair first, then what nobody owns, then the next step of the way. */
export function nextForPerson(facts: PersonFacts, today: string): NextStep {
  const { openVisit, unownedAlerts, openAlerts } = facts
  if (facts.isMerged) return { code: 'open-kept-record' }
  if (openVisit) return { code: 'open-visit', ...openVisit }
  if (unownedAlerts > 0) return { code: 'own-alert', count: unownedAlerts }
  if (openAlerts > 0) return { code: 'close-alert', count: openAlerts }
  return facts.plan === 'under way' ? inCourse(facts) : beforeCourse(facts, today)
}

function inCourse({ next, consent, uncheckedMedicines }: PersonFacts): NextStep {
  if (consent !== 'current') return { code: 'sign-consent', isRenewal: consent === 'stale' }
  if (uncheckedMedicines > 0) return { code: 'check-medicines', count: uncheckedMedicines, at: next?.at ?? null }
  return next ? booked(next) : { code: 'book-visit' }
}

const booked = ({ kind, at }: NonNullable<PersonFacts['next']>): NextStep =>
  kind === 'infusion' ? { code: 'visit-booked', at } : { code: 'appointment-booked', kind, at }

function beforeCourse({ next, screening, lookAgainOn, consent, plan }: PersonFacts, today: string): NextStep {
  if (screening === 'undecided') return { code: 'decide' }
  if (plan === 'over') return next ? booked(next) : { code: 'follow-up' }
  if (screening === 'accept')
    return consent === 'current' ? { code: 'sign-plan' } : { code: 'sign-consent', isRenewal: consent === 'stale' }
  if (screening === 'defer' && lookAgainOn !== null && lookAgainOn <= today) return { code: 'look-again', since: lookAgainOn }
  if (next) return booked(next)
  if (screening === 'defer') return { code: 'deferred', until: lookAgainOn }
  return screening === 'decline' ? { code: 'declined' } : { code: 'screen' }
}
