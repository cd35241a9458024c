import { outcomesTable, type Responder } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import { behind, type OutcomeRow, outcomeRows } from '../care/outcomes/outcome-rows.ts'
import { renewOutcomes } from '../care/outcomes/renew-outcomes.ts'
import { type Ctx, inClinic } from '../platform/context.ts'
import { policiesOf } from '../platform/policies.ts'
import { shows, showsNobody } from '../platform/shown.ts'
import { figuresOf } from './figures.ts'

export type Counted = {
  planId: string
  personId: string
  name: string
  group: string
  dayZero: string | null
  responder: Responder
}

/** Of when the first infusion was: ever, or within a year or half a year. */
export const periods = ['all', 'year', 'half'] as const
export type Period = (typeof periods)[number]
const lengths: Record<Period, string | null> = { all: null, year: 'P1Y', half: 'P6M' }

/** So many people's courses are made anew before an answer; more are made in the background, and the answer says so. */
const FEW = 200

/** Responders at day 28 by indication, missing counted as no response, with who stands behind every figure, counted from kept rows. */
export const readOutcomes = async (ctx: Ctx, period: Period = 'all') => {
  const { people: waiting } = await inClinic(ctx, 'find-outcomes-behind', async (tx) => showsNobody(await behind(tx, ctx.now())))
  if (waiting > 0 && waiting <= FEW) await renewOutcomes(ctx, FEW)
  return inClinic(ctx, 'read-outcomes', async (tx) => {
    const now = ctx.now().toISOString()
    const back = lengths[period]
    const since = back === null ? null : Temporal.PlainDate.from(now.slice(0, 10)).subtract(back).toString()
    const left = await behind(tx, ctx.now())
    const rows = firstsIn(await outcomeRows(tx)).filter(({ firstSession }) => since === null || (firstSession ?? '') >= since)
    const counted = rows.map(
      ({ planId, patientId, name, indication, dayZero, responder }): Counted => ({
        ...{ planId, personId: patientId, name, group: indication, dayZero, responder },
      }),
    )
    const table = outcomesTable(counted, (await policiesOf(tx, ctx.now())).responder)
    const shown = new Set(table.rows.flatMap((row) => (row.kind === 'shown' ? [row.group] : [])))
    const figures = await figuresOf(
      tx,
      rows.filter(({ indication }) => shown.has(indication)),
      since,
    )
    const people = counted.filter(({ group }) => shown.has(group))
    const notCounted = left.people === 0 ? null : { people: left.people, since: left.since?.toISOString() ?? now }
    return shows(people, { now, period, since, notCounted, table, figures, people })
  })
}

// A person is counted once for each indication, by the first course in which something was given.
const firstsIn = <R extends OutcomeRow>(rows: readonly R[]): R[] => {
  const firsts = new Map<string, R>()
  for (const row of rows) {
    const key = `${row.patientId} ${row.indication}`
    const before = firsts.get(key)
    if (!before || (row.firstSession ?? '') < (before.firstSession ?? '')) firsts.set(key, row)
  }
  return [...firsts.values()]
}
