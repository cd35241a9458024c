import { addDays, dateOf, outcomesTable, type Responder } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import { type CourseOf, coursesOf } from '../care/outcomes/course.ts'
import { besidesOf, outcomeOf } from '../care/outcomes/outcome-of.ts'
import { assessmentsOfPlans } from '../care/outcomes/store.ts'
import { type Ctx, inClinic, type Tx } from '../platform/context.ts'
import { policiesOf } from '../platform/policies.ts'
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

/** Responders at day 28 by indication, missing counted as no response, with who stands behind every figure. */
export const readOutcomes = (ctx: Ctx, period: Period = 'all') =>
  inClinic(ctx, 'read-outcomes', async (tx) => {
    const now = ctx.now().toISOString()
    const back = lengths[period]
    const since = back === null ? null : Temporal.PlainDate.from(now.slice(0, 10)).subtract(back).toString()
    const { counted, courses, assessments } = await everyoneTreated(tx, now, since)
    const table = outcomesTable(counted, (await policiesOf(tx, ctx.now())).responder)
    const shown = new Set(table.rows.flatMap((row) => (row.kind === 'shown' ? [row.group] : [])))
    const figures = await figuresOf(
      tx,
      courses.filter(({ indication }) => shown.has(indication)),
      assessments,
      since,
      now,
    )
    return { now, period, since, table, figures, people: counted.filter(({ group }) => shown.has(group)) }
  })

// A person is counted once for each indication, by the first course in which something was given.
const everyoneTreated = async (tx: Tx, now: string, since: string | null) => {
  const all = await coursesOf(tx, 'all', now)
  const firsts = new Map<string, CourseOf>()
  for (const course of all.filter(({ given }) => given.length > 0)) {
    const key = `${course.personId} ${course.indication}`
    const before = firsts.get(key)
    if (!before || course.firstSession < before.firstSession) firsts.set(key, course)
  }
  const courses = [...firsts.values()].filter(({ firstSession }) => since === null || firstSession >= since)
  const planIds = courses.map(({ planId }) => planId)
  const [assessments, besides] = [await assessmentsOfPlans(tx, planIds), await besidesOf(tx, courses, all)]
  const counted = courses.flatMap((course): Counted[] => {
    const { planId, personId, name, dayZero, indication: group } = course
    const beside = besides.get(planId)
    if (!beside) return []
    const responder = asCounted(course, outcomeOf(course, assessments.get(planId) ?? [], beside, now), now)
    return [{ planId, personId, name, group, dayZero, responder }]
  })
  return { counted, courses, assessments }
}

// Everybody waits for the end of the window, answered or not: who answers early is not counted before who does not answer.
const asCounted = ({ dayZero, zone, policies }: CourseOf, responder: Responder, now: string): Responder => {
  const until = dayZero && addDays(dayZero, policies.responder.windowTo)
  const isPast = until !== null && dateOf(now, zone) > until
  return isPast ? responder : { kind: 'not yet', until, read: responder.read }
}
