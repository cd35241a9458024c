import { administrationOf, book } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'
import { sessionsWhere } from '../session/store.ts'

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
  /** The administration of its order; null where nothing is ordered. */
  by: string | null
  orderId: string | null
}

export type PersonVisit = Omit<Booked, 'id'> & {
  appointmentId: string
  /** The visit's own state and when its pump ran; null when it was never opened. */
  session: { sessionId: string; state: string; startedAt: string | null; stoppedAt: string | null; givenMg: string | null } | null
}

/** Everything a person was booked for, the latest first: calls, evaluations, visits, each with its log. */
export const visitsOfPerson = async (tx: Tx, personId: string) => {
  const [{ rows: booked }, sessions] = await Promise.all([
    sql<Booked>`select a.id, a.kind, a.state, lower(a.during) as at,
      extract(epoch from upper(a.during) - lower(a.during))::int / 60 as minutes, account.name as clinician, chair.name as chair,
      o.number, plan.sessions as of, o.dose_mg as dose_mg, o.administration as by, o.id as "orderId"
    from appointment as a
    left join account on account.clinic_id = a.clinic_id and account.id = a.clinician_id
    left join chair on chair.clinic_id = a.clinic_id and chair.id = a.chair_id
    left join infusion_order as o on o.clinic_id = a.clinic_id and o.appointment_id = a.id
      and not exists (select from infusion_order as next where next.clinic_id = o.clinic_id and next.replaces_id = o.id)
    left join plan on plan.clinic_id = o.clinic_id and plan.id = o.plan_id
    where a.clinic_id = ${tx.clinicId} and a.person_id = ${personId} order by lower(a.during) desc, a.id`.execute(tx.db),
    sessionsWhere(
      tx,
      sql`s.appointment_id = any(array(select a.id from appointment as a where a.clinic_id = ${tx.clinicId} and a.person_id = ${personId}))`,
      ({ row }) => row.personId === personId,
    ),
  ])
  return { booked, sessions: new Map(sessions.map((session) => [session.appointmentId, session])) }
}

/** The same with what was given up to now. */
export const visitsAt = ({ booked, sessions }: Awaited<ReturnType<typeof visitsOfPerson>>, now: Date): PersonVisit[] =>
  booked.map(({ id, ...rest }) => {
    const session = sessions.get(id)
    if (!session) return { ...rest, appointmentId: id, session: null }
    const { state, startedAt, stoppedAt, gives } = session.folded
    const hasBook = administrationOf(gives.by)?.isInBook === true
    return {
      ...rest,
      appointmentId: id,
      session: {
        sessionId: session.id,
        state,
        startedAt: startedAt ?? null,
        stoppedAt: stoppedAt ?? null,
        givenMg: startedAt && hasBook ? book(session.folded, stoppedAt ?? now.toISOString()).givenMg : null,
      },
    }
  })
