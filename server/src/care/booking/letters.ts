import type { Ctx, Tx } from '../../platform/context.ts'
import type { Compose } from '../../platform/message.ts'
import { clinicSettings } from '../people/store.ts'
import { calendarFile } from './calendar-file.ts'
import { appointmentLink } from './reminders.ts'
import { spokenTime } from './spoken-time.ts'
import { appointmentOf, callerOf } from './store.ts'

const upcoming = async (tx: Tx, ctx: Ctx, aboutId: string) => {
  const appointment = await appointmentOf(tx, aboutId)
  if (appointment?.kind !== 'call' || appointment.state !== 'booked' || appointment.start <= ctx.now()) return null
  const [caller, clinic] = [await callerOf(tx, appointment.personId), await clinicSettings(tx)]
  const url = await appointmentLink(ctx, tx, aboutId)
  return { appointment, to: caller.email, clinic: clinic.name, url, when: spokenTime(appointment.start, appointment.zone) }
}

/** When the call is, with a file for the calendar; after a move it says the new time. */
const callBooked: Compose = async (tx, ctx, aboutId) => {
  const found = await upcoming(tx, ctx, aboutId)
  if (!found) return null
  const { appointment, to, clinic, url, when } = found
  const isMoved = appointment.sequence > 0
  return {
    to,
    subject: isMoved ? `Your call with ${clinic} has a new time` : `Your call with ${clinic}`,
    body: `Hello,

${isMoved ? 'your call now takes place' : 'your call is booked. We will phone you'} on ${when}.
It takes about 15 minutes.

To move it or call it off: ${url}

${clinic}
`,
    calendar: calendarFile({ ...appointment, clinic, url, changedAt: ctx.now() }),
  }
}

/** A word before the call. */
const callReminder: Compose = async (tx, ctx, aboutId) => {
  const found = await upcoming(tx, ctx, aboutId)
  if (!found) return null
  const { to, clinic, url, when } = found
  return {
    to,
    subject: `A reminder: your call with ${clinic}`,
    body: `Hello,

we will phone you on ${when}.

If that no longer suits you, move it or call it off here: ${url}

${clinic}
`,
  }
}

/** What booking has to say by letter; the clock asks for it when it is due. */
export const bookingLetters: Readonly<Record<string, Compose>> = { 'call-booked': callBooked, 'call-reminder': callReminder }
