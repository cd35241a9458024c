import { laidOver } from '@dripline/clinical'
import { type Ctx, groundOf } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { forget, keptFor } from '../../platform/kept.ts'
import { asTaken } from './calendars.ts'
import { type FormHold, formHolds } from './form-hold-store.ts'
import type { KeptTimes } from './kept-shape.ts'
import { movesTimes } from './moves-times.ts'

const NAME = 'times held by forms'
const HELD: readonly string[] = ['hold-for-form', 'leave-form']

const heldOf = (ctx: Ctx): Promise<readonly FormHold[]> => {
  const ground = groundOf(ctx)
  return keptFor(ground, ctx.clinicId, NAME, {
    make: () => inTransaction(ground.database, ctx.clinicId, (tx) => formHolds(tx, ctx.now()), 'public'),
    heeds: (verb) => HELD.includes(verb) || movesTimes(verb),
  })
}

/** Has what forms hold read anew by whoever looks next. */
export function forgetForms(ctx: Ctx): Promise<void> {
  return forget(groundOf(ctx).database, ctx.clinicId, NAME)
}

const isOn =
  (now: Date) =>
  ({ heldUntil }: FormHold) =>
    heldUntil > now

/** What a form holds now, and for how many seconds more; null when it holds nothing. */
export async function heldByForm(ctx: Ctx, formHash: string): Promise<{ start: string; seconds: number } | null> {
  const own = (await heldOf(ctx)).filter(isOn(ctx.now())).find((each) => each.formHash === formHash)
  return own ? { start: own.start.toISOString(), seconds: secondsTo(ctx, own.heldUntil) } : null
}

/** Whole seconds from now to an instant, never below zero. */
export function secondsTo(ctx: Ctx, until: Date): number {
  return Math.max(0, Math.round((until.getTime() - ctx.now().getTime()) / 1000))
}

/**
 * What may be chosen now: the kept times as they are, with what visitors' forms hold laid over a copy of them; a form's own hold is not in its
 * way. The copy is kept for as long as the same is held.
 */
export async function timesNow(ctx: Ctx, kept: KeptTimes, exceptForm?: string): Promise<KeptTimes> {
  const of = await heldOf(ctx)
  const on = of.filter(isOn(ctx.now()))
  const others = on.filter(({ formHash }) => formHash !== exceptForm)
  if (others.length === 0) return kept
  const isShared = others.length === on.length
  if (isShared && kept.over.of === of && kept.over.untilMs > ctx.now().getTime() && kept.over.times) return kept.over.times
  const taken = others.map((each) => ({ holderId: each.clinicianId, taken: asTaken(each) }))
  const tables = new Map([...kept.tables].map(([state, table]) => [state, laidOver(table, taken)]))
  const times: KeptTimes = { ...kept, tables, texts: new Map(), near: new Map() }
  if (isShared) Object.assign(kept.over, { of, times, untilMs: Math.min(...on.map(({ heldUntil }) => heldUntil.getTime())) })
  return times
}
