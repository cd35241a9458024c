import { Exact, exact, type Fault, Problem, plain } from '@dripline/clinical'
import { withdraw } from '../../ledgers/substances/withdraw.ts'
import { spendProof } from '../../platform/auth/proof.ts'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import type { Order } from '../planning/plan.ts'
import { answerOf, appendEvent, holdSession } from './append-event.ts'
import { refuseAtGate } from './refuse-at-gate.ts'
import type { DrawUpSent } from './session.ts'

/** What the second person puts their name to; the screen shows the same facts and sends them with the proof. */
export const drawUpFacts = (sessionId: string, { drugId, infusateMg, drawUpMl, vialMgPerMl, finalMl }: Order) => ({
  sessionId,
  drugId,
  mg: plain(exact(infusateMg)),
  ml: plain(exact(drawUpMl)),
  vialMgPerMl: plain(exact(vialMgPerMl)),
  infusateMgPerMl: plain(exact(infusateMg).div(finalMl), 4),
})

/** Takes the dose out of the safe before a second person: vial, syringe and pump agree with the order, read by each alone. */
export const drawUp = (ctx: Ctx, { sessionId, vials, mine, second, proof }: DrawUpSent & { sessionId: string }) =>
  inOneStep(ctx, 'draw-up', async (tx) => {
    await demandRight(ctx, tx, 'draw-up')
    const held = await holdSession(tx, sessionId)
    const { session, order } = held
    if (session.folded.state !== 'cleared') throw new Problem('wrong-state', { sessionId })
    const pass = await refuseAtGate(ctx, tx, held, 'draw-up')
    refuseDisagreement(order, vials, { mine, second })
    const witness = await spendProof(ctx, tx, proof, 'draw-up', drawUpFacts(sessionId, order))

    await withdrawAll(ctx, tx, { vials, order, sessionId, personId: session.personId, ...witness })
    const { infusateMg: mg, drawUpMl: ml, finalMl } = order
    const amounts = { mg: plain(exact(mg)), ml: plain(exact(ml)), finalMl: plain(exact(finalMl)) }
    const drawnUp = { kind: 'drawn-up', vials, ...amounts, witness: witness.staffId } as const
    const drawn = await appendEvent(ctx, tx, session, drawnUp, { pass })
    const first = await appendEvent(ctx, tx, session, { kind: 'second-check', ...mine }, { by: staffOf(ctx).id })
    const other = await appendEvent(ctx, tx, session, { kind: 'second-check', ...second }, { by: witness.staffId })
    return { ...answerOf(session, drawn, first, other), witnessId: witness.staffId }
  })

type Read = { syringeMl: string; rateMlPerHour: string }

const refuseDisagreement = (order: Order, vials: DrawUpSent['vials'], hands: Record<'mine' | 'second', Read>): void => {
  const faults: Fault[] = []
  const expect = (field: string, value: string, expected: string, unit: string) => {
    if (!exact(value, field).eq(expected))
      faults.push({ field, expected: `${plain(exact(expected))} ${unit}, as ordered`, value })
  }
  for (const [who, { syringeMl, rateMlPerHour }] of Object.entries(hands)) {
    expect(`${who}.syringeMl`, syringeMl, order.drawUpMl, 'mL')
    expect(`${who}.rateMlPerHour`, rateMlPerHour, order.rateMlPerHour, 'mL/h')
  }
  expect('vials', plain(vials.reduce((sum, { ml }) => sum.plus(ml), new Exact(0))), order.drawUpMl, 'mL in all')
  if (faults.length > 0) throw new Problem('check-differs', {}, faults)
}

type Withdrawal = {
  vials: DrawUpSent['vials']
  order: Order
  sessionId: string
  personId: string
  staffId: string
  proofId: string
}

// The last vial takes what remains of the mg, so that rounding of single volumes never changes the sum.
const withdrawAll = async (ctx: Ctx, tx: Tx, { vials, order, sessionId, personId, staffId, proofId }: Withdrawal) => {
  let left = exact(order.infusateMg)
  for (const [i, { vialId, ml }] of vials.entries()) {
    const mg = i === vials.length - 1 ? left : exact(ml).times(order.vialMgPerMl)
    left = left.minus(mg)
    const drawn = {
      vialId,
      ml,
      mg: plain(mg),
      personId,
      sessionId,
      witnessId: staffId,
      proofId,
      at: ctx.now(),
      drugId: order.drugId,
    }
    const { mgPerMl } = await withdraw(ctx, tx, drawn)
    if (!exact(mgPerMl).eq(order.vialMgPerMl))
      throw new Problem('check-differs', { vialId }, [
        { field: `vials.${i}`, expected: `a vial of ${plain(exact(order.vialMgPerMl))} mg/mL`, value: plain(exact(mgPerMl)) },
      ])
  }
}
