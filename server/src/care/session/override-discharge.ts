import { closedGates, type GateId, Problem } from '@dripline/clinical'
import { spendProof } from '../../platform/auth/proof.ts'
import { demandRight, whyNot } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { answerOf, appendEvent, holdAny } from './append-event.ts'
import { nowIn } from './now-in.ts'
import { gatesFor } from './refuse-at-gate.ts'

type Override = { sessionId: string; gates: readonly GateId[]; reason: string; proof?: string | undefined }

/** What a prescriber signs on somebody else's screen. */
export const overrideFacts = ({ sessionId, gates, reason }: Override) => ({ sessionId, gates: gates.join(' '), reason })

/** A prescriber lets gates stand unmet, with a reason: signed in, or by a proof on the nurse's screen. They stay "not met" in the record. */
export function overrideDischarge(ctx: Ctx, sent: Override) {
  return inOneStep(ctx, 'override-discharge', async (tx) => {
    const { sessionId, gates, reason } = sent
    const held = await holdAny(tx, sessionId)
    const { session } = held
    const open = closedGates((await gatesFor(tx, held, 'discharge'))(nowIn(ctx, session)))
    const met = gates.filter((gate) => !open.some(({ id, overridable }) => id === gate && overridable))
    if (met.length > 0)
      throw new Problem(
        'not-valid',
        {},
        met.map((value) => ({ field: 'gates', code: 'criteria-that-are-not-met-and', value })),
      )
    const by = await signerOf(ctx, tx, sent)
    return answerOf(
      session,
      await appendEvent(ctx, tx, session, { kind: 'discharge-override', gates: [...gates], reason }, { by }),
    )
  })
}

const signerOf = async (ctx: Ctx, tx: Tx, sent: Override): Promise<string> => {
  const { id } = staffOf(ctx)
  if (sent.proof !== undefined && (await whyNot(ctx, tx, 'override-discharge', id)))
    return (await spendProof(ctx, tx, sent.proof, 'override-discharge', overrideFacts(sent))).staffId
  await demandRight(ctx, tx, 'override-discharge')
  return id
}
