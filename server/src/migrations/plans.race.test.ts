import { beforeAll, expect, inject, test } from 'vitest'
import { readOutcomes } from '../analytics/read-outcomes.ts'
import { alertsAsked, listAlerts } from '../care/alerts/list-alerts.ts'
import { raiseAlert } from '../care/alerts/raise-alert.ts'
import { bookCall } from '../care/booking/book-call.ts'
import { readCallMeasures } from '../care/booking/call-measures.ts'
import { callsOn } from '../care/booking/calls-on.ts'
import { keptTimes } from '../care/booking/kept-times.ts'
import { moveAppointment } from '../care/booking/move-appointment.ts'
import { startCall } from '../care/booking/start-call.ts'
import { planFollowUps } from '../care/outcomes/courses-due.ts'
import { readRelief } from '../care/outcomes/read-relief.ts'
import { listUnanswered, unansweredAsked } from '../care/outcomes/read-unanswered.ts'
import { renewAll, renewOutcomes } from '../care/outcomes/renew-outcomes.ts'
import { give, tick } from '../care/outcomes/testing.ts'
import { addPerson } from '../care/people/add-person.ts'
import { findPeople } from '../care/people/find-people.ts'
import { coursesUnderWay, waitingForPlan } from '../care/planning/courses.ts'
import { countWaiting } from '../care/records/count-waiting.ts'
import { listPeople, listSent } from '../care/records/list-people.ts'
import { readChart, readHeader } from '../care/records/read-chart.ts'
import { chartEntry } from '../care/session/chart-entry.ts'
import { readDesk } from '../care/session/read-desk.ts'
import { readRoom } from '../care/session/read-room.ts'
import { readVisit } from '../care/session/read-visit.ts'
import { readVisitsOf } from '../care/session/read-visits-of.ts'
import { patientReady, signs, visitRunning } from '../care/session/testing.ts'
import { recognise, tokenOf } from '../platform/auth/sign-in.ts'
import { newcomer } from '../platform/auth/testing-site.ts'
import { type Ctx, inClinic, inOneStep } from '../platform/context.ts'
import { inTransaction } from '../platform/database.ts'
import { showsNobody } from '../platform/shown.ts'
import { sweep } from '../platform/sweep.ts'
import { forgetful, heldClock, keyed, type TestClinic, testClinic } from '../platform/testing.ts'
import { countStatements } from '../platform/testing-count.ts'
import { freshDatabase, postgresGround } from '../platform/testing-postgres.ts'
import { crowdIn, GROWING } from './testing-crowd.ts'

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Index Cond'?: string; Plans?: Node[] }

const clock = heldClock('2026-11-23T14:00:00Z')
const url = await freshDatabase()
const ground = await postgresGround(clock, url)
const said = countStatements(ground.database)

let clinic: TestClinic
let nurse: Ctx
let prescriber: Ctx
let owner: Ctx
let personId: string
let sessionId: string
let signInId: string
const caller = {
  state: 'VA',
  zone: 'America/New_York',
  name: 'Robin Madeupname',
  phone: '+15405550142',
  email: 'robin@example.test',
}

beforeAll(async () => {
  clinic = await testClinic(clock, ground)
  const answering = await visitRunning(clinic, { indication: 'depression', name: 'Clover Bennett' })
  ;({ nurse, prescriber, personId, sessionId } = answering)
  owner = await clinic.as('owner')
  await inOneStep(nurse, 'raise', async (tx) => {
    const alert = { personId, kind: 'worse', cause: 'session event', causeId: nurse.newId() }
    return { alertId: await raiseAlert(nurse, tx, alert), personId }
  })
  await give(clinic, await patientReady(clinic, { indication: 'depression', name: 'Given Before' }), { number: 1 })
  await tick(clinic)
  const { id } = await bookCall(keyed(clinic.visitor, 'the first press'), { ...caller, start: '2026-12-03T15:00:00.000Z' })
  await startCall(nurse, { appointmentId: id, confirmed: ['early'] })
  signInId = (await newcomer(clinic)).signInId
  await readChart(nurse, personId)
  await renewAll(owner)
  await ground.sealer.sealAll()
  const superuser = new URL(inject('postgresUrl'))
  superuser.pathname = new URL(url).pathname
  const empty = await crowdIn(superuser.href, clinic.clinicId)
  filled = GROWING.filter((table) => !empty.includes(table))
  expect(filled.length).toBeGreaterThan(15)
  if (empty.length > 0) console.log(`no row to fill from: ${empty.join(', ')}`)
})

/** The scans of growing tables that read them from end to end: one after the other, or by an index of which only the clinic is known. */
let filled: readonly string[] = []
const walks = (node: Node): string[] => {
  const table = node['Relation Name'] ?? ''
  const isGrowing = filled.includes(table)
  const isWhole = node['Node Type'] === 'Seq Scan' || /^\(?\(?clinic_id = [^)]*\)*$/.test(node['Index Cond'] ?? '')
  const own =
    isGrowing && isWhole ? [`${node['Node Type']} on ${table}${node['Index Cond'] ? ` by ${node['Index Cond']}` : ''}`] : []
  return [...own, ...(node.Plans ?? []).flatMap(walks)]
}

const explained = /^\s*(select|with|update|delete|insert)/i

const walksOf = async (deed: () => Promise<unknown>): Promise<string[]> => {
  said.taken()
  await deed()
  const statements = said.takenWhole().filter(({ text }) => explained.test(text) && !/set_config|pgboss|seal_audit/.test(text))
  expect(statements.length).toBeGreaterThan(0)
  const found: string[] = []
  const client = await ground.database.pools.jobs.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('role', 'app_user', true), set_config('app.clinic_id', $1, true)`, [clinic.clinicId])
    for (const { text, values } of statements) {
      const { rows } = await client.query(`explain (format json) ${text}`, [...values])
      found.push(...walks(rows[0]['QUERY PLAN'][0].Plan).map((walk) => `${walk}: ${text.replace(/\s+/g, ' ').slice(0, 240)}`))
    }
    await client.query('rollback')
  } finally {
    client.release()
  }
  return found
}

const looks: Record<string, () => Promise<unknown>> = {
  'who a sign-in is': () => recognise(ground, clinic.clinicId, tokenOf(ground, signInId, 1)),
  'the room': () => readRoom(forgetful(nurse)),
  'a visit': () => readVisit(forgetful(nurse), sessionId),
  'a chart entry': () => chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } }),
  'a person': () => readChart(forgetful(nurse), personId),
  'the head of a chart': () => readHeader(nurse, personId),
  'the visits of a person': () => readVisitsOf(nurse, personId, null),
  'finding somebody': () => findPeople(forgetful(nurse), { text: 'clo ben' }),
  'finding somebody who was written with a slip': () => findPeople(forgetful(nurse), { text: 'clovr bennet' }),
  'a new person': () => addPerson(nurse, { ...caller, name: 'Somebody New' }),
  results: () => readOutcomes(owner, { who: 'not yet' }),
  'rows of results made anew': async () => {
    await inTransaction(ground.database, clinic.clinicId, ({ db }) =>
      db
        .updateTable('courseMark')
        .set((set) => ({ marks: set('marks', '+', '1') }))
        .where('patientId', '=', personId)
        .execute(),
    )
    said.taken()
    await renewOutcomes(owner, 200)
  },
  'who has not answered': () => listUnanswered(nurse, unansweredAsked.parse({})),
  'who has not answered, looked for': () => listUnanswered(nurse, { which: 'everyone', text: 'clo ben', page: 1 }),
  'relief of a person': () => readRelief(prescriber, personId),
  'what waits, for the menu': () => countWaiting(forgetful(nurse)),
  'courses whose questions may change': () => planFollowUps(owner),
  'what has outlived its use': () => sweep(owner),
  'the desk': () => readDesk(nurse, { days: 7 }),
  'the alerts': () => listAlerts(nurse, alertsAsked.parse({})),
  'plans to sign': () => inClinic(nurse, 'read-courses', async (tx) => showsNobody((await waitingForPlan(tx)).length)),
  'courses under way': () =>
    inClinic(nurse, 'read-courses', async (tx) => showsNobody((await coursesUnderWay(tx, nurse.now())).length)),
  'the calls of four weeks': () => readCallMeasures(nurse, { weeks: 4 }),
  'the calls of a day': () => callsOn(nurse, {}),
  'times offered, made anew': async () => {
    await inTransaction(ground.database, clinic.clinicId, async () => {})
    clock.forward(24 * 60)
    await keptTimes(clinic.visitor)
    clock.forward(-24 * 60)
  },
  'a booking': () => bookCall(keyed(clinic.visitor, 'another press'), { ...caller, start: '2026-12-03T16:00:00.000Z' }),
  'a move': async () => {
    const { id } = await bookCall(clinic.visitor, { ...caller, start: '2026-12-03T17:00:00.000Z' })
    said.taken()
    await moveAppointment(nurse, { appointmentId: id, start: '2026-12-03T18:00:00.000Z' })
  },
}

test.each([
  ['since', 'person_listed_since'],
  ['name', 'person_listed_name'],
] as const)('a page of the list of people, by %s, is read in its order and sorts nobody else', async (sort, index) => {
  said.taken()
  await listPeople(nurse, listSent.parse({ sort }))
  const page = said.takenWhole().find(({ text }) => /from person as p/.test(text) && /limit/.test(text))
  const client = await ground.database.pools.jobs.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('role', 'app_user', true), set_config('app.clinic_id', $1, true)`, [clinic.clinicId])
    const { rows } = await client.query(`explain ${page?.text}`, [...(page?.values ?? [])])
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain(`Index Scan using ${index}`)
    expect(plan).not.toMatch(/Sort|Seq Scan/)
    await client.query('rollback')
  } finally {
    client.release()
  }
})

/** What may read a growing table from end to end, by look and table, and why. */
const allowed: Record<string, string> = {
  'results: Index Scan on course_mark': 'by the index that holds nobody but those who are behind',
  'rows of results made anew: Index Scan on course_mark': 'the same',
  'results: Index Only Scan on course_outcome': 'everybody treated is counted, from one index and nothing but it',
  'who has not answered: Seq Scan on person': 'of the crowd one question in nine is of the last weeks, and each names its person',
  'who has not answered, looked for: Seq Scan on person': 'the same',
  'what waits, for the menu: Seq Scan on person': 'the same, and the bookings of the next sixty days',
  'the desk: Seq Scan on person': 'of the crowd one booking in three is of the days that the desk looks at',
  'what has outlived its use: Seq Scan on audit_read': 'a quarter of the crowd goes in one step',
  'courses whose questions may change: Seq Scan on plan': 'of the crowd one order in five is of the last forty days',
  'plans to sign: Seq Scan on': 'each decision is read once: who waits for a plan is folded from them',
  'what waits, for the menu: Seq Scan on plan: with': 'the same, counted',
  'what waits, for the menu: Seq Scan on screening: with': 'the same, counted',
  'what waits, for the menu: Seq Scan on decision: with': 'the same, counted',
}

test.each(Object.entries(looks))('%s walks no table that grows with the clinic', async (name, look) => {
  const found = await walksOf(look)
  expect(found.filter((walk) => !Object.keys(allowed).some((each) => `${name}: ${walk}`.startsWith(each)))).toEqual([])
})
