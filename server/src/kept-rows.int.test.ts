import { addDays, dateOf } from '@dripline/clinical'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { coursesOf } from './care/outcomes/course.ts'
import { besidesOf, dateIn, outcomeOf, saidIn } from './care/outcomes/outcome-of.ts'
import type { OutcomeRow } from './care/outcomes/outcome-rows.ts'
import { renewAll } from './care/outcomes/renew-outcomes.ts'
import { assessmentsOfPlans } from './care/outcomes/store.ts'
import { inTransaction, type Tx } from './platform/database.ts'
import { clinicOfFacts, facts, type Happening } from './testing-histories.ts'

// What each course came to by the pure rules, folded from its facts one by one, as the chart shows it.
const byTheRules = async (tx: Tx, at: Date): Promise<OutcomeRow[]> => {
  const now = at.toISOString()
  const courses = await coursesOf(tx, 'all', now)
  const assessments = await assessmentsOfPlans(
    tx,
    courses.map(({ planId }) => planId),
  )
  const besides = await besidesOf(tx, courses)
  const calls = await sql<{ personId: string; at: Date }>`select person_id, min(lower(during)) as at from appointment
    where clinic_id = ${tx.clinicId} and kind = 'call' and state = 'done' group by 1`.execute(tx.db)
  return courses.map((course) => {
    const { planId, personId, indication, zone, dayZero, given, firstSession, policies } = course
    const asked = assessments.get(planId) ?? []
    const beside = besides.get(planId)
    if (!beside) throw new TypeError('a course without its besides')
    const judged = outcomeOf(course, saidIn(asked, dateIn(zone)), beside, now)
    const until = dayZero && addDays(dayZero, policies.responder.windowTo)
    const due = asked.filter(({ dueAt }) => dueAt <= at)
    const [first, call] = [given[0]?.startedAt ?? null, calls.rows.find((each) => each.personId === personId)?.at]
    return {
      planId,
      patientId: personId,
      indication,
      firstSession: first && firstSession,
      firstStartedAt: first,
      dayZero,
      responder: until !== null && dateOf(now, zone) > until ? judged : { kind: 'not yet', until, read: judged.read },
      due: due.length,
      answered: due.filter(({ firstAnsweredAt }) => firstAnsweredAt !== null).length,
      waitedDays: first && call ? Math.floor((Date.parse(first) - call.getTime()) / 86_400_000) : null,
    }
  })
}

const kept = async ({ db, clinicId }: Tx): Promise<OutcomeRow[]> => {
  const { rows } = await sql<OutcomeRow>`select plan_id, patient_id, indication, first_session::text as first_session,
    to_char(first_started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as first_started_at, day_zero::text as day_zero, responder,
    due, answered, waited_days from course_outcome where clinic_id = ${clinicId}`.execute(db)
  return rows
}

const inOrder = (rows: readonly OutcomeRow[]) => rows.toSorted((a, b) => (a.planId < b.planId ? -1 : 1))
const [HISTORIES, LONGEST] = [2, 30]
// However it went, the windows end.
const end: Happening = { says: 'ninety days', happen: ({ clinic }) => clinic.clock.forward(90 * 24 * 60) }

test('kept rows are what the pure rules say after every fact of random histories', { timeout: 180_000 }, async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { minLength: 20, maxLength: LONGEST, size: 'max' }), async (history) => {
      const all = await clinicOfFacts()
      const { ground, clinicId, clock } = all.clinic
      const owner = await all.clinic.as('owner')
      const told: string[] = []
      for (const { says, happen } of [...history, end]) {
        told.push(says)
        await happen(all)
        await renewAll(owner)
        const [rows, rules] = await inTransaction(ground.database, clinicId, async (tx) => [
          await kept(tx),
          await byTheRules(tx, clock.now),
        ])
        expect(inOrder(rows ?? []), told.join('; ')).toEqual(inOrder(rules ?? []))
        for (const { responder } of rows ?? []) seen.add(responder.kind)
      }
    }),
    {
      numRuns: HISTORIES,
      endOnFailure: true,
      seed: Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31)),
      reporter: report,
    },
  )
  expect(seen.size).toBeGreaterThan(1)
})

const report = <T>({ failed, seed, counterexample, errorInstance }: fc.RunDetails<T>) => {
  if (failed)
    throw new Error(`seed ${seed}: ${JSON.stringify(counterexample)}\n${String((errorInstance as Error | null)?.stack)}`)
  console.log(`random histories of outcomes held, seed ${seed}`)
}
