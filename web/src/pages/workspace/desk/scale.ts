import { dateOf } from '@dripline/clinical'
import type { Desk, DeskAppointment, DeskPlace, DeskTime } from '../../../data/desk.ts'
import { saySpan, sayTime } from '../../../ui/when.ts'

const [FIRST_HOUR, LAST_HOUR] = [8, 18]

/** Minutes since midnight on the clinic's wall. */
export const wallMinutes = (at: string, zone: string): number => {
  const [hours = 0, minutes = 0] = sayTime(at, zone, 'time').split(':').map(Number)
  return hours * 60 + minutes
}

/** The hours that a grid shows: what is open, and whatever is booked outside it. */
export function hoursShown({ hours, zone, appointments }: Pick<Desk, 'hours' | 'zone' | 'appointments'>) {
  const open = Object.values(hours).flat()
  const starts = [
    ...open.map(([from]) => Number(from.slice(0, 2))),
    ...appointments.map(({ start }) => wallMinutes(start, zone) / 60),
  ]
  const ends = [
    ...open.map(([, to]) => Math.ceil(toMinutes(to) / 60)),
    ...appointments.map(({ end }) => wallMinutes(end, zone) / 60),
  ]
  return {
    first: Math.floor(starts.length > 0 ? Math.min(...starts) : FIRST_HOUR),
    last: Math.ceil(ends.length > 0 ? Math.max(...ends) : LAST_HOUR),
  }
}

const toMinutes = (wall: string) => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5))

/** The date on the clinic's wall at an instant. */
export const dayAt = (at: string, zone: string): string => dateOf(new Date(at).toISOString(), zone)

const STEP_MS = 15 * 60_000
export const lengthOf = ({ start, end }: Pick<DeskTime, 'start' | 'end'>) => Date.parse(end) - Date.parse(start)

/** The quarter hours at which something so long could begin in a free stretch; the stretch's own beginning is one of them when it is a quarter. */
export const startsIn = (free: DeskTime, ms: number): string[] => {
  const first = Math.ceil(Date.parse(free.start) / STEP_MS) * STEP_MS
  const last = Date.parse(free.end) - ms
  const starts: string[] = []
  for (let at = first; at <= last; at += STEP_MS) starts.push(new Date(at).toISOString())
  return starts
}

/** Whether somebody of this kind of appointment can be held at a place at all: by who does it and is licensed where the person is. */
const isFor = ({ kind, place, personState }: DeskAppointment, at: DeskPlace): boolean => {
  if (kind === 'infusion') return at.kind === 'chair'
  const isNear = kind === 'evaluation' && place === 'clinic'
  return (kind === 'call' ? at.takesCalls : at.holdsEvaluations) && (isNear || at.states.includes(personState))
}

/** Where an appointment may move: free stretches of places that can hold it, long enough. */
export const roomFor = (desk: Pick<Desk, 'free' | 'places'>, appointment: DeskAppointment): DeskTime[] => {
  const places = new Set(desk.places.filter((place) => isFor(appointment, place)).map(({ id }) => id))
  return desk.free.filter((free) => places.has(free.placeId) && startsIn(free, lengthOf(appointment)).length > 0)
}

const kinds = { call: 'call', evaluation: 'evaluation', infusion: 'infusion' } as const

/** "evaluation, phone", "session 6 of 10", "missed": the second line of a block, in words. */
export const sayBlock = ({ kind, place, number, of, standing, visitState, callStartedAt, outcome }: DeskAppointment): string => {
  const what =
    kind === 'evaluation'
      ? `evaluation, ${place === 'phone' ? 'phone' : 'clinic'}`
      : kind === 'infusion' && number
        ? `session ${number} of ${of}`
        : kinds[kind]
  if (standing === 'cancelled') return 'canceled'
  if (standing === 'missed') return `${what}, missed`
  if (standing === 'done') return `${what}, done`
  if (callStartedAt && !outcome) return `${what}, on the phone`
  return visitState ? `${what}, ${visitState}` : what
}

/** How late a call is that nobody has begun, in words; empty while there is time. */
export const sayLate = ({ kind, standing, start, callStartedAt }: DeskAppointment, now: Date): string => {
  const minutes = (now.getTime() - Date.parse(start)) / 60_000
  return kind === 'call' && standing === 'booked' && !callStartedAt && minutes >= 1 ? `${saySpan(minutes)} late` : ''
}

/** What stands at a place on a day of the clinic. */
export const isOn =
  (place: { id: string }, day: string, { zone }: { zone: string }) =>
  ({ placeId, start }: { placeId: string | null; start: string }): boolean =>
    placeId === place.id && dayAt(start, zone) === day

/** Times that are held for an appointment other than the one in hand. */
export const heldByOthers = ({ held }: Pick<Desk, 'held'>, chosen: DeskAppointment | null): Desk['held'] =>
  held.filter(({ appointmentId }) => appointmentId !== chosen?.appointmentId)
