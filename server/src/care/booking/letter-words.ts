import type { AppointmentKind, EvaluationPlace } from './appointment.ts'
import { kindWords } from './appointment.ts'
import { spokenTime } from './spoken-time.ts'

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
}

const greeting = (name: string) => (name.trim() === '' ? 'Hello,' : `Hello ${name.trim()},`)
const lastTwo = (phone: string) => phone.replace(/\D/g, '').slice(-2)
const isByPhone = ({ kind, place }: Pick<LetterAbout, 'kind' | 'place'>) => kind === 'call' || place === 'phone'

const minutesOf = ({ start, end }: LetterAbout) => Math.round((end.getTime() - start.getTime()) / 60_000)

const whereAndWhen = (about: LetterAbout): string => {
  const when = spokenTime(about.start, about.zone)
  return isByPhone(about)
    ? `We will call you on ${when}, at the number you gave us that ends in ${lastTwo(about.phone)}.`
    : `Please come to ${about.clinic} on ${when}.`
}

const changeLine = ({ kind, url, state, clinicPhone }: LetterAbout): string => {
  const call = clinicPhone === '' ? 'please call us' : `please call us at ${clinicPhone}`
  const what = kindWords[kind].letter
  if (state === 'cancelled') return `To choose another time, or to see what is so now: ${url}`
  if (kind === 'infusion') return `If this does not suit you, ${call}. What is booked: ${url}`
  return `If this does not suit you, move or cancel your ${what} here: ${url}`
}

const firstLines = (about: LetterAbout): string[] => {
  const what = kindWords[about.kind].letter
  const { told, clinic, zone, state } = about
  const before = told?.start ? spokenTime(new Date(told.start), zone) : null
  if (state === 'cancelled')
    return [`your ${what} with ${clinic}${before ? ` on ${before}` : ''} is canceled. Your calendar removes it automatically.`]
  if (told === null)
    return [`your ${what} with ${clinic} is booked. ${whereAndWhen(about)} It takes about ${minutesOf(about)} minutes.`]
  const old = before ? `${before} no longer holds. ` : ''
  return [`your ${what} with ${clinic} has a new time. ${whereAndWhen(about)}`, `${old}Your calendar updates automatically.`]
}

const subjectOf = ({ kind, clinic, told, state }: LetterAbout): string => {
  const what = kindWords[kind].letter
  if (state === 'cancelled') return `Your ${what} with ${clinic} is canceled`
  return told === null ? `Your ${what} with ${clinic}` : `Your ${what} with ${clinic} has a new time`
}

/** What a letter about an appointment says, as it stands now and beside what its reader knows. It never says why somebody comes. */
export const appointmentWords = (about: LetterAbout): { subject: string; body: string } => {
  const words = about.words?.trim()
  const also = about.told === null && about.state === 'booked' ? about.also : []
  const others = also.map(
    ({ start, zone, url }) =>
      `You also have a call on ${spokenTime(start, zone)}. If one is enough, cancel that one here: ${url}`,
  )
  const parts = [
    greeting(about.name),
    ...firstLines(about),
    ...(words ? [words] : []),
    changeLine(about),
    ...others,
    about.clinic,
  ]
  return { subject: subjectOf(about), body: `${parts.join('\n\n')}\n` }
}

/** We were there and the other was not; nobody is blamed. */
export const missedWords = (about: LetterAbout): { subject: string; body: string } => {
  const what = kindWords[about.kind].letter
  const missed = isByPhone(about) ? 'we called you and did not reach you.' : 'we did not see you.'
  const parts = [
    greeting(about.name),
    `on ${spokenTime(about.start, about.zone)} ${missed} That happens.`,
    ...(about.words?.trim() ? [about.words.trim()] : []),
    `To choose another time: ${about.url}`,
    about.clinic,
  ]
  return { subject: `We missed each other: your ${what} with ${about.clinic}`, body: `${parts.join('\n\n')}\n` }
}

/** A word before an appointment. */
export const reminderWords = (about: LetterAbout): { subject: string; body: string } => {
  const what = kindWords[about.kind].letter
  const parts = [greeting(about.name), `a reminder of your ${what}. ${whereAndWhen(about)}`, changeLine(about), about.clinic]
  return { subject: `A reminder: your ${what} with ${about.clinic}`, body: `${parts.join('\n\n')}\n` }
}
