import {
  dateOf,
  type LineTakes,
  type LineTerms,
  type LineVersion,
  lineOfKind,
  type ShippedLine,
  shippedLineOf,
  shippedLines,
  versionOn,
} from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'
import { lineVersions, zoneOf } from './store.ts'

/** A service line as it holds on a day: what its clinic set, or what the house ships. */
export type ServiceLine = LineTerms & {
  id: string
  takes: LineTakes
  /** 0 where nothing was set here. */
  version: number
  isShipped: boolean
  isRetired: boolean
  /** The first day of a clinic's own line, and the day from which it is no more; null where there is none. */
  from: string | null
  until: string | null
}

type Row = LineVersion & { lineId: string }

const delivered = (id: string): ShippedLine | null => shippedLineOf(id)

/** The day from which a line is retired for good, as its versions stand; null where it is not. */
const endOf = (rows: readonly Row[]): string | null => {
  const last = [...rows].sort((a, b) => a.holdsFrom.localeCompare(b.holdsFrom) || a.version - b.version)
  let end: string | null = null
  for (const { isRetired, holdsFrom } of last) end = isRetired ? (end ?? holdsFrom) : null
  return end
}

const lineOn = (id: string, rows: readonly Row[], day: string): ServiceLine | null => {
  const shipped = delivered(id)
  const found = versionOn(rows, day)
  const first = rows.map(({ holdsFrom }) => holdsFrom).sort()[0] ?? null
  // A line of the clinic's own that is still to come is there with its first terms, so that it can be booked for its own days.
  const own = found ?? (shipped ? null : (rows.find(({ holdsFrom }) => holdsFrom === first) ?? null))
  if (!own && !shipped) return null
  const terms = own?.terms ?? termsOf(shipped)
  if (!terms) return null
  return {
    ...terms,
    id,
    takes: shipped?.takes ?? 'infusion',
    version: own?.version ?? 0,
    isShipped: shipped !== null,
    isRetired: found?.isRetired ?? false,
    from: shipped ? null : first,
    until: endOf(rows),
  }
}

const termsOf = (shipped: ShippedLine | null): LineTerms | null => {
  if (!shipped) return null
  const { id: _id, takes: _takes, minutesFrom: _from, ...terms } = shipped
  return terms
}

/** Every line there is on a day, the shipped ones first in their order, retired ones too; how long a call or evaluation takes, its policy says. */
export const linesOn = async (ctx: Ctx, tx: Tx, day: string): Promise<ServiceLine[]> => {
  const rows = await lineVersions(tx)
  const { booking } = await policiesOf(tx, ctx.now())
  const own = [...new Set(rows.map(({ lineId }) => lineId))].filter((id) => !delivered(id))
  return [...shippedLines.map(({ id }) => id), ...own].flatMap((id) => {
    const line = lineOn(
      id,
      rows.filter(({ lineId }) => lineId === id),
      day,
    )
    const minutesFrom = delivered(id)?.minutesFrom ?? null
    return line ? [{ ...line, minutes: minutesFrom ? booking[minutesFrom] : line.minutes }] : []
  })
}

/** The clinic's own day now. */
export const todayHere = async (ctx: Ctx, tx: Tx): Promise<string> => dateOf(ctx.now().toISOString(), await zoneOf(tx))

/** The line of that id as it holds now, or null. */
export const lineNow = async (ctx: Ctx, tx: Tx, id: string): Promise<ServiceLine | null> =>
  (await linesOn(ctx, tx, await todayHere(ctx, tx))).find((each) => each.id === id) ?? null

/** The line of an appointment as it holds now: the one it says, or the one of its kind; null for a visit from before lines were. */
export const lineOfAppointment = (
  ctx: Ctx,
  tx: Tx,
  { kind, lineId }: { kind: LineTakes; lineId: string | null },
): Promise<ServiceLine | null> => {
  const id = lineId ?? lineOfKind(kind)
  return id === null ? Promise.resolve(null) : lineNow(ctx, tx, id)
}

/** Whether a line can be booked for a day by its dates. */
export const isOpenOn = ({ from, until }: Pick<ServiceLine, 'from' | 'until'>, day: string): boolean =>
  (from === null || day >= from) && (until === null || day < until)
