import type { Stretch } from '@dripline/clinical'
import { sql } from 'kysely'
import { licensesOf } from '../../platform/auth/right.ts'
import { json, type Tx } from '../../platform/database.ts'
import { chairs } from '../clinic/store.ts'
import type { Appointment, AppointmentKind, AppointmentState, EvaluationPlace } from './appointment.ts'
import { foldEntries, handOn } from './call.ts'
import { entriesOfPerson } from './call-store.ts'
import type { Told } from './letter-words.ts'

const clinicians = (tx: Tx) =>
  tx.db
    .selectFrom('staff')
    .innerJoin('account', (join) => join.onRef('account.clinicId', '=', 'staff.clinicId').onRef('account.id', '=', 'staff.id'))
    .where('staff.clinicId', '=', tx.clinicId)
    .where('account.closedAt', 'is', null)
    .orderBy('staff.id')
    .select(['staff.id', 'account.name', 'staff.title'])

const licensed = async (tx: Tx, found: readonly { id: string; name: string; title: string }[]) => {
  const licenses = await licensesOf(
    tx,
    found.map(({ id }) => id),
  )
  return found.map((each) => ({ ...each, licenses: licenses.get(each.id) ?? [] }))
}

/** Who answers calls, with the licenses each may speak with. */
export const callTakers = async (tx: Tx) => licensed(tx, await clinicians(tx).where('takesCalls', '=', true).execute())

/** The prescribers, who hold evaluations, with their licenses. */
export const evaluators = async (tx: Tx) =>
  licensed(tx, await clinicians(tx).where(sql<boolean>`'prescriber' = any(account.roles)`).execute())

/** The chairs in use, in their places. */
export const openChairs = async (tx: Tx) => (await chairs(tx)).filter(({ closedAt }) => closedAt === null)

// Plain columns of the same range: below row security an index knows only these.
const times = [sql<Date>`starts_at`.as('start'), sql<Date>`ends_at`.as('end')] as const

/** Everything booked from an instant on, with whose time or whose chair it takes. */
export const bookedFrom = (tx: Tx, from: Date) =>
  tx.db
    .selectFrom('appointment')
    .where('clinicId', '=', tx.clinicId)
    .where('state', '=', 'booked')
    .where('endsAt', '>', from)
    .select(['id', 'clinicianId', 'chairId', 'beforeMinutes', 'afterMinutes', sql<string>`whose`.as('whose')])
    .select(times)
    .execute()

/** Every call that begins from an instant on and was not canceled, with whose it is. */
export const callsBegun = (tx: Tx, from: Date) =>
  tx.db
    .selectFrom('appointment')
    .where('clinicId', '=', tx.clinicId)
    .where('kind', '=', 'call')
    .where('state', '!=', 'cancelled')
    .where('startsAt', '>=', from)
    .select(['id', 'clinicianId', sql<Date>`starts_at`.as('start')])
    .execute()

type Times = { personId: string; start: Date; end: Date; exceptId?: string | undefined }

/** What a person, under all their records, has booked in these times. */
export const bookedBy = (tx: Tx, { personId, start, end, exceptId }: Times) =>
  appointments(tx)
    .where('state', '=', 'booked')
    .where(
      sql<boolean>`whose = (select coalesce(merged_into, id) from person where clinic_id = ${tx.clinicId} and id = ${personId})`,
    )
    .where('endsAt', '>', start)
    .where('startsAt', '<', end)
    .$if(exceptId !== undefined, (query) => query.where('appointment.id', '!=', exceptId ?? ''))
    .execute()

/** Pairs of booked appointments that would meet if these records were one person: what a merge must settle first. */
export const overlapsAmong = async (tx: Tx, personIds: readonly string[]): Promise<readonly [Appointment, Appointment][]> => {
  if (personIds.length === 0) return []
  const booked = await appointments(tx)
    .where('state', '=', 'booked')
    .where((is) => is.or([is('whose', 'in', [...personIds]), is('personId', 'in', [...personIds])]))
    .orderBy('startsAt')
    .orderBy('appointment.id')
    .execute()
  return booked.flatMap((first, i) =>
    booked
      .slice(i + 1)
      .filter(({ start }) => start < first.end)
      .map((second): [Appointment, Appointment] => [first, second]),
  )
}

/** The minutes that stay free around a time. */
export type Around = { beforeMinutes: number; afterMinutes: number }

/** As they are kept with it: null is none. */
export const aroundColumns = ({ beforeMinutes, afterMinutes }: Around) => ({
  beforeMinutes: beforeMinutes || null,
  afterMinutes: afterMinutes || null,
})

export type NewAppointment = {
  id: string
  lineId?: string | null
  kind: AppointmentKind
  place?: EvaluationPlace
  personId: string
  clinicianId: string | null
  chairId: string | null
  start: Date
  end: Date
  around: Around
  zone: string
  at: Date
  claimsShown?: readonly { id: string; version: string }[]
}

/** Takes a time; null when the database finds somebody else in it. */
export const insertAppointment = async (tx: Tx, { start, end, around, at, claimsShown = [], ...row }: NewAppointment) => {
  const taken = await tx.db
    .insertInto('appointment')
    .values({
      clinicId: tx.clinicId,
      ...row,
      during: sql<string>`tstzrange(${start}, ${end})`,
      ...aroundColumns(around),
      state: 'booked',
      claimsShown: json(claimsShown),
      createdAt: at,
      changedAt: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return taken ?? null
}

const appointments = (tx: Tx) =>
  tx.db
    .selectFrom('appointment')
    .where('appointment.clinicId', '=', tx.clinicId)
    .select([
      'appointment.id',
      'appointment.kind',
      'appointment.place',
      'appointment.lineId',
      'appointment.personId',
      'appointment.clinicianId',
      'appointment.chairId',
      'appointment.state',
      'appointment.zone',
      'appointment.sequence',
    ])
    .select(times)
    .select(sql<string>`whose`.as('whose'))
    .$narrowType<{ kind: AppointmentKind; place: EvaluationPlace | null; state: AppointmentState }>()

export const appointmentOf = (tx: Tx, id: string): Promise<Appointment | undefined> =>
  appointments(tx).where('appointment.id', '=', id).executeTakeFirst()

/** The appointment, held until the step ends. */
export const lockAppointment = (tx: Tx, id: string): Promise<Appointment | undefined> =>
  appointments(tx).where('appointment.id', '=', id).forUpdate().executeTakeFirst()

type NewTime = { start: Date; end: Date; around: Around; clinicianId: string | null; chairId: string | null; at: Date }

/** Gives an appointment another time, clinician or chair; its number in calendars rises. From here on it may meet no other. */
export const moveAppointmentTo = async (tx: Tx, id: string, { start, end, around, clinicianId, chairId, at }: NewTime) => {
  await tx.db
    .updateTable('appointment')
    .set({
      during: sql<string>`tstzrange(${start}, ${end})`,
      ...aroundColumns(around),
      clinicianId,
      chairId,
      wasDouble: false,
      changedAt: at,
      sequence: sql<number>`sequence + 1`,
    })
    .where('clinicId', '=', tx.clinicId)
    .where('id', '=', id)
    .execute()
}

export const setAppointmentState = async (
  tx: Tx,
  id: string,
  state: AppointmentState,
  at: Date,
  cancelledBy: 'caller' | 'clinic' | null = null,
) => {
  await tx.db
    .updateTable('appointment')
    .set({ state, changedAt: at, ...(state === 'cancelled' && { cancelledBy, sequence: sql<number>`sequence + 1` }) })
    .where('clinicId', '=', tx.clinicId)
    .where('id', '=', id)
    .execute()
}

/** Every appointment that begins in a stretch of real time, in order, with who comes and to whom. */
export const appointmentsBetween = (tx: Tx, { start, end }: Stretch) =>
  appointments(tx)
    .innerJoin('person', (join) =>
      join.onRef('person.clinicId', '=', 'appointment.clinicId').onRef('person.id', '=', 'appointment.whose'),
    )
    .leftJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'appointment.clinicId').onRef('account.id', '=', 'appointment.clinicianId'),
    )
    .where('startsAt', '>=', new Date(start))
    .where('startsAt', '<', new Date(end))
    .orderBy('start')
    .orderBy('appointment.id')
    .select(['person.name', 'person.phone', 'person.email', 'person.state as personState', 'account.name as clinician'])
    .select(['appointment.changedAt', sql<string | null>`person.date_of_birth::text`.as('dateOfBirth')])
    .execute()

/** The person of an appointment and how to reach them. */
export const callerOf = (tx: Tx, personId: string) =>
  tx.db
    .selectFrom('person')
    .where('clinicId', '=', tx.clinicId)
    .where('id', '=', personId)
    .select(['id as personId', 'name', 'email', 'phone', 'state', 'zone'])
    .executeTakeFirstOrThrow()

/** What a person answered on their calls, as the chart holds it: red flags and the safety question, the last answer of each. */
export const callAnswersOf = async (tx: Tx, personId: string) => {
  const entries = await entriesOfPerson(tx, personId)
  return handOn(foldEntries(entries))
}

/** What the last letter about an appointment told its reader, or null when none has gone out. */
export const lastTold = async (tx: Tx, appointmentId: string): Promise<Told | null> => {
  const last = await tx.db
    .selectFrom('message')
    .where('clinicId', '=', tx.clinicId)
    .where('aboutId', '=', appointmentId)
    .where('kind', 'in', ['appointment-told', 'call-booked'])
    .where('sentAt', 'is not', null)
    .orderBy('sentAt', 'desc')
    .orderBy('id', 'desc')
    .select(sql<Told | null>`told`.as('told'))
    .executeTakeFirst()
  // A letter of the time before this was kept told of a booking, of which version nobody knows.
  return last ? (last.told ?? { sequence: -1, start: null, state: 'booked' }) : null
}

const DAY_MS = 86_400_000

/** About how many appointments letters went to an address in the last day. */
export const writtenAboutToday = async (tx: Tx, recipient: string, now: Date): Promise<number> => {
  const { count } = await tx.db
    .selectFrom('message')
    .where('clinicId', '=', tx.clinicId)
    .where('recipient', '=', recipient)
    .where('kind', 'in', ['appointment-told', 'call-booked'])
    .where('sentAt', '>', new Date(now.getTime() - DAY_MS))
    .select(sql<number>`count(distinct about_id)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Counts that the person's own link has moved an appointment once more. */
export const countMoveByLink = async (tx: Tx, id: string): Promise<number> => {
  const { movedByLink } = await tx.db
    .updateTable('appointment')
    .set({ movedByLink: sql<number>`moved_by_link + 1` })
    .where('clinicId', '=', tx.clinicId)
    .where('id', '=', id)
    .returning('movedByLink')
    .executeTakeFirstOrThrow()
  return movedByLink
}

/** Other calls that stand booked under the same phone and the same address as this person’s: most likely theirs, by another record. */
export const callsLikeTheirs = (
  tx: Tx,
  { appointmentId, email, phone, now }: { appointmentId: string; email: string; phone: string; now: Date },
) =>
  appointments(tx)
    .innerJoin('person', (join) =>
      join.onRef('person.clinicId', '=', 'appointment.clinicId').onRef('person.id', '=', 'appointment.whose'),
    )
    .where('appointment.kind', '=', 'call')
    .where('appointment.state', '=', 'booked')
    .where('appointment.id', '!=', appointmentId)
    .where('startsAt', '>', now)
    .where('person.phone', '=', phone)
    .where(sql<boolean>`lower(person.email) = lower(${email})`)
    .orderBy('startsAt')
    .limit(3)
    .execute()
