import { administrationOf, asked, type Fault, faultSaid, may, Problem, type Said, shapeOf } from '@dripline/clinical'
import { z } from 'zod'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { refuseUnscreened } from '../planning/refuse-unscreened.ts'
import { answerOf, appendEvent, holdAny } from './append-event.ts'
import { bookAct } from './drugs/book-act.ts'
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

/**
 * Does the next act of a visit whose acts are its administration's own: its gates and its right are read on the latest facts. What it
 * gives of a controlled drug is in the drug book with it, or nothing is.
 */
export function doAct(ctx: Ctx, { sessionId, act, said: sent, at }: Act) {
  return inOneStep(ctx, 'do-act', async (tx) => {
    const held = await holdAny(tx, sessionId)
    const { session } = held
    const { title, said, begins } = saidIn(session, act, sent)
    const code = at === undefined ? may(session.folded, { kind: 'act', act }) : null
    if (code) throw new Problem(code, { sessionId })
    const pass = await refuseAtGate(ctx, tx, held, act, { at })
    if (begins) await refuseUnscreened(ctx, tx, session.personId, session.folded.gives.by)
    const given = await bookAct(ctx, tx, held, { act, said, at: new Date(at ?? ctx.now()) })
    const entry = { kind: 'act', act, title, said, ...(given && { booked: given.booked }) } as const
    return answerOf(session, await appendEvent(ctx, tx, session, entry, { at, pass, ...(given && { by: given.by }) }))
  })
}

/** What was said of an act of this visit; Problem `wrong-state` where the visit knows no such act, `not-valid` with every fault. */
export const saidIn = (
  { id, folded }: Session,
  act: string,
  sent: unknown,
): { title: string; said: Record<string, Said[string]>; begins: boolean } => {
  const own = administrationOf(folded.gives.by)?.acts[act]
  if (!own) throw new Problem('wrong-state', { sessionId: id })
  const { data, error } = shapeOf(own.fields).safeParse(sent)
  if (data) return { title: own.title, said: { ...data }, begins: own.begins === true }
  throw new Problem(
    'not-valid',
    {},
    error.issues.map(({ path, message }): Fault => ({ ...faultSaid(message), field: ['said', ...path].join('.') })),
  )
}
