import { Exact, plain, wholeDay } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import type { Ctx, Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'
import { countEntries, lastCount, openCount, openDiscrepancies } from './count-store.ts'
import { balancesBefore, dosesWithoutVial, linesBetween, openSessions, vialsInSafe, zoneOf } from './store.ts'
import { isSafeKind } from './substance-line.ts'

/** The drug book of one clinic day (YYYY-MM-DD; today when left out): what was carried over, every line, and the safe as it is now. */
export const bookOfDay = async (ctx: Ctx, tx: Tx, date?: string) => {
  const zone = await zoneOf(tx)
  const today = Temporal.Instant.fromEpochMilliseconds(ctx.now().getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
  const day = date ?? today
  const { start, end } = wholeDay(zone, day)
  const carried = await balancesBefore(tx, new Date(start))
  const lines = await linesBetween(tx, new Date(start), new Date(end))
  const vials = await vialsInSafe(tx)
  return {
    day,
    today,
    drugs: drugsOf(carried, lines, vials),
    lines: withBalance(carried, lines),
    vials,
    withoutVial: await dosesWithoutVial(tx),
    openInSessions: await openSessions(tx),
    lastCount: await lastCountOf(ctx, tx),
    discrepancies: await openDiscrepancies(tx),
  }
}

type DayLine = Awaited<ReturnType<typeof linesBetween>>[number]

// Each drug has its own balance: mL of one say nothing beside mL of another.
const withBalance = (carried: ReadonlyMap<string, string>, lines: readonly DayLine[]) => {
  const balances = new Map([...carried].map(([drugId, ml]) => [drugId, new Exact(ml)]))
  return lines.map((line) => {
    const counts = isSafeKind(line.kind) && line.correctedAt === null
    const before = balances.get(line.drugId) ?? new Exact(0)
    const balance = counts ? before.plus(line.ml) : before
    balances.set(line.drugId, balance)
    return { ...line, balanceMl: counts ? plain(balance) : null }
  })
}

type InSafe = Awaited<ReturnType<typeof vialsInSafe>>[number]

/** Every drug of the day: what was carried over and what the safe holds now, mL as exact text. */
const drugsOf = (carried: ReadonlyMap<string, string>, lines: readonly DayLine[], vials: readonly InSafe[]) => {
  const ids = new Set([...carried.keys(), ...lines.map(({ drugId }) => drugId), ...vials.map(({ drugId }) => drugId)])
  return [...ids].sort().map((drugId) => {
    const own = vials.filter((vial) => vial.drugId === drugId)
    const balance = own.reduce((sum, { ml }) => sum.plus(ml), new Exact(0))
    return { drugId, carriedMl: carried.get(drugId) ?? '0', balanceMl: plain(balance), strengths: strengthsIn(own) }
  })
}

const strengthsIn = (vials: readonly InSafe[]) => [...new Set(vials.map(({ mgPerMl }) => mgPerMl))]

const lastCountOf = async (ctx: Ctx, tx: Tx) => {
  const { days } = (await policiesOf(tx, ctx.now())).drugCount
  const count = await lastCount(tx)
  if (!count) return { at: null, isAgreed: false, by: [], dueAt: null, isLate: true }
  const dueAt = new Date((count.closedAt ?? count.openedAt).getTime() + days * 86_400_000)
  const by = (await countEntries(tx, count.id)).map(({ name }) => name)
  return { at: count.closedAt, isAgreed: count.agreed === true, by, dueAt, isLate: dueAt < ctx.now() }
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
