import type { NextStep } from '@dripline/clinical'
import { nextPage, sayNext, visitStates } from './visit-words.ts'
import { sayDay, sayTime } from './when.ts'

export type NextWords = { says: string; act: string | null; href: string | null }

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`

/** What happens next with a person, as staff read it, with the act it asks for and where that is done. */
export function nextWords(next: NextStep, personId: string, zone: string): NextWords {
  const page = (end = '') => `/patients/${personId}${end}`
  const when = (at: string) => sayTime(at, zone, 'day and time')
  switch (next.code) {
    case 'open-kept-record':
      return { says: 'Merged into another record', act: 'Open that record', href: page() }
    case 'open-visit':
      return {
        says: `${visitStates[next.state]}. Next: ${sayNext(next.next, zone)}`,
        ...nextPage(next.next, next.sessionId, personId),
      }
    case 'own-alert':
      return { says: `${many(next.count, 'alert')} without an owner`, act: 'Take the alert', href: '/alerts' }
    case 'close-alert':
      return { says: many(next.count, 'open alert'), act: 'Go to the alert', href: '/alerts' }
    case 'sign-consent':
      return {
        says: next.isRenewal ? 'Consent is out of date' : 'No consent signed yet',
        act: next.isRenewal ? 'Sign the consent again' : 'Sign the consent',
        href: page('/consent'),
      }
    case 'check-medicines':
      return {
        says: `${many(next.count, 'medicine')} not checked${next.at ? `; next visit ${when(next.at)}` : ''}`,
        act: `Check ${many(next.count, 'medicine')}`,
        href: page('#medicines'),
      }
    case 'visit-booked':
      return { says: `Visit booked, ${when(next.at)}`, act: 'Open the plan', href: page('/plan') }
    case 'book-visit':
      return { says: 'Course under way, no visit booked', act: 'Book a visit', href: page('/plan') }
    case 'decide':
      return { says: 'Screened, awaiting decision', act: 'Decide on the screening', href: page('/screening') }
    case 'sign-plan':
      return { says: 'Accepted, no plan yet', act: 'Make the plan', href: page('/plan') }
    case 'look-again':
      return { says: `Deferred, review due since ${sayDay(next.since)}`, act: 'Review again', href: page('/screening') }
    case 'deferred':
      return { says: next.until ? `Deferred until ${sayDay(next.until)}` : 'Deferred', act: null, href: page('/screening') }
    case 'declined':
      return { says: 'Declined', act: null, href: page('/screening') }
    case 'appointment-booked':
      return {
        says: `${next.kind === 'call' ? 'Call' : next.kind === 'infusion' ? 'Visit' : 'Evaluation'} booked, ${when(next.at)}`,
        act: null,
        href: page(),
      }
    case 'screen':
      return { says: 'Not screened yet', act: 'Screen', href: page('/screening') }
    case 'follow-up':
      return { says: 'Course over, in follow-up', act: 'View relief', href: page('/relief') }
  }
}
