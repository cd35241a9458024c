import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { staffMember } from '../clinic/store.ts'
import { answerOf, appendEvent, holdVisit } from './append-event.ts'

type HandOver = { sessionId: string; to: string; report: string | null }

/** Offers the chair to a colleague with what they should know; whoever hands over stays responsible until it is taken. */
export function handOver(ctx: Ctx, { sessionId, to, report }: HandOver) {
  return inOneStep(ctx, 'hand-over', async (tx) => {
    const session = await holdVisit(tx, sessionId)
    const me = staffOf(ctx).id
    if (session.folded.responsible?.by !== me) throw new Problem('not-responsible', { sessionId })
    if (to === me || !(await staffMember(tx, to)))
      throw new Problem('not-valid', {}, [{ field: 'to', code: 'colleague-of-this-clinic', value: to }])
    return answerOf(session, await appendEvent(ctx, tx, session, { kind: 'handed-over', to, report }))
  })
}
