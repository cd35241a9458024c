import { json, type Tx } from '../../platform/database.ts'

/** The call of an appointment, or undefined when nobody has rung yet. */
export const callOfAppointment = (tx: Tx, appointmentId: string) =>
  tx.db
    .selectFrom('call')
    .where('clinicId', '=', tx.clinicId)
    .where('appointmentId', '=', appointmentId)
    .select(['id', 'appointmentId', 'personId', 'startedBy', 'startedAt'])
    .executeTakeFirst()

/** Opens the call of an appointment once; null when somebody has opened it already. */
export const insertCall = async (
  tx: Tx,
  call: { id: string; appointmentId: string; personId: string; startedBy: string; startedAt: Date },
) => {
  const opened = await tx.db
    .insertInto('call')
    .values({ clinicId: tx.clinicId, ...call })
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
    .select(['callEntry.id', 'question', 'answer', 'enteredAt', 'account.name as enteredBy'])
    .execute()

/** Everything ever written down on the calls of one person, who may have been several before they were merged, in order. */
export const entriesOfPersons = (tx: Tx, personIds: readonly string[]) =>
  tx.db
    .selectFrom('callEntry')
    .innerJoin('call', (join) => join.onRef('call.clinicId', '=', 'callEntry.clinicId').onRef('call.id', '=', 'callEntry.callId'))
    .where('callEntry.clinicId', '=', tx.clinicId)
    .where('call.personId', 'in', [...personIds])
    .orderBy('enteredAt')
    .orderBy('callEntry.id')
    .select(['question', 'answer', 'enteredAt'])
    .execute()

export const outcomeOf = (tx: Tx, callId: string) =>
  tx.db
    .selectFrom('callOutcome')
    .where('clinicId', '=', tx.clinicId)
    .where('callId', '=', callId)
    .select(['id', 'outcome', 'nextStep', 'decidedAt'])
    .executeTakeFirst()

/** Ends a call once; null when it has an outcome already. */
export const insertOutcome = async (
  tx: Tx,
  outcome: { id: string; callId: string; outcome: string; nextStep: string; decidedBy: string; decidedAt: Date },
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
        .where('call.appointmentId', 'in', [...appointmentIds])
        .select(['appointmentId', 'startedAt', 'outcome', 'nextStep'])
        .execute()
