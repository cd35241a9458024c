import { policiesAt } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'
import { datesIn } from '../../platform/local-dates.ts'
import { setValuesOf } from '../../platform/policies.ts'
import type { Answer } from './assessment.ts'
import { type CourseOf, givenIn, inOrder } from './course.ts'
import { planRows, visitsOf } from './course-store.ts'
import { type Besides, besidesOf, type Said, saidIn } from './outcome-of.ts'
import { addedUp } from './store.ts'

/** What an outcome is judged from, of one course, read for many courses at once. */
export type OutcomeFacts = {
  course: Pick<CourseOf, 'planId' | 'personId' | 'zone' | 'indication' | 'dayZero' | 'policies' | 'given' | 'firstSession'>
  said: Said
  besides: Besides
  /** Questions that were due by now, and how many of them were answered. */
  due: number
  answered: number
  /** When the next question falls due. */
  nextDue: string | null
  /** When the person's first call was held. */
  firstCall: Date | null
}

/** What the outcomes of these people's courses are judged from: six queries however many they are, and no zone asked for each answer. */
export const outcomeFacts = async (tx: Tx, people: readonly string[], now: Date): Promise<OutcomeFacts[]> => {
  const courses = await coursesOfPeople(tx, people)
  const zones = new Map<string, (ms: number) => string>()
  const dates = (zone: string) => {
    const date = zones.get(zone) ?? datesIn(zone)
    zones.set(zone, date)
    return (at: Date) => date(at.getTime())
  }
  const dated = await givenOn(tx, courses, dates)
  const besides = await besidesOf(tx, dated, dates)
  const asked = new Map(
    (
      await askedIn(
        tx,
        dated.map(({ planId }) => planId),
        now,
      )
    ).map((each) => [each.planId, each]),
  )
  const calls = await firstCallsOf(tx, people)
  return dated.map((course) => {
    const { taps = [], due = 0, answered = 0, nextDue = null } = asked.get(course.planId) ?? {}
    return {
      course,
      said: saidIn(answersIn(taps), dates(course.zone)),
      besides: besides.get(course.planId) ?? { phq9: [], painAverage: [], otherInfusions: [] },
      due,
      answered,
      nextDue: nextDue?.toISOString() ?? null,
      firstCall: calls.get(course.personId) ?? null,
    }
  })
}

const coursesOfPeople = async (tx: Tx, people: readonly string[]) => {
  const found = await tx.db
    .selectFrom('plan')
    .where('clinicId', '=', tx.clinicId)
    .where('personId', 'in', [...people])
    .select('id')
    .execute()
  const plans = await planRows(
    tx,
    found.map(({ id }) => id),
  )
  const set = await setValuesOf(tx)
  return plans.map((plan) => ({ ...plan, policies: policiesAt(set, plan.signedAt.toISOString()) }))
}

type Plans = Awaited<ReturnType<typeof coursesOfPeople>>

// Before anything is given a course begins with its first visit, or with its signature.
const givenOn = async (tx: Tx, plans: Plans, dates: (zone: string) => (at: Date) => string) => {
  const given = Map.groupBy(
    await givenIn(
      tx,
      plans.map(({ planId }) => planId),
    ),
    ({ planId }) => planId,
  )
  const waiting = plans.flatMap(({ planId }) => (given.has(planId) ? [] : [planId]))
  const visits = Map.groupBy(await visitsOf(tx, waiting), ({ planId }) => planId)
  return plans.map((plan) => {
    const date = dates(plan.zone)
    const own = inOrder(given.get(plan.planId) ?? [], date)
    const first = visits.get(plan.planId)?.find(({ number }) => number === 1)?.start ?? plan.signedAt
    return { ...plan, given: own, firstSession: own[0]?.date ?? date(first) }
  })
}

type AskedIn = { planId: string; due: number; answered: number; nextDue: Date | null; taps: [number, number, Answer][] }

// An answer is a few characters of one text a course, so that half a million of them pass without a row each; its first part has place 1.
const askedIn = async ({ db, clinicId }: Tx, planIds: readonly string[], now: Date): Promise<AskedIn[]> => {
  if (planIds.length === 0) return []
  const { rows } = await sql<AskedIn>`
    select a.plan_id, count(*) filter (where a.due_at <= ${now} and coalesce(t.place, 1) = 1)::int as due,
      count(*) filter (where a.due_at <= ${now} and t.place = 1)::int as answered,
      min(a.due_at) filter (where a.due_at > ${now}) as next_due,
      coalesce(json_agg(json_build_array(t.place, floor(extract(epoch from t.answered_at) * 1000)::bigint, t.body)
        order by a.due_at, a.id, t.place) filter (where t.place is not null), '[]') as taps
    from assessment a left join assessment_answer t on t.clinic_id = a.clinic_id and t.assessment_id = a.id
    where a.clinic_id = ${clinicId} and a.plan_id = any(${planIds}) and a.cancelled_at is null group by a.plan_id`.execute(db)
  return rows
}

// The parts of one answer stand one after the other.
const answersIn = (taps: AskedIn['taps']) => {
  const answers: { at: number; body: Answer }[][] = []
  for (const [place, at, body] of taps) {
    if (place === 1) answers.push([])
    answers.at(-1)?.push({ at, body })
  }
  return answers.map(addedUp)
}

const firstCallsOf = async ({ db, clinicId }: Tx, people: readonly string[]): Promise<Map<string, Date>> => {
  const { rows } = await sql<{ personId: string; at: Date }>`select person_id, min(starts_at) as at from appointment
    where clinic_id = ${clinicId} and person_id = any(${people}) and kind = 'call' and state = 'done' group by 1`.execute(db)
  return new Map(rows.map(({ personId, at }) => [personId, at]))
}
