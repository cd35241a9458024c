import type { Ctx, Tx } from '../../platform/context.ts'
import { makeLink } from '../../platform/link.ts'
import { dropMessages, promiseMessage } from '../../platform/message.ts'
import { later } from './appointment.ts'

/** How many days a link to an appointment opens. */
export const LINK_DAYS = 90
const [HOUR, DAY] = [60, 24 * 60]

/** The page on which the person sees, moves or cancels this appointment. */
export const appointmentLink = (ctx: Ctx, tx: Tx, appointmentId: string) =>
  makeLink(ctx, tx, 'appointment', appointmentId, later(ctx.now(), LINK_DAYS * DAY))

/** Promises the letter that says what stands now, and the reminders a day and an hour before, where they would not come on its heels. */
export const promiseLetters = async (
  ctx: Ctx,
  tx: Tx,
  aboutId: string,
  start: Date,
  words: string | null = null,
): Promise<void> => {
  await tell(ctx, tx, aboutId, words)
  for (const dueAt of remindersBefore(ctx.now(), start))
    await promiseMessage(ctx, tx, { kind: 'appointment-reminder', aboutId, dueAt })
}

/** When to remind of a time that was just agreed: a day and an hour before, where that would not come on the heels of its letter. */
export const remindersBefore = (now: Date, start: Date): Date[] =>
  [DAY, HOUR].map((before) => later(start, -before)).filter((dueAt) => dueAt >= later(now, HOUR))

/** Promises a word the day before, for an appointment that was agreed face to face. */
export const promiseReminder = async (ctx: Ctx, tx: Tx, aboutId: string, start: Date): Promise<void> => {
  const dueAt = later(start, -DAY)
  if (dueAt > ctx.now()) await promiseMessage(ctx, tx, { kind: 'appointment-reminder', aboutId, dueAt })
}

/** Withdraws whatever was still to be said about an appointment and promises one letter of what stands now. */
export const tell = async (ctx: Ctx, tx: Tx, aboutId: string, words: string | null = null): Promise<void> => {
  await dropMessages(ctx, tx, aboutId)
  await promiseMessage(ctx, tx, { kind: 'appointment-told', aboutId, dueAt: ctx.now(), words })
}
