import { countFree, dateOf, Problem, type Room, wholeDay, whoStartsAt } from '@dripline/clinical'
import { sql } from 'kysely'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { type FormMark, hashOfForm } from '../../platform/form-mark.ts'
import { policiesOf } from '../../platform/policies.ts'
import { later } from './appointment.ts'
import { releaseForm } from './form-hold-store.ts'
import { forgetForms, secondsTo, timesNow } from './held-by-forms.ts'
import type { KeptTimes } from './kept-shape.ts'
import { byLoad, forgetTimes, freshNear, keptTimes, tableOf } from './kept-times.ts'
import { refuseUnfree } from './refuse-unfree.ts'

/** All forms together hold at most one in so many of a day's open times. */
const ONE_IN = 3

export type HoldForForm = { form: FormMark; state: string; start: string }
/** `over`: this form has had its minutes. `enough`: forms hold as much of that day as they may. */
export type HeldForForm = { start: string; held: 'held' | 'over' | 'enough'; seconds: number }

/**
 * Holds a time for a form that somebody has begun to fill: one time a form, five minutes in all, whatever times it moves to. Refuses with
 * `slot-taken` and the free times next to it.
 */
export async function holdForForm(ctx: Ctx, { form, state, start }: HoldForForm): Promise<HeldForForm> {
  const formHash = hashOfForm(form)
  for (let tries = 0; ; tries += 1) {
    const kept = await keptTimes(ctx)
    const now = await timesNow(ctx, kept, formHash)
    refuseUnfree(ctx, now, { state, start })
    const mostHeld = mayBeHeld(ctx, kept, start)
    if (mostHeld === 0) return { start, held: 'enough', seconds: 0 }
    const done = await inOneStep(ctx, 'hold-for-form', (tx) => hold(ctx, tx, { kept, now, formHash, state, start, mostHeld }))
    if (done !== 'stale' && done !== 'taken') return done
    await Promise.all([forgetForms(ctx), ...(done === 'stale' ? [forgetTimes(ctx)] : [])])
    if (done === 'taken' || tries > 0) {
      const times = await timesNow(ctx, await keptTimes(ctx), formHash)
      throw new Problem('slot-taken', {}, [], freshNear(ctx, times, state, start))
    }
  }
}

const mayBeHeld = (ctx: Ctx, { zone, tables }: KeptTimes, start: string): number =>
  Math.floor(countFree([...tables.values()], wholeDay(zone, dateOf(start, zone)), ctx.now().toISOString()) / ONE_IN)

type Wanted = { kept: KeptTimes; now: KeptTimes; formHash: string; state: string; start: string; mostHeld: number }
type Row = { why: 'stale' | 'taken' | 'over' | 'enough' | null; until: Date | null }

const hold = async (
  ctx: Ctx,
  tx: Tx,
  { kept, now, formHash, state, start, mostHeld }: Wanted,
): Promise<HeldForForm | 'stale' | 'taken'> => {
  const at = ctx.now()
  const { free } = whoStartsAt(tableOf(now, state), start, at.toISOString())
  const wanted = JSON.stringify({
    state,
    start,
    end: later(new Date(start), kept.minutes),
    at,
    until: later(at, (await policiesOf(tx, at)).booking.callHoldMinutes),
    room: roomSaid(kept.room),
    most_held: mostHeld,
  })
  const { rows } = await sql<Row>`select why, until from hold_for_form(
    ${tx.clinicId}, ${formHash}, ${kept.facts}, ${byLoad(kept, free)}::uuid[], ${wanted}::jsonb)`.execute(tx.db)
  const [row] = rows
  if (row?.why === 'stale' || row?.why === 'taken') return row.why
  if (row?.why) return { start, held: row.why, seconds: 0 }
  return { start, held: 'held', seconds: secondsTo(ctx, row?.until ?? at) }
}

/** What a call wants around it, as the database's own functions take it. */
export const roomSaid = ({ beforeMinutes, afterMinutes, mostPerDay }: Room) => ({
  before: beforeMinutes,
  after: afterMinutes,
  most: mostPerDay,
})

/** Lets go of what a form holds: whoever filled it has left, or its minutes are over. */
export function leaveForm(ctx: Ctx, { form }: { form: FormMark }) {
  return inOneStep(ctx, 'leave-form', async (tx) => {
    await releaseForm(tx, hashOfForm(form), ctx.now())
    return {}
  })
}
