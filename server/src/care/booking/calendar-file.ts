import type { Reader } from '@dripline/clinical/words'
import { calendarEntry } from '@dripline/clinical/words/letter'
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Appointment } from './appointment.ts'

type Entry = Pick<Appointment, 'id' | 'kind' | 'start' | 'end' | 'state' | 'sequence'> & {
  clinic: string
  url: string
  changedAt: Date
  /** The clinic's own address. */
  organizer: string
  /** Who is asked, in a letter; a download publishes and names nobody. */
  attendee?: string
}

/**
 * An appointment as a calendar file (RFC 5545): always the same UID, a rising SEQUENCE, and nothing in it that tells why. In a letter it
 * asks (REQUEST) or takes back (CANCEL) with ORGANIZER and ATTENDEE (RFC 5546, 3.2.2 and 3.2.5); as a download it publishes and takes
 * back without ATTENDEE.
 */
export const calendarFile = (to: Reader, entry: Entry): { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; text: string } => {
  const { id, kind, start, end, state, sequence, clinic, url, changedAt, organizer, attendee } = entry
  const isOff = state === 'cancelled'
  const method = isOff ? 'CANCEL' : attendee === undefined ? 'PUBLISH' : 'REQUEST'
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: `//Dripline//Appointments//${to.locale.toUpperCase()}` })
  const event = calendar.createEvent({
    id: `${id}@dripline`,
    sequence,
    start,
    end,
    stamp: changedAt,
    summary: calendarEntry(to, { kind, clinic }),
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: clinic, email: organizer },
    url,
  })
  if (attendee !== undefined)
    event.createAttendee({
      email: attendee,
      rsvp: false,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.ACCEPTED,
    })
  return { method, text: calendar.toString() }
}
