import type { EventBody } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { entryIdOf } from '../../platform/entry-id.ts'
import { idAfter } from '../../platform/id.ts'
import { answerOf, appendEvent } from './append-event.ts'
import { holdPump, isPumpOpen } from './hold-pump.ts'
import type { Session } from './session.ts'
import { isOneCall, writeEntry } from './write-entry.ts'

type OnPump = { sessionId: string; at?: string | undefined }

type Way = {
  /** How many entries it writes; one, unless said. */
  readonly entries?: number
  /** Says of the visit as it stands whether the log alone can judge the act. */
  readonly mayCall?: (session: Session) => boolean
  readonly inStep?: () => ReturnType<typeof writeEntry>
}

/** Writes what was done at the pump: by one call while nothing of it is in the book, in a step where the book must be asked first. */
export function onPump(
  ctx: Ctx,
  verb: string,
  { sessionId, at }: OnPump,
  say: () => readonly [EventBody, ...EventBody[]],
  { entries = 1, mayCall = () => true, inStep = () => heldInStep(ctx, verb, { sessionId, at }, say) }: Way = {},
) {
  if (!isOneCall(ctx)) return inStep()
  const judge = (session: Session) => {
    if (!isPumpOpen(session) || !mayCall(session)) return null
    const [said, ...then] = say()
    return { said, then, stamp: { at } }
  }
  return writeEntry(ctx, verb, sessionId, { judge, entries, inStep })
}

const heldInStep = (ctx: Ctx, verb: string, { sessionId, at }: OnPump, say: () => readonly EventBody[]) =>
  inOneStep(ctx, verb, async (tx) => {
    const { session } = await holdPump(tx, sessionId)
    const own = entryIdOf(ctx)
    const events = []
    for (const [i, each] of say().entries())
      events.push(await appendEvent(ctx, tx, session, each, { at, own: own && { ...own, id: idAfter(own.id, i) } }))
    return answerOf(session, ...events)
  })
