import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { give, type Ready, tick } from './care/outcomes/testing.ts'
import { addPerson } from './care/people/add-person.ts'
import { joinRecords, takeApart } from './care/records/testing.ts'
import { patientReady } from './care/session/testing.ts'
import { inTransaction } from './platform/database.ts'
import { heldClock, type TestClinic, testClinic } from './platform/testing.ts'

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)]

/** A clinic with courses of which facts come in. */
type Facts = {
  clinic: TestClinic
  courses: Ready[]
  spareId: string
  given: Map<string, number>
  merges: string[]
}

/** A clinic with three courses of two people, two visits given in two of them and one of these closed. */
export const clinicOfFacts = async (): Promise<Facts> => {
  const clinic = await testClinic(heldClock('2026-11-23T15:00:00Z'))
  const pain = await patientReady(clinic, { indication: 'pain', name: 'First Course' })
  const other = await patientReady(clinic, { indication: 'pain', name: 'Other Course' })
  const low = await patientReady(clinic, {
    indication: 'depression',
    name: 'First Course',
    person: pain.personId,
    from: new Date('2026-12-14T15:00:00Z'),
  })
  const contact = { email: 'spare@example.test', phone: '+15405550177', state: 'VA', zone: 'America/New_York' }
  const { personId: spareId } = await addPerson(pain.nurse, { name: 'Spare Record', ...contact })
  const given = new Map([pain, other].map(({ planId }) => [planId, 2]))
  const all = { clinic, courses: [pain, other, low], spareId, given, merges: [] as string[] }
  // Before the history begins: one score on a form, one answer to a question, two visits each, and one course was closed.
  await aScore(all, 0, 0, 7)
  await ask(all, 1, 1, 'daily pain')
  await answer(all, 0, 0, 0)
  for (const course of [pain, other]) for (const number of [1, 2]) await give(clinic, course, { number, minutes: 240 })
  await close(all, 0)
  clinic.clock.forward(15 * 24 * 60)
  await tick(clinic)
  return all
}

const write = ({ clinic }: Facts, statement: RawBuilder<unknown>) =>
  inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) => statement.execute(db))
const idOf = (clinic: TestClinic) => clinic.ground.newId(clinic.clock.now)
const dayOf = ({ clinic }: Facts, back: number) => new Date(clinic.clock.now.getTime() - back * 86_400_000)

const ask = (facts: Facts, at: number, back: number, kind: string) => {
  const { clinicId, clock } = facts.clinic
  const course = pick(facts.courses, at)
  const due = dayOf(facts, back - 1)
  return write(
    facts,
    sql`insert into assessment (clinic_id, id, plan_id, person_id, kind, day, due_at, closes_at, created_at)
      select clinic_id, ${idOf(facts.clinic)}, id, person_id, ${kind}, ${at * 100 + back}, ${due}, ${due}, ${clock.now} from plan
      where clinic_id = ${clinicId} and id = ${course?.planId} on conflict do nothing`,
  )
}

const bodies = [
  { pain: 8 },
  { pain: 3, opioidsUp: 'no' },
  { pain: 5, rescueInfusion: 'yes' },
  { pain: 2, newProcedure: 'yes', opioidsUp: 'yes' },
  { total: 18, item9: 0 },
  { total: 4, item9: 0 },
  { mood: 6, safetyQuestion: 'no' },
]

const answer = (facts: Facts, at: number, back: number, body: number) =>
  write(
    facts,
    sql`insert into assessment_answer (clinic_id, id, assessment_id, person_id, body, answered_at, place)
      select a.clinic_id, ${idOf(facts.clinic)}, a.id, a.person_id, ${JSON.stringify(pick(bodies, body))}::jsonb, ${dayOf(facts, back)},
        (select coalesce(max(place), 0) + 1 from assessment_answer t where t.clinic_id = a.clinic_id and t.assessment_id = a.id)
      from assessment a where a.clinic_id = ${facts.clinic.clinicId} and a.cancelled_at is null order by a.id offset ${at} limit 1`,
  )

const aScore = (facts: Facts, at: number, back: number, value: number) =>
  write(
    facts,
    sql`insert into answer (clinic_id, id, person_id, key, value, measured_at, source, entered_by, entered_at)
      select clinic_id, ${idOf(facts.clinic)}, person_id, case indication when 'pain' then 'painAverage' else 'phq9Total' end,
        to_jsonb(${value}::int), ${dayOf(facts, back)}, 'form', signed_by, ${facts.clinic.clock.now} from plan
      where clinic_id = ${facts.clinic.clinicId} and id = ${pick(facts.courses, at)?.planId}`,
  )

const visit = async (facts: Facts, at: number) => {
  const course = pick(facts.courses, at)
  const number = ((course && facts.given.get(course.planId)) ?? 0) + 1
  if (!course || number > 4) return
  facts.given.set(course.planId, number)
  const before = facts.clinic.clock.now
  await give(facts.clinic, course, { number, minutes: course.orderIds.length > 6 ? 240 : 40 })
  if (facts.clinic.clock.now < before) facts.clinic.clock.now = before
}

// A start that was written an hour late, or a stop that never was.
const amend = (facts: Facts, at: number, kind: 'started' | 'stopped', isStruck: boolean) =>
  write(
    facts,
    sql`with those as (select e.*, h.seq as last from session_event e
        join visit_head h on h.clinic_id = e.clinic_id and h.session_id = e.session_id
        where e.clinic_id = ${facts.clinic.clinicId} and e.kind = ${kind} and e.amends_id is null
        and not exists (select from session_event b where b.clinic_id = e.clinic_id and b.amends_id = e.id) order by e.id offset ${at % 3} limit 1),
      moved as (update visit_head h set seq = h.seq + 1 from those where h.clinic_id = those.clinic_id and h.session_id = those.session_id)
      insert into session_event (clinic_id, id, session_id, kind, at, body, amends_id, entered_by, entered_at, seq)
      select clinic_id, ${idOf(facts.clinic)}, session_id, ${isStruck ? 'struck' : kind}, at + ${isStruck ? '0' : '10 minutes'}::interval,
        body || jsonb_build_object('amends', jsonb_build_object('eventId', id, 'reason', 'written late')), id, entered_by, entered_at, last + 1 from those`,
  )

const close = (facts: Facts, at: number) =>
  write(
    facts,
    sql`insert into plan_closure (clinic_id, id, plan_id, reason, closed_by, closed_at)
      select clinic_id, ${idOf(facts.clinic)}, id, 'moved away', signed_by, ${facts.clinic.clock.now} from plan
      where clinic_id = ${facts.clinic.clinicId} and id = ${pick(facts.courses, at)?.planId} on conflict do nothing`,
  )

const setPolicy = (facts: Facts, name: string, value: unknown) =>
  write(
    facts,
    sql`insert into clinic_policy_value (clinic_id, id, policy, name, value, valid_from, reason, approved_by, approved_at)
      select clinic_id, ${idOf(facts.clinic)}, 'responder', ${name}, ${JSON.stringify(value)}::jsonb, signed_at, 'ours', signed_by, signed_at
      from plan where clinic_id = ${facts.clinic.clinicId} order by signed_at limit 1`,
  )

const merge = async (facts: Facts, at: number) => {
  const [course, { spareId }] = [pick(facts.courses, at), facts]
  if (facts.merges.length > 0 || !course) return
  const joined = await joinRecords(course.nurse, { keptId: spareId, mergedId: course.personId })
  facts.merges.push((joined as { mergeId: string }).mergeId)
}

const apart = async (facts: Facts, to: 'kept' | 'merged') => {
  const [mergeId] = facts.merges.splice(0)
  const [course] = facts.courses
  if (mergeId && course) await takeApart(course.nurse, mergeId, to)
}

const nat = (max: number) => fc.nat({ max })
/** One fact that comes in, and what it was. */
export type Happening = { says: string; happen: (facts: Facts) => unknown }
const happening = <A extends unknown[]>(says: string, of: fc.Arbitrary<A>, happen: (facts: Facts, ...args: A) => unknown) =>
  of.map((args): Happening => ({ says: `${says} ${JSON.stringify(args)}`, happen: (facts) => happen(facts, ...args) }))

/** Any fact of which an outcome is made. */
export const facts: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: happening('asked', fc.tuple(nat(9), nat(40), fc.constantFrom('follow-up', 'daily pain', 'phq-9')), ask),
  },
  { weight: 5, arbitrary: happening('answered', fc.tuple(nat(30), nat(40), nat(20)), answer) },
  {
    weight: 1,
    arbitrary: happening('question taken back', fc.tuple(nat(30)), (all, at) =>
      write(
        all,
        sql`update assessment set cancelled_at = ${all.clinic.clock.now} where clinic_id = ${all.clinic.clinicId} and id in
      (select id from assessment where clinic_id = ${all.clinic.clinicId} order by id offset ${at} limit 1)`,
      ),
    ),
  },
  { weight: 2, arbitrary: happening('score on a form', fc.tuple(nat(9), nat(40), nat(10)), aScore) },
  {
    weight: 1,
    arbitrary: happening('score taken back', fc.tuple(nat(4)), (all, at) =>
      write(
        all,
        sql`insert into answer_taken_back (clinic_id, answer_id, reason, taken_back_by, taken_back_at)
      select clinic_id, id, 'somebody else', entered_by, entered_at from answer where clinic_id = ${all.clinic.clinicId}
      and key in ('painAverage', 'phq9Total') order by id offset ${at} limit 1 on conflict do nothing`,
      ),
    ),
  },
  { weight: 3, arbitrary: happening('visit', fc.tuple(nat(9)), visit) },
  {
    weight: 2,
    arbitrary: happening(
      'amended',
      fc.tuple(nat(9), fc.constantFrom('started' as const, 'stopped' as const), fc.boolean()),
      amend,
    ),
  },
  {
    weight: 1,
    arbitrary: happening('closed', fc.tuple(nat(9)), close),
  },
  { weight: 2, arbitrary: happening('minute', fc.tuple(), (all) => tick(all.clinic)) },
  { weight: 3, arbitrary: happening('days', fc.tuple(nat(30)), ({ clinic }, days) => clinic.clock.forward(days * 24 * 60)) },
  {
    weight: 1,
    arbitrary: happening(
      'zone',
      fc.tuple(fc.constantFrom('America/Los_Angeles', 'Asia/Tokyo', 'America/New_York'), nat(9)),
      (all, zone, at) =>
        write(
          all,
          sql`update person set zone = ${zone} where clinic_id = ${all.clinic.clinicId} and merged_into is null
      and id = ${pick(all.courses, at)?.personId}`,
        ),
    ),
  },
  {
    weight: 1,
    arbitrary: happening(
      'policy',
      fc.tuple(
        fc.constantFrom<[string, unknown]>(
          ['painFallPercent', '50'],
          ['painLeastBaseline', '6'],
          ['windowTo', 42],
          ['weekValues', 1],
        ),
      ),
      (all, [name, value]) => setPolicy(all, name, value),
    ),
  },
  { weight: 1, arbitrary: happening('merged', fc.tuple(nat(9)), merge) },
  { weight: 1, arbitrary: happening('told apart', fc.tuple(fc.constantFrom('kept' as const, 'merged' as const)), apart) },
  {
    weight: 1,
    arbitrary: happening('first call held', fc.tuple(nat(9), nat(60)), (all, at, back) =>
      write(
        all,
        sql`insert into appointment (clinic_id, id, kind, person_id, clinician_id, during, state, zone, created_at, changed_at)
      select clinic_id, ${idOf(all.clinic)}, 'call', person_id, signed_by, tstzrange(${dayOf(all, back)}, ${dayOf(all, back - 1)}), 'done', 'UTC', signed_at, signed_at
      from plan where clinic_id = ${all.clinic.clinicId} and id = ${pick(all.courses, at)?.planId}`,
      ),
    ),
  },
)
