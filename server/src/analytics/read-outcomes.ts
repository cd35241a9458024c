import { outcomesTable, type Responder } from '@dripline/clinical'
import { type CourseOf, courseOf } from '../care/outcomes/course.ts'
import { outcomeOf } from '../care/outcomes/outcome-of.ts'
import { otherScores } from '../care/outcomes/read-relief.ts'
import { allAssessments } from '../care/outcomes/store.ts'
import { personOf } from '../care/people/store.ts'
import { type Ctx, inClinic, type Tx } from '../platform/context.ts'

type Counted = { planId: string; personId: string; name: string; group: string; dayZero: string | null; responder: Responder }

/** Responders at day 28 by indication, missing counted as no response, with who stands behind every figure. */
export const readOutcomes = (ctx: Ctx) =>
  inClinic(ctx, 'read-outcomes', async (tx) => {
    const now = ctx.now().toISOString()
    const people = await everyone(tx, now)
    const table = outcomesTable(people)
    const shown = new Set(table.rows.flatMap((row) => (row.kind === 'shown' ? [row.group] : [])))
    return { now, table, people: people.filter(({ group }) => shown.has(group)) }
  })

// A person is counted once for each indication, by the first course in which something was given.
const everyone = async (tx: Tx, now: string): Promise<Counted[]> => {
  const assessments = Map.groupBy(await allAssessments(tx), ({ planId }) => planId)
  const found = new Map<string, Counted>()
  for (const course of await coursesGiven(tx, now)) {
    const key = `${course.personId} ${course.indication}`
    if (!found.has(key)) found.set(key, await counted(tx, course, assessments.get(course.planId) ?? [], now))
  }
  return [...found.values()]
}

const counted = async (tx: Tx, course: CourseOf, assessments: Parameters<typeof outcomeOf>[1], now: string): Promise<Counted> => {
  const { planId, personId, dayZero, indication: group } = course
  const person = await personOf(tx, personId)
  const responder = outcomeOf(course, assessments, await otherScores(tx, course), now)
  return { planId, personId, name: person?.name ?? '', group, dayZero, responder }
}

const coursesGiven = async (tx: Tx, now: string): Promise<CourseOf[]> => {
  const plans = await tx.db.selectFrom('plan').where('clinicId', '=', tx.clinicId).orderBy('signedAt').select('id').execute()
  const courses: CourseOf[] = []
  for (const { id } of plans) {
    const course = await courseOf(tx, id, now)
    if (course && course.given.length > 0) courses.push(course)
  }
  return courses
}
