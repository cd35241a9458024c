import type { Ctx, Tx } from '../../platform/context.ts'
import { makeLink } from '../../platform/link.ts'
import { promiseMessage } from '../../platform/message.ts'
import { later } from './appointment.ts'

const LINK_DAYS = 90
const [HOUR, DAY] = [60, 24 * 60]

/** The page on which the person moves or calls off this appointment. */
export const appointmentLink = (ctx: Ctx, tx: Tx, appointmentId: string) =>
  makeLink(ctx, tx, 'appointment', appointmentId, later(ctx.now(), LINK_DAYS * DAY))

/** Promises the letter that says when the call is, and the reminders a day and an hour before, where they would not come on its heels. */
export const promiseLetters = async (ctx: Ctx, tx: Tx, aboutId: string, start: Date): Promise<void> => {
  await promiseMessage(ctx, tx, { kind: 'call-booked', aboutId, dueAt: ctx.now() })
  for (const before of [DAY, HOUR]) {
    const dueAt = later(start, -before)
    if (dueAt >= later(ctx.now(), HOUR)) await promiseMessage(ctx, tx, { kind: 'call-reminder', aboutId, dueAt })
  }
}
