import { renewAll } from '../care/outcomes/renew-outcomes.ts'
import { give, tick } from '../care/outcomes/testing.ts'
import { patientReady } from '../care/session/testing.ts'
import { openContext } from '../platform/context.ts'
import { type TestClinic, testClinic } from '../platform/testing.ts'
import { expectStatus } from './client.ts'
import { atMost, type Figures, printed } from './figures.ts'
import { layDown } from './many-patients.ts'
import { type Ground, signedIn } from './place.ts'
import { openServer } from './servers.ts'
import { percentile, timed } from './timing.ts'

const DAY_MINUTES = 24 * 60
/** A pain course and a depression course by the clinic's own verbs, each with two infusions given; the day after both have ended. */
export const twoCourses = async ({ ground, clock }: Ground) => {
  const clinic = await testClinic(clock, ground)
  const people: string[] = []
  const opening = clock.now
  for (const [indication, minutes] of [
    ['pain', 240],
    ['depression', 40],
  ] as const) {
    clock.now = opening
    const ready = await patientReady(clinic, { indication, name: `Clover ${indication === 'pain' ? 'Bench' : 'Benchley'}` })
    for (const number of [1, 2]) await give(clinic, ready, { number, minutes })
    people.push(ready.personId)
  }
  clock.forward(AFTER_DAYS * DAY_MINUTES)
  await tick(clinic)
  const { cookie } = await signedIn(clinic, await clinic.as('prescriber'))
  return { clinic, cookie, people }
}
// Of a course that nothing is planned in any more the questions count from its last session, once that is two weeks past.
const AFTER_DAYS = 20

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
  const { clinic, cookie, people: copied } = await twoCourses(ground)
  const laid = await timed(async () =>
    say(JSON.stringify(await layDown(ground.url, { clinicId: clinic.clinicId, people: copied, now: ground.clock.now }))),
  )
  say(`laid down in ${(laid / 1000).toFixed(0)} s`)
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
    const unanswered = await times('/api/outcomes/unanswered')
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
      unanswered: atMost(100, { unit: 'ms', value: unanswered.half, says: 'who has not answered, of 10,000 patients' }),
      peopleAmongMany: printed({ unit: 'ms', value: people.half, says: 'a page of the list of 10,000 people' }),
    }
  } finally {
    await server.running.kill('SIGTERM')
  }
}
