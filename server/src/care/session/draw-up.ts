import { type CheckReading, type EventBody, exact, Problem, plain, type SecondCheck } from '@dripline/clinical'
import { withdraw } from '../../ledgers/substances/withdraw.ts'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import type { Order } from '../planning/plan.ts'
import { answerOf, appendEvent, holdSession } from './append-event.ts'
import { checkOf } from './give-reading.ts'
import { refuseAtGate } from './refuse-at-gate.ts'

/**
 * Takes the dose out of the safe once two people have read the same and it is what the order says: one line of the drug book in
 * the name of who drew it, witnessed by who read after them. Whether both may, and whether nothing stands in the way, is read now.
 */
export function drawUp(ctx: Ctx, { sessionId }: { sessionId: string }) {
  return inOneStep(ctx, 'draw-up', async (tx) => {
    const held = await holdSession(tx, sessionId)
    const { session, order } = held
    if (session.folded.state !== 'cleared') throw new Problem('wrong-state', { sessionId })
    const [first, second] = agreed(await checkOf(ctx, tx, session, order), sessionId)
    for (const { by } of [first, second]) await demandRight(ctx, tx, 'draw-up', by)
    const pass = await refuseAtGate(ctx, tx, held, 'draw-up')

    const who = { enteredBy: first.by, witnessId: second.by, proofId: second.proofId }
    await withdrawAll(ctx, tx, { vials: first.vials, order, sessionId, personId: session.personId, ...who })
    const { infusateMg, syringeMl, finalMl } = order
    const drawnUp = {
      kind: 'drawn-up',
      vials: first.vials,
      infusateMg: plain(exact(infusateMg)),
      syringeMl: plain(exact(syringeMl)),
      finalMl: plain(exact(finalMl)),
      witness: second.by,
      checked: {
        by: [first.by, second.by],
        readings: [first.id, second.id],
        rateMlPerHour: plain(exact(order.rateMlPerHour)),
      },
    } satisfies EventBody
    const drawn = await appendEvent(ctx, tx, session, drawnUp, { by: first.by, pass })
    return { ...answerOf(session, drawn), drawnBy: first.by, witnessId: second.by }
  })
}

// Says what does not agree and never what would: the right value stays unseen until both read it.
const agreed = ({ kind, readings: [first, second], off }: SecondCheck, sessionId: string) => {
  if (kind === 'differ')
    throw new Problem(
      'check-differs',
      { sessionId },
      off.map((field) => ({ field, code: 'same-from-both-people-and-what' })),
    )
  if (kind !== 'agree' || !first || !second) throw new Problem('draw-up-not-witnessed', { sessionId })
  return [first, second] as const
}

type Withdrawal = {
  vials: CheckReading['vials']
  order: Order
  sessionId: string
  personId: string
  enteredBy: string
  witnessId: string
  proofId: string | null
}

// The last vial takes what remains of the mg, so that rounding of single volumes never changes the sum.
const withdrawAll = async (ctx: Ctx, tx: Tx, { vials, order, ...who }: Withdrawal) => {
  let left = exact(order.infusateMg)
  for (const [i, { vialId, ml }] of vials.entries()) {
    const mg = i === vials.length - 1 ? left : exact(ml).times(order.vialMgPerMl)
    left = left.minus(mg)
    const drawn = { ...who, vialId, ml, mg: plain(mg), at: ctx.now(), drugId: order.drugId }
    const { mgPerMl } = await withdraw(ctx, tx, drawn)
    if (!exact(mgPerMl).eq(order.vialMgPerMl))
      throw new Problem('check-differs', { vialId }, [
        {
          field: `vials.${i}`,
          code: 'vial-of-mg-ml',
          params: { vialMgPerMl: plain(exact(order.vialMgPerMl)) },
          value: plain(exact(mgPerMl)),
        },
      ])
  }
}
