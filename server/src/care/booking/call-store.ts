import type { CallNext } from '@dripline/clinical'
import { sql } from 'kysely'
import { json, type Tx } from '../../platform/database.ts'
import { anyOf } from '../people/store.ts'

// What was begun by mistake and taken back is no call.
const isStanding = sql<boolean>`not exists (
  select from call_taken_back as back where back.clinic_id = call.clinic_id and back.call_id = call.id)`

/** Takes back a call that was begun by mistake. */
export const insertTakenBack = async (tx: Tx, row: { callId: string; takenBackBy: string; takenBackAt: Date }) => {
  await tx.db
    .insertInto('callTakenBack')
    .values({ clinicId: tx.clinicId, ...row })
    .execute()
}

/** The call of an appointment, or undefined when nobody has called yet. */
export const callOfAppointment = (tx: Tx, appointmentId: string) =>
  tx.db
    .selectFrom('call')
    .where('clinicId', '=', tx.clinicId)
    .where('appointmentId', '=', appointmentId)
    .where(isStanding)
    .select(['id', 'appointmentId', 'personId', 'startedBy', 'startedAt'])
    .executeTakeFirst()

/** Opens the call of an appointment once; null when somebody has opened it already. */
export const insertCall = async (
  tx: Tx,
  call: { id: string; appointmentId: string; personId: string; startedBy: string; startedAt: Date },
) => {
  const opened = await tx.db
    .insertInto('call')
    .values(({ selectFrom }) => ({
      clinicId: tx.clinicId,
      ...call,
      number: selectFrom('call')
        .where('clinicId', '=', tx.clinicId)
        .where('appointmentId', '=', call.appointmentId)
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('number')),
    }))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return opened ?? null
}

export const insertEntry = async (
  tx: Tx,
  { answer, ...entry }: { id: string; callId: string; question: string; answer: unknown; enteredBy: string; enteredAt: Date },
) => {
  await tx.db
    .insertInto('callEntry')
    .values({ clinicId: tx.clinicId, ...entry, answer: json(answer) })
    .execute()
}

// Until the end of 2026 an unsure answer was kept with a space.
const answerNow =
  sql<unknown>`case when question like 'flag:%' and answer = '"not sure"' then '"not-sure"'::jsonb else answer end`.as('answer')

/** Everything written down on a call, in the order in which it was written. */
export const entriesOf = (tx: Tx, callId: string) =>
  tx.db
    .selectFrom('callEntry')
    .leftJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'callEntry.clinicId').onRef('account.id', '=', 'callEntry.enteredBy'),
    )
    .where('callEntry.clinicId', '=', tx.clinicId)
    .where('callId', '=', callId)
    .orderBy('enteredAt')
    .orderBy('callEntry.id')
    .select(['callEntry.id', 'question', answerNow, 'enteredAt', 'account.name as enteredBy'])
    .execute()

/** Everything ever written down on the calls of one person, who may have been several before they were merged, in order. */
export const entriesOfPerson = (tx: Tx, personId: string) =>
  tx.db
    .selectFrom('callEntry')
    .innerJoin('call', (join) => join.onRef('call.clinicId', '=', 'callEntry.clinicId').onRef('call.id', '=', 'callEntry.callId'))
    .where('callEntry.clinicId', '=', tx.clinicId)
    .where('call.personId', '=', anyOf(tx, personId))
    .orderBy('enteredAt')
    .orderBy('callEntry.id')
    .select(['question', answerNow, 'enteredAt'])
    .execute()

export const outcomeOf = (tx: Tx, callId: string) =>
  tx.db
    .selectFrom('callOutcome')
    .where('callOutcome.clinicId', '=', tx.clinicId)
    .where('callId', '=', callId)
    .leftJoin('appointment', (join) =>
      join.onRef('appointment.clinicId', '=', 'callOutcome.clinicId').onRef('appointment.id', '=', 'callOutcome.bookedId'),
    )
    .select(['callOutcome.id', 'outcome', 'nextStep', 'decidedAt', 'bookedId'])
    .select([sql<CallNext | null>`next`.as('next'), sql<Date | null>`lower(appointment.during)`.as('bookedFor')])
    .executeTakeFirst()

/** Ends a call once; null when it has an outcome already. */
export const insertOutcome = async (
  tx: Tx,
  outcome: {
    id: string
    callId: string
    outcome: string
    next: CallNext
    nextStep: string
    bookedId: string | null
    decidedBy: string
    decidedAt: Date
  },
) => {
  const kept = await tx.db
    .insertInto('callOutcome')
    .values({ clinicId: tx.clinicId, ...outcome })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept ?? null
}

/** Begin and end of the calls of these appointments. */
export const callsOf = async (tx: Tx, appointmentIds: readonly string[]) =>
  appointmentIds.length === 0
    ? []
    : tx.db
        .selectFrom('call')
        .leftJoin('callOutcome', (join) =>
          join.onRef('callOutcome.clinicId', '=', 'call.clinicId').onRef('callOutcome.callId', '=', 'call.id'),
        )
        .where('call.clinicId', '=', tx.clinicId)
        .leftJoin('appointment as next', (join) =>
          join.onRef('next.clinicId', '=', 'callOutcome.clinicId').onRef('next.id', '=', 'callOutcome.bookedId'),
        )
        .where('call.appointmentId', 'in', [...appointmentIds])
        .where(isStanding)
        .select(['call.appointmentId', 'startedAt', 'outcome', 'nextStep'])
        .select([sql<CallNext | null>`call_outcome.next`.as('next'), sql<Date | null>`lower(next.during)`.as('bookedFor')])
        .execute()
