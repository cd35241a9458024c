import { administrationOf, asked, type Fault, faultSaid, Problem, type Said, shapeOf } from '@dripline/clinical'
import { z } from 'zod'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { answerOf, appendEvent, holdAny } from './append-event.ts'
import { refuseAtGate } from './refuse-at-gate.ts'
import { happened, type Session } from './session.ts'

const name = asked('name-of-act-like-draw-up')
/** An act of an administration that has no verb of its own: its name and what is said, held against the fields of its definition. */
export const actSent = z.strictObject({
  ...happened,
  act: z.string(name).min(1, name).max(80, name),
  said: z.record(z.string().max(40), z.unknown()).default({}),
})

type Act = z.infer<typeof actSent> & { sessionId: string }

/** Does the next act of a visit whose acts are its administration's own: its gates and its right are read on the latest facts. */
export function doAct(ctx: Ctx, { sessionId, act, said: sent, at }: Act) {
  return inOneStep(ctx, 'do-act', async (tx) => {
    const held = await holdAny(tx, sessionId)
    const { session } = held
    const { title, said } = saidIn(session, act, sent)
    const pass = await refuseAtGate(ctx, tx, held, act, { at })
    return answerOf(session, await appendEvent(ctx, tx, session, { kind: 'act', act, title, said }, { at, pass }))
  })
}

/** What was said of an act of this visit; Problem `wrong-state` where the visit knows no such act, `not-valid` with every fault. */
export const saidIn = (
  { id, folded }: Session,
  act: string,
  sent: unknown,
): { title: string; said: Record<string, Said[string]> } => {
  const own = administrationOf(folded.gives.by)?.acts[act]
  if (!own) throw new Problem('wrong-state', { sessionId: id })
  const { data, error } = shapeOf(own.fields).safeParse(sent)
  if (data) return { title: own.title, said: { ...data } }
  throw new Problem(
    'not-valid',
    {},
    error.issues.map(({ path, message }): Fault => ({ ...faultSaid(message), field: ['said', ...path].join('.') })),
  )
}
