import { asked, outcomesTable } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { behind } from '../care/outcomes/outcome-rows.ts'
import { renewOutcomes } from '../care/outcomes/renew-outcomes.ts'
import { type Ctx, inClinic } from '../platform/context.ts'
import { policiesOf } from '../platform/policies.ts'
import { shows, showsNobody } from '../platform/shown.ts'
import { chairUse } from './chair-use.ts'
import { type StandingOf, standingOf, standings, type Tally, tallies, whoStands } from './count-outcomes.ts'
import { figuresOf } from './figures.ts'

const periods = ['all', 'year', 'half'] as const
/** Of when the first infusion was: ever, or within a year or half a year. */
export type Period = (typeof periods)[number]
const lengths: Record<Period, string | null> = { all: null, year: 'P1Y', half: 'P6M' }

const page = z.coerce
  .number(asked('whole-number'))
  .int(asked('whole-number'))
  .min(1, asked('at-least-1'))
  .max(100_000, asked('page-that-can-be'))
/** What may be asked of the results: a period, and which page of whom to list. */
export const outcomesAsked = z.object({
  period: z.enum(periods, asked('all-year-or-half')).default('all'),
  who: z.enum(standings, asked('one-of-values', { values: standings })).default('missing'),
  page: page.default(1),
})

/** So many people's courses are made anew before an answer; more are made in the background, and the answer says so. */
const FEW = 200
const SIZE = 50

type Asked = z.input<typeof outcomesAsked>

/** Responders at day 28 by indication, missing counted as no response, counted from kept rows; and a page of who stands behind a figure. */
export async function readOutcomes(ctx: Ctx, asked: Asked = {}) {
  const { period, who, page } = outcomesAsked.parse(asked)
  const { people: waiting } = await inClinic(ctx, 'find-outcomes-behind', async (tx) => showsNobody(await behind(tx, ctx.now())))
  if (waiting > 0 && waiting <= FEW) await renewOutcomes(ctx, FEW)
  return inClinic(ctx, 'read-outcomes', async (tx) => {
    const now = ctx.now().toISOString()
    const back = lengths[period]
    const since = back === null ? null : Temporal.PlainDate.from(now.slice(0, 10)).subtract(back).toString()
    const left = await behind(tx, ctx.now())
    const counted = await tallies(tx, since)
    const table = outcomesTable(counted, (await policiesOf(tx, ctx.now())).responder)
    const groups = table.rows.flatMap((row) => (row.kind === 'shown' ? [row.group] : []))
    const shown = counted.filter(({ group }) => groups.includes(group))
    const people = await whoStands(tx, { who, groups, since, page, size: SIZE })
    const notCounted = left.people === 0 ? null : { people: left.people, since: left.since?.toISOString() ?? now }
    const figures = await figuresOf(tx, shown, since)
    const counts = countsOf(shown)
    const used = await chairUse(tx, ctx.now())
    return shows(people, {
      now,
      period,
      since,
      notCounted,
      table,
      figures,
      chairUse: used,
      who: { shown: who, page, size: SIZE, counts, people },
    })
  })
}

const countsOf = (shown: readonly Tally[]) =>
  Object.fromEntries(
    standings.map((standing) => [
      standing,
      shown.filter((tally) => standingOf(tally) === standing).reduce((sum, { people }) => sum + people, 0),
    ]),
  ) as Record<StandingOf, number>
