import { book } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'
import { sessionsAt } from '../session/store.ts'

type Booked = {
  id: string
  kind: string
  state: string
  at: Date
  minutes: number
  clinician: string | null
  chair: string | null
  number: number | null
  of: number | null
  doseMg: string | null
}

export type PersonVisit = Omit<Booked, 'id'> & {
  appointmentId: string
  /** The visit's own state and when its pump ran; null when it was never opened. */
  session: { sessionId: string; state: string; startedAt: string | null; stoppedAt: string | null; givenMg: string | null } | null
}

/** Everything a person was booked for, the latest first: calls, evaluations, visits, with what was given. */
export const visitsOfPerson = async (tx: Tx, personId: string, now: Date): Promise<PersonVisit[]> => {
  const { rows } = await sql<Booked>`select a.id, a.kind, a.state, lower(a.during) as at,
      extract(epoch from upper(a.during) - lower(a.during))::int / 60 as minutes, account.name as clinician, chair.name as chair,
      o.number, plan.sessions as of, o.dose_mg as dose_mg
    from appointment as a
    left join account on account.clinic_id = a.clinic_id and account.id = a.clinician_id
    left join chair on chair.clinic_id = a.clinic_id and chair.id = a.chair_id
    left join infusion_order as o on o.clinic_id = a.clinic_id and o.appointment_id = a.id
      and not exists (select from infusion_order as next where next.clinic_id = o.clinic_id and next.replaces_id = o.id)
    left join plan on plan.clinic_id = o.clinic_id and plan.id = o.plan_id
    where a.clinic_id = ${tx.clinicId} and a.person_id = ${personId} order by lower(a.during) desc, a.id`.execute(tx.db)
  const sessions = new Map(
    (
      await sessionsAt(
        tx,
        rows.map(({ id }) => id),
      )
    ).map((session) => [session.appointmentId, session]),
  )
  return rows.map(({ id, ...booked }) => {
    const session = sessions.get(id)
    if (!session) return { ...booked, appointmentId: id, session: null }
    const { state, startedAt, stoppedAt } = session.folded
    return {
      ...booked,
      appointmentId: id,
      session: {
        sessionId: session.id,
        state,
        startedAt: startedAt ?? null,
        stoppedAt: stoppedAt ?? null,
        givenMg: startedAt ? book(session.folded, stoppedAt ?? now.toISOString()).givenMg : null,
      },
    }
  })
}
