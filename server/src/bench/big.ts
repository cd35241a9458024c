import pg from 'pg'
import { answerByLink } from '../care/outcomes/answer-assessment.ts'
import { renewAll } from '../care/outcomes/renew-outcomes.ts'
import { asked, give, holderOf, tick } from '../care/outcomes/testing.ts'
import { patientReady } from '../care/session/testing.ts'
import { openContext } from '../platform/context.ts'
import { type TestClinic, testClinic } from '../platform/testing.ts'
import { expectStatus } from './client.ts'
import { atMost, type Figures, printed } from './figures.ts'
import { type Ground, signedIn } from './place.ts'
import { openServer } from './servers.ts'
import { percentile, timed } from './timing.ts'

const [PATIENTS, BATCH, DAYS, DAY_MINUTES] = [10_000, 1000, 50, 24 * 60]
/** One whole course by the clinic's own verbs: infusions given, asked day by day, answered every time. */
const oneCourse = async ({ ground, clock }: Ground) => {
  const clinic = await testClinic(clock, ground)
  const ready = await patientReady(clinic, { indication: 'pain', name: 'Clover Bench' })
  await give(clinic, ready, { number: 1, minutes: 240 })
  await give(clinic, ready, { number: 2, minutes: 240 })
  for (let day = 0; day < DAYS; day += 1) {
    clock.forward(DAY_MINUTES)
    await tick(clinic)
    for (const question of await asked(ready)) {
      const isOpen = question.kind === 'daily pain' && question.dueAt <= clock.now && question.closesAt > clock.now
      if (isOpen && question.firstAnsweredAt === null) await answerByLink(holderOf(clinic, question.id), { pain: 6 })
    }
  }
  const { cookie } = await signedIn(clinic, await clinic.as('prescriber'))
  return { clinic, cookie, personId: ready.personId }
}

// What belongs to one person, in the order in which it refers; what stands in the safe, the book and the letters stays one.
const OWN = [
  'person',
  'person_word',
  'screening',
  'plan',
  'infusion_order',
  'session',
  'visit_head',
  'session_event',
  'assessment',
  'assessment_answer',
  'day_zero',
]

/** Copies one person's rows under new ids as often as asked, as no product does: a clinic of many years in a minute. */
const copyPerson = async ({ url }: Ground, clinicId: string, times: number) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set session_replication_role = 'replica'")
    const { rows: present } = await client.query<{ name: string; columns: string[]; uuids: string[] }>(
      `select table_name as name, array_agg(column_name::text order by ordinal_position) as columns,
        coalesce(array_agg(column_name::text) filter (where data_type = 'uuid'), '{}') as uuids
       from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' and table_name = any($1) group by 1`,
      [OWN],
    )
    const ids: string[] = []
    for (const { name, uuids } of present) {
      await client.query(`create temp table one_${name} as select * from ${name} where clinic_id = $1`, [clinicId])
      if (uuids.includes('id'))
        ids.push(...(await client.query<{ id: string }>(`select id from one_${name}`)).rows.map(({ id }) => id))
    }
    // A visit has a booking of its own, which stays where it is.
    const booked = await client.query<{ id: string }>('select id from appointment where clinic_id = $1', [clinicId])
    ids.push(...booked.rows.map(({ id }) => id))
    for (let from = 1; from <= times; from += BATCH)
      for (const { name, columns, uuids } of present) {
        const values = columns.map((column) =>
          column !== 'clinic_id' && uuids.includes(column)
            ? `case when one."${column}" = any($1) then md5(one."${column}"::text || n)::uuid else one."${column}" end`
            : `one."${column}"`,
        )
        await client.query(
          `insert into ${name} (${columns.map((each) => `"${each}"`).join(', ')})
           select ${values.join(', ')} from one_${name} as one, generate_series($2::int, $3::int) as n`,
          [ids, from, Math.min(times, from + BATCH - 1)],
        )
      }
    // No trigger has seen the copies: everybody's rows are still to be made.
    await client.query(
      `insert into course_mark (clinic_id, patient_id, marks, marked_at) select clinic_id, id, 1, now() from person where clinic_id = $1
       on conflict (clinic_id, patient_id) do update set marks = course_mark.marks + 1`,
      [clinicId],
    )
    await client.query('analyze')
    return await client.query<{ events: number; answers: number }>(
      'select (select count(*)::int from session_event) as events, (select count(*)::int from assessment_answer) as answers',
    )
  } finally {
    await client.end()
  }
}

const SAMPLE_MS = 50

/** How long it takes to make the kept rows of everybody anew, and by how much this process grows at the most meanwhile (MB). */
const madeAnew = async (clinic: TestClinic) => {
  const ctx = openContext(clinic.ground, { clinicId: clinic.clinicId, actor: { kind: 'system', name: 'follow-up' } })
  const before = process.memoryUsage.rss()
  let most = before
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, SAMPLE_MS)
  let people = 0
  const ms = await timed(async () => {
    people = await renewAll(ctx)
  })
  clearInterval(sampling)
  return { people, ms, megabytes: (most - before) / 2 ** 20 }
}

const TIMES = 15

/** Reads over a clinic of ten thousand patients: results, who is found, who has not answered, the list of people. */
export const bigFigures = async (ground: Ground, say: (line: string) => void): Promise<Figures> => {
  const { clinic, cookie } = await oneCourse(ground)
  const { rows } = await copyPerson(ground, clinic.clinicId, PATIENTS - 1)
  say(`${PATIENTS} patients, ${JSON.stringify(rows[0])}`)
  const anew = await madeAnew(clinic)
  say(`made again: ${anew.people} people in ${anew.ms.toFixed(0)} ms`)
  const server = await openServer(ground)
  const ask = async (path: string, body?: object) => {
    const method = body ? 'POST' : 'GET'
    return expectStatus(await server.client.send({ method, path, host: clinic.host, cookie, ...(body && { body }) }), 200, path)
  }
  const times = async (path: string, body?: object) => {
    const first = await timed(() => ask(path, body))
    const taken: number[] = []
    for (let turn = 0; turn < TIMES; turn += 1) taken.push(await timed(() => ask(path, body)))
    return { first, half: percentile(taken, 0.5), most: Math.max(...taken) }
  }
  try {
    const results = await times('/api/analytics/outcomes')
    const find = await times('/api/people/find', { text: 'clo ben' })
    const people = await times('/api/records/people', {})
    return {
      outcomesAnew: atMost(10_000, { unit: 'ms', value: anew.ms, says: 'the kept rows of 10,000 patients, all made again' }),
      outcomesAnewMemory: atMost(300, { unit: 'MB', value: anew.megabytes, says: 'and by how much the process grows meanwhile' }),
      resultsFirst: printed({
        unit: 'ms',
        value: results.first,
        says: 'results of 10,000 patients, the first look after a start',
      }),
      results: atMost(100, { unit: 'ms', value: results.half, says: 'results of 10,000 patients' }),
      findAmongMany: printed({ unit: 'ms', value: find.half, says: 'a name is looked for among 10,000 (50 ms is meant)' }),
      peopleAmongMany: printed({ unit: 'ms', value: people.half, says: 'a page of the list of 10,000 people' }),
    }
  } finally {
    await server.running.kill('SIGTERM')
  }
}
