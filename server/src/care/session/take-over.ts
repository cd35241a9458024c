import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { answerOf, appendEvent, holdVisit } from './append-event.ts'
import type { Session } from './session.ts'
import { isOneCall, writeEntry } from './write-entry.ts'

/** Whoever is signed in is responsible for this chair from now on. Said again, it changes nothing. */
export function takeOver(ctx: Ctx, { sessionId }: { sessionId: string }) {
  const said = { kind: 'taken-over' } as const
  const isMine = ({ folded }: Session) => folded.responsible?.by === staffOf(ctx).id
  const inStep = () =>
    inOneStep(ctx, 'take-over', async (tx) => {
      const session = await holdVisit(tx, sessionId)
      return isMine(session) ? answerOf(session) : answerOf(session, await appendEvent(ctx, tx, session, said))
    })
  if (!isOneCall(ctx)) return inStep()
  return writeEntry(ctx, 'take-over', sessionId, { judge: (session) => (isMine(session) ? null : { said }), inStep })
}
