import { Exact, plain, wholeDay } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import type { Ctx, Tx } from '../../platform/context.ts'
import { countEntries, lastCount, openCount, openDiscrepancies } from './count-store.ts'
import { balanceBefore, linesBetween, openSessions, vialsInSafe, zoneOf } from './store.ts'
import { isSafeKind } from './substance-line.ts'

/** The drug book of one clinic day (YYYY-MM-DD; today when left out): what was carried over, every line, and the safe as it is now. */
export const bookOfDay = async (ctx: Ctx, tx: Tx, date?: string) => {
  const zone = await zoneOf(tx)
  const today = Temporal.Instant.fromEpochMilliseconds(ctx.now().getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
  const day = date ?? today
  const { start, end } = wholeDay(zone, day)
  const carried = await balanceBefore(tx, new Date(start))
  const lines = await linesBetween(tx, new Date(start), new Date(end))
  const vials = await vialsInSafe(tx)
  return {
    day,
    today,
    carriedMl: carried,
    lines: withBalance(carried, lines),
    vials,
    balanceMl: plain(vials.reduce((sum, { ml }) => sum.plus(ml), new Exact(0))),
    openInSessions: await openSessions(tx),
    lastCount: await lastCountOf(tx),
    discrepancies: await openDiscrepancies(tx),
  }
}

type DayLine = Awaited<ReturnType<typeof linesBetween>>[number]

const withBalance = (carried: string, lines: readonly DayLine[]) => {
  let balance = new Exact(carried)
  return lines.map((line) => {
    const counts = isSafeKind(line.kind) && line.correctedAt === null
    if (counts) balance = balance.plus(line.ml)
    return { ...line, balanceMl: counts ? plain(balance) : null }
  })
}

const lastCountOf = async (tx: Tx) => {
  const count = await lastCount(tx)
  if (!count) return null
  const by = (await countEntries(tx, count.id)).map(({ name }) => name)
  return { at: count.closedAt, isAgreed: count.agreed === true, by }
}

/** The count under way as one person may see it: who has entered, what is to be counted, and their own numbers alone. */
export const countFor = async (tx: Tx, staffId: string) => {
  const count = await openCount(tx)
  if (!count) return null
  const entries = await countEntries(tx, count.id)
  const own = entries.find(({ countedBy }) => countedBy === staffId)
  return {
    id: count.id,
    openedAt: count.openedAt,
    entered: entries.map(({ countedBy, name }) => ({ staffId: countedBy, name })),
    opened: (await vialsInSafe(tx)).filter(({ isSealed }) => !isSealed).map(({ id, number }) => ({ vialId: id, number })),
    own: own ? { sealed: own.sealed, opened: own.opened } : null,
  }
}
