import { type EventBody, Problem, type SessionEvent } from '@dripline/clinical'
import { type Ctx, groundOf, inOneCall, staffOf } from '../../platform/context.ts'
import { entryIdOf } from '../../platform/entry-id.ts'
import { asPrepared } from '../../platform/lease.ts'
import type { WhyNot } from '../../platform/standing.ts'
import { eventFrom, type StoredRow } from '../planning/visit-log.ts'
import { judged, roundOf, type Stamp } from './append-event.ts'
import { goOn, inTurn, type Known, keepKnown, recall, sessionFrom } from './kept-visits.ts'
import type { Session, SessionRow } from './session.ts'
import { columnsOf } from './store.ts'

/** Where an entry comes from: which of its entries a device says this is, and by which form. */
export type EntryFrom = { device?: { id: string; seq: number } | undefined; form?: string | undefined }

type StoredSession = Record<'id' | 'person_id' | 'plan_id' | 'order_id' | 'appointment_id' | 'chair_id', string>
type Answered = {
  outcome: 'done' | 'again' | 'stale' | 'key-reused' | 'not-found' | WhyNot
  whose: StoredSession | null
  since: StoredRow[] | null
}

const CALL = asPrepared('write-entry', 'select * from write_entry($1, $2, $3, $4, $5, $6, $7, $8)')
/** So often other servers may write first before this one says that it is busy. */
const TRIES = 50

const rowFrom = ({ id, person_id, plan_id, order_id, appointment_id, chair_id }: StoredSession): SessionRow => ({
  id,
  personId: person_id,
  planId: plan_id,
  orderId: order_id,
  appointmentId: appointment_id,
  chairId: chair_id,
})

const learned = (known: Known | undefined, { whose, since }: Answered): Known => {
  const row = known?.row ?? (whose && rowFrom(whose))
  if (!row) throw new TypeError('The database told of no visit.')
  return goOn(known, row, (since ?? []).map(eventFrom))
}

type Judge = (session: Session) => { said: EventBody; stamp?: Stamp }

/**
 * Writes one entry that has no gates into a visit's log by one call of the database, two where somebody else has written since: judged on
 * the visit as this server keeps it, written only where the log's counter still stands there.
 */
export const writeEntry = (ctx: Ctx, verb: string, sessionId: string, judge: Judge, { device, form }: EntryFrom = {}) =>
  inOneCall(ctx, verb, ({ lineOf, call }) => {
    const { database } = groundOf(ctx)
    const { clinicId } = ctx
    const { id: by, signInId, roles } = staffOf(ctx)
    const own = entryIdOf(ctx) ?? { id: ctx.newId(), sentHash: null }
    const from = { sentHash: own.sentHash, deviceId: device?.id ?? null, deviceSeq: device?.seq ?? null, form: form ?? null }
    const ask = async (expected: number, entry: object, answer: object) => {
      const { pre, post } = lineOf(answer)
      const row = await call<Answered>(CALL, [
        clinicId,
        sessionId,
        expected,
        signInId,
        [...roles],
        JSON.stringify(entry),
        pre,
        post,
      ])
      if (row.outcome === 'not-found') throw new Problem('not-found', { sessionId })
      if (row.outcome !== 'done' && row.outcome !== 'again' && row.outcome !== 'stale') throw new Problem(row.outcome)
      return row
    }
    const look = () => ask(-1, { id: own.id, enteredBy: by, ...from }, {})
    const first = (personId: string) => ({ sessionId, personId, eventIds: [own.id] })

    const judgedOn = (known: Known): SessionEvent | Problem => {
      try {
        const session = sessionFrom(known)
        const { said, stamp } = judge(session)
        return judged(ctx, session, said, { ...stamp, own })
      } catch (error) {
        if (error instanceof Problem) return error
        throw error
      }
    }
    /** The visit after one try; the answer, once there is one. */
    const attempt = async (known: Known): Promise<{ known: Known; answer?: ReturnType<typeof first> }> => {
      const event = judgedOn(known)
      if (event instanceof Problem) {
        // Refused on the latest facts only, and not if it stands already: whatever has become of the visit, it is answered as then.
        const row = await look()
        if (row.outcome === 'again') return { known, answer: first(known.row.personId) }
        const latest = learned(undefined, row)
        if (latest.seq <= known.seq) throw event
        return { known: latest }
      }
      const answer = first(known.row.personId)
      const row = await ask(known.seq, { ...columnsOf(event, roundOf(known.kept, event)), ...from }, answer)
      if (row.outcome === 'stale') return { known: learned(known, row) }
      return { known: row.outcome === 'done' ? goOn(known, known.row, [event]) : known, answer }
    }
    const write = async () => {
      let known = recall(database, clinicId, sessionId)
      if (!known) {
        const row = await look()
        if (row.outcome === 'again') return first(row.whose?.person_id ?? '')
        known = learned(undefined, row)
      }
      for (let i = 0; i < TRIES; i++) {
        const tried = await attempt(known)
        known = tried.known
        keepKnown(database, clinicId, known)
        if (tried.answer) return tried.answer
      }
      throw new Problem('not-saved')
    }
    return inTurn(database, clinicId, sessionId, write)
  })
