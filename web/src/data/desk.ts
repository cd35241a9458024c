import { type Api, addressOf, api, areaOf } from './client.ts'
import { type Read, type Reply, type Sent, usePost, useRoute } from './route.ts'
import { type Sending, useSend } from './send.ts'

const desk: Api['session']['desk'] = api.session.desk
const ofPerson: Api['booking']['persons'][':personId'] = api.booking.persons[':personId']
const calls: Api['booking']['appointments'][':appointmentId'] = api.booking.appointments[':appointmentId']
const visits: Api['session']['visits'][':appointmentId'] = api.session.visits[':appointmentId']

export type Desk = Read<typeof desk>
export type DeskTime = Desk['free'][number]
export type DeskPlace = Desk['places'][number]
export type DeskAppointment = Desk['appointments'][number]
export type DeskWaiting = Desk['waits'][number]
export type Held = Reply<typeof calls.hold>

/** The desk of so many local days from a date on (today when none is named), live. */
export const useDesk = (from: string | null, days: number): Desk =>
  useRoute(desk, { query: { days: String(days), ...(from !== null && { from }) } }, { live: ['any'], everyMs: 60_000 })

/** Where these days are had as a file. */
export const deskFile = (from: string, days: number): string => addressOf(desk.export, { query: { from, days: String(days) } })

type Which = Pick<DeskAppointment, 'kind' | 'appointmentId'>
const refreshes = [areaOf('session'), areaOf('booking')]

/** What is done with an infusion is done where visits live; calls and evaluations live with booking. */
const ofKind = ({ kind }: Which) => (kind === 'infusion' ? visits : calls)
const param = ({ appointmentId }: Which) => ({ param: { appointmentId } })

/** Holds a free time for five minutes and reads the letter that a move would send. */
export const useHold = (which: Which): Sending<Sent<typeof calls.hold>, Held> =>
  useSend('POST', addressOf(ofKind(which).hold, param(which)), { refreshes })

export const useRelease = (which: Which) => usePost(calls.release, param(which), { refreshes: ['session'] })

export const useMove = (which: Which, onDone: () => void): Sending<Sent<typeof calls.move>, unknown> =>
  useSend('POST', addressOf(ofKind(which).move, param(which)), { refreshes, onDone })

/** The letter that a cancellation would send; it cancels nothing. */
export const useReadCancel = (which: Which) => usePost(calls.letter, param(which))

export const useCancel = (which: Which, onDone: () => void): Sending<Sent<typeof calls.cancel>, unknown> =>
  useSend('POST', addressOf(ofKind(which).cancel, param(which)), { refreshes, onDone })

export const useMissed = (which: Which): Sending<Record<string, never>, unknown> => {
  const { missed } = which.kind === 'infusion' ? visits : api.booking.calls[':appointmentId']
  return useSend('POST', addressOf(missed, param(which)), { refreshes })
}

export const useKept = (which: Which) => usePost(calls.kept, param(which), { refreshes: ['session'] })

/** The next free times of a call or an evaluation for somebody we know. */
export const useTimesFor = (personId: string, kind: 'call' | 'evaluation', place: 'clinic' | 'phone') =>
  useRoute(ofPerson.times, { param: { personId }, query: { kind, place } }, { live: ['any'] })

export type BookedFor = Reply<typeof ofPerson.appointments>

export const useBookFor = (personId: string, onDone?: (booked: BookedFor) => void) =>
  usePost(ofPerson.appointments, { param: { personId } }, { refreshes: ['session'], ...(onDone && { onDone }) })
