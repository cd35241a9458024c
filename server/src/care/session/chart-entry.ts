import { dosesInBook, type EventBody, type EventKind, isPossible, Problem, type SessionEvent } from '@dripline/clinical'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { entryIdOf, isSameEntry } from '../../platform/entry-id.ts'
import { answerOf, appendEvent, holdAny, holdVisit } from './append-event.ts'
import { saidIn } from './do-act.ts'
import { dropTasksOf } from './drugs/drop-tasks.ts'
import { refuseAfterBooked } from './hold-pump.ts'
import { nowIn } from './now-in.ts'
import type { Session } from './session.ts'
import { entryKnown } from './store.ts'
import { asLikely } from './unlikely-signs.ts'
import { type EntryFrom, isOneCall, writeEntry } from './write-entry.ts'

/** Writes one thing seen, measured or given into the log, with its own time beside the time of entry. */
export function chartEntry(ctx: Ctx, { sessionId, entry, at, confirmed = [], device, form }: Charted) {
  const verb = `chart-${entry.kind}`
  const judge = (session: Session) => {
    refuseFutureOnset(entry, nowIn(ctx, session))
    return { said: asLikely(entry, confirmed), stamp: { at } }
  }
  if (isOneCall(ctx)) return writeEntry(ctx, verb, sessionId, { judge, from: { device, form } })
  return inOneStep(ctx, verb, async (tx) => {
    const session = await holdVisit(tx, sessionId)
    const { said, stamp } = judge(session)
    return answerOf(session, await appendEvent(ctx, tx, session, said, stamp))
  })
}

type Charted = {
  sessionId: string
  entry: EventBody
  at?: string | undefined
  confirmed?: readonly string[]
} & EntryFrom

type Amend = {
  sessionId: string
  eventId: string
  reason: string
  entry: EventBody | null
  at?: string | undefined
  confirmed?: readonly string[]
}

/** Entries that carry a witness or a second step are never rewritten; a mistake in them is a new entry of its own. */
const SEALED: readonly EventKind[] = [
  'booked',
  'arrived',
  'checked-in',
  'sent-back',
  'order-stands',
  'drawn-up',
  'second-check',
  'check-reading',
  'check-taken-back',
  'check-opened',
  'waste-reading',
  'dose-reading',
  'wasted',
  'prescriber-asked',
  'line-signed',
  'drug-settled',
  'discharged',
  'discharge-override',
  'left',
  'cancelled',
]
const DOSING: readonly EventKind[] = ['started', 'rate-changed', 'pump-found', 'paused', 'resumed', 'stopped', 'pump-read']

/**
 * Puts another wording beside an entry, with the reason; the old one stays readable. Null strikes it. What the pump did is
 * written as it was, above the order too: limits bind orders and acts, and the log marks what went past them.
 */
export function amendEntry(ctx: Ctx, { sessionId, eventId, reason, entry, at, confirmed = [] }: Amend) {
  return inOneStep(ctx, 'amend-entry', async (tx) => {
    const known = await amendedBefore(ctx, tx, sessionId)
    const { session, order } = await holdAny(tx, sessionId)
    if (known) return { ...answerOf(session), eventIds: [known] }
    const old = session.events.find(({ id }) => id === eventId)
    if (!old) throw new Problem('not-found', { eventId })
    refuseSealed(old)
    if (entry && entry.kind !== old.kind)
      throw new Problem('not-valid', {}, [
        { field: 'entry.kind', code: 'one-of-values', params: { values: [old.kind] }, value: entry.kind },
      ])
    if (old.kind === 'drug-given') refuseRewrittenDose(session, eventId, entry)
    if (DOSING.includes(old.kind)) await refuseAfterBooked(tx, session, order.drugId)
    if (entry) refuseFutureOnset(entry, nowIn(ctx, session))
    const stamp = { at: at ?? old.at, amends: { eventId, reason }, own: entryIdOf(ctx) }
    const event = await appendEvent(
      ctx,
      tx,
      session,
      entry ? asLikely(worded(session, old, entry), confirmed) : { kind: 'amended' },
      stamp,
    )
    await dropTasksOf(ctx, tx, session, entry ? [] : [old])
    return answerOf(session, event)
  })
}

// Two people stand behind these, or the drug book does.
const refuseSealed = (old: SessionEvent): void => {
  if (SEALED.includes(old.kind)) throw new Problem('wrong-state', { eventId: old.id })
  if (old.kind === 'act' && old.booked) throw new Problem('book-holds', { eventId: old.id })
}

/** The id of this amendment where it stands already: sent again it is answered as then, and whose it is nobody changes. */
const amendedBefore = async (ctx: Ctx, tx: Tx, sessionId: string): Promise<string | null> => {
  const own = entryIdOf(ctx)
  const known = own && (await entryKnown(tx, own.id))
  if (!known) return null
  if (known.sessionId !== sessionId || !isSameEntry(ctx, known)) throw new Problem('key-reused')
  return own.id
}

/** Another wording of an act says what the act's own fields ask for, and is of the same act. */
const worded = (session: Session, old: EventBody, entry: EventBody): EventBody => {
  if (entry.kind !== 'act' || old.kind !== 'act') return entry
  if (entry.act !== old.act)
    throw new Problem('not-valid', {}, [
      { field: 'entry.act', code: 'one-of-values', params: { values: [old.act] }, value: entry.act },
    ])
  const { title, said } = saidIn(session, old.act, entry.said)
  return { kind: 'act', act: old.act, title, said }
}

const refuseFutureOnset = (entry: EventBody, now: string) => {
  if (entry.kind === 'adverse-effect' && !isPossible({ at: entry.onset }, now))
    throw new Problem('time-not-possible', {}, [{ field: 'onset', code: 'time-that-has-passed', value: entry.onset }])
}

// Another wording would be a dose that nobody held against allergies, lines and the book: it is struck, and charted as it was given.
const refuseRewrittenDose = ({ folded }: Session, eventId: string, entry: EventBody | null) => {
  if (dosesInBook(folded).some(({ id }) => id === eventId)) throw new Problem('book-holds', { eventId })
  if (entry !== null)
    throw new Problem('not-valid', { eventId }, [{ field: 'entry', code: 'entry-struck-and-dose-charted-again' }])
}
