import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Appointment } from './appointment.ts'

type Entry = Pick<Appointment, 'id' | 'start' | 'end' | 'state' | 'sequence'> & { clinic: string; url: string; changedAt: Date }

/** An appointment as a calendar file: always the same UID, a rising SEQUENCE, and nothing in it that tells why. */
export const calendarFile = ({ id, start, end, state, sequence, clinic, url, changedAt }: Entry): string => {
  const isOff = state === 'cancelled'
  const calendar = ical({
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    prodId: '//Dripline//Appointments//EN',
  })
  calendar.createEvent({
    id: `${id}@dripline`,
    sequence,
    start,
    end,
    stamp: changedAt,
    summary: `Call with ${clinic}`,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    url,
  })
  return calendar.toString()
}
