import type { CallNext } from '@dripline/clinical'
import { letterTime, type Reader } from '@dripline/clinical/words'
import { cancellation, lateness } from '@dripline/clinical/words/frame'
import * as letter from '@dripline/clinical/words/letter'
import type { PolicySaid } from '../clinic/face/policies-said.ts'
import type { AppointmentKind, EvaluationPlace } from './appointment.ts'

/** What a reader knew of an appointment when the last letter about it went out. */
export type Told = { readonly sequence: number; readonly start: string | null; readonly state: 'booked' | 'cancelled' }

export type LetterAbout = {
  readonly kind: AppointmentKind
  readonly place: EvaluationPlace | null
  readonly start: Date
  readonly end: Date
  readonly zone: string
  readonly state: 'booked' | 'cancelled'
  readonly clinic: string
  readonly name: string
  /** The clinic's own number, as people read it; empty where none is set. */
  readonly clinicPhone: string
  /** Where we call, in full; a letter shows its last two figures. */
  readonly phone: string
  readonly url: string
  /** What the last letter said, or null when this is the first. */
  readonly told: Told | null
  /** Other calls under the same address and number. */
  readonly also: readonly { start: Date; zone: string; url: string }[]
  /** The desk's own words. */
  readonly words: string | null
  /** What the clinic asks of those who cancel or come late. */
  readonly policies: readonly PolicySaid[]
}

type Written = { subject: string; body: string }

/** How a letter begins. */
export const greeting = (to: Reader, name: string): string =>
  name.trim() === '' ? letter.hello(to) : letter.helloName(to, { name: name.trim() })

const lastTwo = (phone: string) => phone.replace(/\D/g, '').slice(-2)
const isByPhone = ({ kind, place }: Pick<LetterAbout, 'kind' | 'place'>) => kind === 'call' || place === 'phone'

const minutesOf = ({ start, end }: LetterAbout) => Math.round((end.getTime() - start.getTime()) / 60_000)

const whereAndWhen = (to: Reader, about: LetterAbout): string => {
  const when = letterTime(to, about.start, about.zone)
  return isByPhone(about)
    ? letter.weCall(to, { when, figures: lastTwo(about.phone) })
    : letter.pleaseCome(to, { clinic: about.clinic, when })
}

const changeLine = (to: Reader, { kind, url, state, clinicPhone: phone }: LetterAbout): string => {
  if (state === 'cancelled') return letter.chooseAnother(to, { url })
  if (kind === 'infusion') return phone === '' ? letter.changeByCall(to, { url }) : letter.changeByPhone(to, { phone, url })
  return letter.changeByLink(to, { kind, url })
}

const firstLines = (to: Reader, about: LetterAbout): string[] => {
  const { kind, told, clinic, zone, state } = about
  const before = told?.start ? letterTime(to, told.start, zone) : null
  if (state === 'cancelled')
    return [before === null ? letter.canceled(to, { kind, clinic }) : letter.canceledOn(to, { kind, clinic, before })]
  const where = whereAndWhen(to, about)
  if (told === null) return [letter.booked(to, { kind, clinic, where, minutes: minutesOf(about) })]
  return [
    letter.newTime(to, { kind, clinic, where }),
    before === null ? letter.calendarUpdates(to) : letter.oldTime(to, { before }),
  ]
}

const subjectOf = ({ told, state }: LetterAbout) => {
  if (state === 'cancelled') return letter.subjectCanceled
  return told === null ? letter.subject : letter.subjectNewTime
}

const inParagraphs = (parts: readonly string[]) => `${parts.join('\n\n')}\n`
const policyTitles = { cancellation, lateness }
const policyLines = (to: Reader, { policies }: LetterAbout) =>
  policies.map(({ kind, text }) => letter.policy(to, { title: policyTitles[kind](to), text }))
const deskWords = ({ words }: Pick<LetterAbout, 'words'>) => (words?.trim() ? [words.trim()] : [])

/** What a letter about an appointment says, as it stands now and beside what its reader knows. It never says why somebody comes. */
export const appointmentWords = (to: Reader, about: LetterAbout): Written => {
  const also = about.told === null && about.state === 'booked' ? about.also : []
  const parts = [
    greeting(to, about.name),
    ...firstLines(to, about),
    ...deskWords(about),
    changeLine(to, about),
    ...also.map(({ start, zone, url }) => letter.alsoBooked(to, { when: letterTime(to, start, zone), url })),
    ...(about.state === 'booked' ? policyLines(to, about) : []),
    about.clinic,
  ]
  return { subject: subjectOf(about)(to, about), body: inParagraphs(parts) }
}

/** We were there and the other was not; nobody is blamed. */
export const missedWords = (to: Reader, about: LetterAbout): Written => {
  const missed = isByPhone(about) ? letter.missedPhone : letter.missedClinic
  const parts = [
    greeting(to, about.name),
    missed(to, { when: letterTime(to, about.start, about.zone) }),
    ...deskWords(about),
    letter.missedNext(to, about),
    about.clinic,
  ]
  return { subject: letter.missedSubject(to, about), body: inParagraphs(parts) }
}

const followLines: Readonly<Record<CallNext, ((to: Reader) => string) | null>> = {
  'evaluation booked': letter.followBooked,
  'call booked': letter.followBooked,
  'we call to book': letter.followWeCall,
  'they call to book': letter.followTheyCall,
  'they send records': letter.followTheySend,
  'doctor sends records': letter.followOthersSend,
  'own doctor first': letter.followAgain,
  'may call again': letter.followAgain,
  'nothing further': letter.followDone,
  // Who was handed on in danger is told nothing of it by letter.
  'emergency services': null,
  'crisis line': null,
  'own clinician': null,
}

/** How it goes on after a call, without what was said on it; null where no letter goes out. */
export const followWords = (
  to: Reader,
  about: Pick<LetterAbout, 'clinic' | 'clinicPhone' | 'name' | 'words'> & { next: CallNext },
): Written | null => {
  const says = followLines[about.next]
  if (says === null) return null
  const phone = about.clinicPhone
  const parts = [
    greeting(to, about.name),
    letter.followThanks(to),
    says(to),
    ...deskWords(about),
    ...(phone === '' ? [] : [letter.followPhone(to, { phone })]),
    about.clinic,
  ]
  return { subject: letter.followSubject(to, about), body: inParagraphs(parts) }
}

/** A word before an appointment. */
export const reminderWords = (to: Reader, about: LetterAbout): Written => {
  const { kind } = about
  const parts = [
    greeting(to, about.name),
    letter.reminder(to, { kind, where: whereAndWhen(to, about) }),
    changeLine(to, about),
    ...policyLines(to, about),
    about.clinic,
  ]
  return { subject: letter.reminderSubject(to, about), body: inParagraphs(parts) }
}
