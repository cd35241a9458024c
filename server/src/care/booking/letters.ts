import { sayPhone } from '@dripline/clinical'
import type { Reader } from '@dripline/clinical/words'
import { type Ctx, groundOf, type Tx } from '../../platform/context.ts'
import type { Compose, Wanted } from '../../platform/message.ts'
import { readerFor } from '../../platform/reader.ts'
import { policiesSaid } from '../clinic/face/policies-said.ts'
import { clinicSettings } from '../clinic/store.ts'
import type { Appointment } from './appointment.ts'
import { calendarFile } from './calendar-file.ts'
import { ESTIMATE_LETTER, estimateTold } from './estimate-letter.ts'
import { letterOptOut, wantsLetters } from './letter-choice.ts'
import { appointmentWords, type LetterAbout, missedWords, reminderWords, type Told } from './letter-words.ts'
import { appointmentLink } from './reminders.ts'
import { appointmentOf, callerOf, callsLikeTheirs, lastTold, writtenAboutToday } from './store.ts'

type Shown = Appointment & { state: 'booked' | 'cancelled' }

/** Everything a letter about an appointment is made of, also of one that is not saved yet. */
export const letterAbout = async (
  tx: Tx,
  ctx: Ctx,
  appointment: Shown,
  { words }: Wanted,
): Promise<LetterAbout & { to: string; reader: Reader }> => {
  const [caller, clinic] = [await callerOf(tx, appointment.whose), await clinicSettings(tx)]
  const reader = await readerFor(ctx, tx, appointment.whose)
  return {
    reader,
    policies: await policiesSaid(tx, reader.locale),
    kind: appointment.kind,
    place: appointment.place,
    start: appointment.start,
    end: appointment.end,
    zone: appointment.zone,
    state: appointment.state,
    clinic: clinic.name,
    clinicPhone: clinic.phone ? sayPhone(clinic.phone) : '',
    name: caller.name,
    phone: caller.phone,
    to: caller.email,
    url: await appointmentLink(ctx, tx, appointment.id),
    told: await lastTold(tx, appointment.id),
    also: appointment.kind === 'call' ? await alsoBooked(tx, ctx, appointment.id, caller) : [],
    words,
  }
}

/** What a reader knows of an appointment: the days of a course are settled face to face, before any letter. */
export const knownOf = ({ kind }: Appointment, told: Told | null): Told | null =>
  told ?? (kind === 'infusion' ? { sequence: 0, start: null, state: 'booked' } : null)

// A second booking is met kindly in the letter to the address that has both, and nowhere else: a stranger learns nothing.
const alsoBooked = async (tx: Tx, ctx: Ctx, appointmentId: string, { email, phone }: { email: string; phone: string }) => {
  const others = await callsLikeTheirs(tx, { appointmentId, email, phone, now: ctx.now() })
  return Promise.all(others.map(async ({ id, start, zone }) => ({ start, zone, url: await appointmentLink(ctx, tx, id) })))
}

/** Whether somebody does not know yet how an appointment stands: moved away and back before a letter went, it is as they were told. */
export const isNews = (
  { state, sequence, start }: Pick<Appointment, 'state' | 'sequence' | 'start'>,
  told: Told | null,
): boolean => {
  // Who never heard that it was booked need not hear that it is off.
  if (told === null) return state === 'booked'
  if (state !== told.state) return true
  return told.start === null ? sequence !== told.sequence : start.toISOString() !== told.start
}

/** Bookings by strangers write at most so many first letters to one address a day: it may be somebody else’s. */
const MOST_FIRST_A_DAY = 6

/** What stands now, where the reader does not know it yet: that it is booked, has a new time, or is off. Once, however many changes there were. */
const appointmentTold: Compose = async (tx, ctx, aboutId, promised) => {
  const appointment = await appointmentOf(tx, aboutId)
  if (!appointment || (appointment.state !== 'booked' && appointment.state !== 'cancelled')) return null
  if (appointment.state === 'booked' && appointment.start <= ctx.now()) return null
  const shown = { ...appointment, state: appointment.state }
  const found = await letterAbout(tx, ctx, shown, promised)
  const about = { ...found, told: knownOf(appointment, found.told) }
  if (!isNews(appointment, about.told)) return null
  if (about.told === null && (await writtenAboutToday(tx, about.to, ctx.now())) >= MOST_FIRST_A_DAY) return null
  const organizer = groundOf(ctx).postman.address
  const file = calendarFile(about.reader, {
    ...shown,
    clinic: about.clinic,
    url: about.url,
    changedAt: ctx.now(),
    organizer,
    attendee: about.to,
  })
  const told: Told = { sequence: appointment.sequence, start: appointment.start.toISOString(), state: shown.state }
  return {
    to: about.to,
    from: about.clinic,
    ...appointmentWords(about.reader, about),
    calendar: file.text,
    ...(file.method !== 'PUBLISH' && { method: file.method }),
    told,
  }
}

/** A word before the appointment, for those who want one. */
const appointmentReminder: Compose = async (tx, ctx, aboutId, promised) => {
  const appointment = await appointmentOf(tx, aboutId)
  if (appointment?.state !== 'booked' || appointment.start <= ctx.now()) return null
  if (!(await wantsLetters(tx, appointment.whose, 'reminders'))) return null
  const about = await letterAbout(tx, ctx, { ...appointment, state: 'booked' }, promised)
  const optOut = await letterOptOut(ctx, tx, appointment.whose, 'reminders')
  return { to: about.to, from: about.clinic, ...reminderWords(about.reader, about), optOut }
}

/** We called and nobody answered: how to choose another time. */
const callMissed: Compose = async (tx, ctx, aboutId, promised) => {
  const appointment = await appointmentOf(tx, aboutId)
  if (appointment?.state !== 'missed') return null
  const about = await letterAbout(tx, ctx, { ...appointment, state: 'booked' }, promised)
  return { to: about.to, from: about.clinic, ...missedWords(about.reader, about) }
}

/** What booking has to say by letter; the clock asks for it when it is due. */
export const bookingLetters: Readonly<Record<string, Compose>> = {
  'appointment-told': appointmentTold,
  'appointment-reminder': appointmentReminder,
  'appointment-missed': callMissed,
  [ESTIMATE_LETTER]: estimateTold,
}
