import { sql } from 'kysely'
import { findPeople } from './care/people/find-people.ts'

import { peek, testClinic } from './platform/testing.ts'

const PEOPLE = 10_000
const BATCH = 1000
const ROUNDS = 15
const searches = ['familyhh', 'named familybcaa', '5400001', 'famillybcaa', 'na', '1962', '11/23/1962', 'nobody at all']

const clinic = await testClinic()
const ctx = await clinic.as('front desk')
const { kysely } = clinic.ground.database
for (let from = 1; from <= PEOPLE; from += BATCH)
  await peek(ctx, (tx) =>
    sql`insert into person (clinic_id, id, name, email, phone, state, zone, date_of_birth, created_at)
      select ${tx.clinicId}, gen_random_uuid(), translate('Name' || i % 97 || ' Family' || i, '0123456789', 'abcdefghij'),
        'p' || i || '@example.org', '+1 540 ' || lpad(i::text, 7, '0'), 'VA', 'America/New_York', date '1940-01-01' + i, now()
      from generate_series(${from}::int, ${from + BATCH - 1}::int) as i`.execute(tx.db),
  )
await sql`analyze person_word, person`.execute(kysely)
console.log(`${PEOPLE} people on the embedded database, as the server’s role; ms, median and worst of ${ROUNDS}`)
for (const text of searches) {
  const ms: number[] = []
  let found = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now()
    found = (await findPeople(ctx, { text })).found.length
    ms.push(performance.now() - begun)
  }
  const sorted = ms.toSorted((a, b) => a - b)
  console.log(`${text.padEnd(18)} ${sorted[Math.floor(ROUNDS / 2)]?.toFixed(1)} ${sorted.at(-1)?.toFixed(1)}  ${found} shown`)
}
process.exit(0)
